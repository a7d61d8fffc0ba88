import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import type { EvaluationCurves } from '@/lib/wire/curves'
import type { MetricFrame } from '@/lib/wire/metric-frame'
import { expect, expectAccessible, test } from './equiscope'
import { seedEvaluation } from './seed-evaluation'
import { predictionsTable, womenMissed } from './tables'

const declared = {
  tasks: ['Pneumonia'],
  attributes: [
    { column: 'sex', kind: 'demographic' as const, concept: 'sex' },
    { column: 'view', kind: 'acquisition' as const, concept: 'view' },
  ],
}
const groups = (page: Page) => page.getByRole('table', { name: 'By group' })
const slider = (page: Page) => page.getByRole('slider', { name: 'Threshold' })
const percent = (share: number) => (share * 100).toFixed(1)

test('every number by group is the frame’s, with its interval, and its difference', async ({
  page,
  project,
  request,
}) => {
  const { url, api } = await seedEvaluation(request, project.id, predictionsTable(womenMissed), declared)
  await page.goto(url)
  const frame: MetricFrame = await (await request.get(`${api}/frame`)).json()
  for (const { slices, disparities } of frame.families) {
    for (const { slice, metrics } of slices) {
      const [level] = Object.values(slice)
      const row = groups(page).getByRole('row', { name: new RegExp(`^${level} `) })
      const { tpr, tnr, auroc } = metrics
      await expect(row).toContainText(`${percent(tpr!.value!)} (${percent(tpr!.low!)} to ${percent(tpr!.high!)})`)
      await expect(row).toContainText(`${percent(tnr!.value!)} (${percent(tnr!.low!)} to ${percent(tnr!.high!)})`)
      await expect(row).toContainText(`${auroc!.value!.toFixed(3)} (${auroc!.low!.toFixed(3)}`)
      const gap = disparities.find(
        (each) => each.kind === 'difference' && each.metric === 'tpr' && each.slice === slice,
      )
      if (gap?.value) await expect(row).toContainText(percent(gap.value).replace('-', '−'))
    }
  }
  await expect(groups(page).getByRole('row', { name: /^F / })).toContainText('60.0 (53.1 to 66.5)') // Wilson
  await page.getByRole('button', { name: 'Differences' }).click()
  await expect(page).toHaveURL(/show=differences/)
  await expect(groups(page).getByRole('row', { name: /^F / })).toContainText('−25.0 (')
})

test('keys move the threshold from edge to edge, with exact counts, and Back leads to where it was', async ({
  page,
  project,
  request,
}) => {
  const { url, api } = await seedEvaluation(request, project.id, predictionsTable(womenMissed), declared)
  await page.goto(`${url}?threshold=0.55`)
  const curves: EvaluationCurves = await (await request.get(`${api}/curves`)).json()
  const from = curves.edges.findIndex((edge) => edge >= 0.55)
  await expect(slider(page)).toHaveAttribute('aria-valuetext', '0.55')
  await slider(page).focus()
  await page.keyboard.press('PageUp')
  const next = curves.edges[from + 25]
  const women = curves.families[0].slices.find(({ slice }) => slice.sex === 'F')!
  const sum = (counts: number[]) => counts.reduce((all, count) => all + count, 0)
  const share = sum(women.positives.slice(from + 25)) / sum(women.positives)
  const row = groups(page).getByRole('row', { name: /^F / })
  await expect(row).toContainText(percent(share)) // at once, from the curves
  await expect(page).toHaveURL(new RegExp(`threshold=${String(next).replace('.', '\\.')}`))
  await expect(row).toContainText(`${percent(share)} (`) // then with its interval, from the server
  await expect(page.locator('[data-moving]')).toHaveCount(0)
  await page.goBack()
  await expect(page).toHaveURL(/threshold=0\.55$/)
  await expect(row).toContainText('60.0 (53.1 to 66.5)')
})

test('the pointer moves all charts at once; intervals go while it moves and come back exact', async ({
  page,
  project,
  request,
}) => {
  const { url } = await seedEvaluation(request, project.id, predictionsTable(womenMissed), declared)
  await page.goto(url)
  await slider(page).scrollIntoViewIfNeeded()
  const box = (await slider(page).boundingBox())!
  const interval = groups(page).getByText('(53.1 to 66.5)').first()
  await expect(interval).toBeVisible()
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.8, box.y + box.height / 2, { steps: 5 })
  await expect(page.locator('[data-moving]')).toHaveCount(1)
  await expect(interval).toBeHidden()
  await expect(page.getByText('Points only while the threshold moves.')).toBeVisible()
  await page.mouse.up()
  await expect(page).toHaveURL(/threshold=0\.\d+/)
  await expect(page.locator('[data-moving]')).toHaveCount(0)
})

test('the view is chosen in the bar, stands in the address, and opens from a link', async ({
  page,
  project,
  request,
}) => {
  const { url } = await seedEvaluation(request, project.id, predictionsTable(womenMissed), declared)
  await page.goto(url)
  await page.getByRole('button', { name: /^Groups/ }).click()
  const panel = page.getByRole('dialog', { name: 'Groups' })
  await panel.getByLabel('Attribute 1 of the intersection').selectOption('sex')
  await panel.getByLabel('Attribute 2 of the intersection').selectOption('view')
  await panel.getByRole('button', { name: 'Add', exact: true }).click()
  await panel.getByRole('button', { name: 'Show these groups' }).click()
  await expect(page).toHaveURL(/by=sex%2Cview%2Csex%2Bview/)
  await expect(groups(page).getByRole('row', { name: /^F, AP/ })).toBeVisible()

  await page.getByRole('button', { name: /^Compared with/ }).click()
  await page.getByRole('dialog', { name: 'Compared with' }).getByLabel('Sex').selectOption('M')
  await expect(page).toHaveURL(/against=sex%3DM/)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /\+ Filter/ }).click()
  const filter = page.getByRole('dialog', { name: '+ Filter' })
  await filter.getByLabel('Attribute').selectOption('view')
  await filter.getByLabel('AP').check()
  await filter.getByRole('button', { name: 'Show only these' }).click()
  await expect(page).toHaveURL(/filter=view%3DAP/)
  await expect(page.getByText('· 400 images of 400 patients')).toBeVisible()

  await page.goto(page.url())
  await expect(page.getByText('View: AP')).toBeVisible()
  await page.getByRole('button', { name: 'Remove the filter View: AP' }).click()
  await expect(page.getByText('· 800 images of 800 patients')).toBeVisible()
})

test('a threshold is saved as operating point, and the evaluation opens with it', async ({
  page,
  project,
  request,
}) => {
  const { url } = await seedEvaluation(request, project.id, predictionsTable(womenMissed), declared)
  await page.goto(`${url}?threshold=0.6`)
  await page.getByRole('button', { name: 'Save as operating point' }).click()
  const dialog = page.getByRole('dialog', { name: 'Save 0.6 as operating point?' })
  await expect(dialog).toContainText('its evaluations open with it')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Save 0.6' }).click()
  await expect(page.getByText('This is the operating point of DenseNet v1 for Pneumonia.')).toBeVisible()
  await page.goto(url)
  await expect(slider(page)).toHaveAttribute('aria-valuetext', '0.6')
})

test('families named beforehand are changed with a reason', async ({ page, project, request }) => {
  const { url } = await seedEvaluation(request, project.id, predictionsTable(womenMissed), declared)
  await page.goto(url)
  await page.getByRole('button', { name: /^Groups/ }).click()
  await page.getByRole('button', { name: 'Edit pre-specified families' }).click()
  const dialog = page.getByRole('dialog', { name: 'Edit pre-specified families' })
  await dialog.getByLabel(/^View/).uncheck()
  await dialog.getByLabel('Why they change').fill('The view is not ours to judge.')
  await dialog.getByRole('button', { name: 'Save these families' }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: /^Groups/ }).click()
  await expect(page.getByText('“The view is not ours to judge.”')).toBeVisible()
})

test('accessible at both widths and in both themes; a view that cannot be shown keeps the last one', async ({
  page,
  project,
  request,
}) => {
  const { url } = await seedEvaluation(request, project.id, predictionsTable(womenMissed), declared)
  await page.goto(url)
  await expect(slider(page)).toBeVisible()
  await expectAccessible(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await expectAccessible(page)
  await page.getByRole('button', { name: /^More/ }).click()
  await expect(page.getByRole('dialog', { name: 'View' })).toBeVisible()
  await expectAccessible(page)
  await page.goto(`${url}?by=nonsense`)
  await expect(page.getByRole('alert').first()).toContainText('nonsense')
  await expectAccessible(page)
})

test('accessible while it loads, while tests run, while an answer is stale, and with panels open', async ({
  page,
  project,
  request,
}) => {
  const { url } = await seedEvaluation(request, project.id, predictionsTable(womenMissed), declared)
  const held = await holdFrames(page)
  await page.goto(url)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectAccessible(page) // loading
  held.release('computing; job=1; seconds=9')
  await expect(page.getByRole('region', { name: 'Works less well for' }).getByRole('progressbar')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Ranking by sex' })).toBeVisible()
  await expectAccessible(page, '.answer') // the numbers are there, their tests are not
  held.release()
  await expect(page.getByText('adjusted p').first()).toBeAttached()

  for (const name of [/^Groups/, /^Compared with/, /^Margin/, /^Held equal/, /\+ Filter/]) {
    await page.getByRole('button', { name }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectAccessible(page, '[role=dialog]:popover-open')
    await page.keyboard.press('Escape')
  }
  await page.getByRole('button', { name: /^Groups/ }).click()
  await page.getByRole('button', { name: 'Edit pre-specified families' }).click()
  await expectAccessible(page, 'dialog[open]')
  await page.keyboard.press('Escape')

  held.hold()
  await page.getByLabel('Value', { exact: true }).fill('0.6')
  await page.keyboard.press('Enter')
  await expect(page.locator('.stale-note')).toBeVisible()
  await expectAccessible(page, '.stale-note, .threshold')
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})

test('an entry of a legend that has the focus raises its group in every chart', async ({ page, project, request }) => {
  const { url } = await seedEvaluation(request, project.id, predictionsTable(womenMissed), declared)
  await page.goto(url)
  await page
    .getByRole('region', { name: 'Ranking by sex' })
    .getByRole('button', { name: /^F 0\./ })
    .focus()
  await expect(groups(page).getByRole('row', { name: /^F / })).toHaveClass(/linked/)
})

/** Keeps the answers of a frame back until they are released; then each may be given another state of its findings. */
async function holdFrames(page: Page) {
  let state: string | undefined
  let [isHeld, waiting] = [true, [] as (() => void)[]]
  await page.route('**/frame?*', async (route) => {
    if (isHeld) await new Promise<void>((resolve) => waiting.push(resolve))
    const answer = await route.fetch()
    await route.fulfill({
      response: answer,
      headers: { ...answer.headers(), ...(state && { 'equiscope-findings': state }) },
    })
  })
  return {
    hold: () => {
      isHeld = true
    },
    release: (findings?: string) => {
      ;[isHeld, state] = [false, findings]
      for (const go of waiting) go()
      waiting = []
    },
  }
}

const folder = process.env.EQUISCOPE_SHARED_DATA ?? resolve('../shared/data')
const file = resolve(folder, 'nih-chexnet/nih_chexnet_test_joined.csv.gz')

test('nih-chexnet: what is found at the threshold that Youden chooses, by view', async ({ page, project, request }) => {
  test.skip(!existsSync(file), `${file} is not there`)
  test.setTimeout(180_000)
  const nih = {
    tasks: ['Cardiomegaly'],
    attributes: [
      { column: 'sex', kind: 'demographic' as const, concept: 'sex' },
      { column: 'age_group', kind: 'demographic' as const, concept: 'age' },
      { column: 'view', kind: 'acquisition' as const, concept: 'view' },
    ],
  }
  const { url, api } = await seedEvaluation(request, project.id, readFileSync(file), nih, 'nih.csv.gz')
  await page.goto(`${url}?threshold=youden`)
  await expect(page.getByText('582 positive images')).toBeVisible({ timeout: 60_000 })
  const frame: MetricFrame = await (await request.get(`${api}/frame?threshold=youden`)).json()
  const everyone = groups(page).getByRole('row', { name: /^All images/ })
  await expect(everyone).toContainText('0.909') // the published .9090149
  await expect(everyone).toContainText(`${percent(frame.overall.metrics.tpr!.value!)} (`)
  await expect(groups(page).getByRole('row', { name: /^80\+/ })).toContainText('too few: 9 positives, 10 needed')
  await expect(page.getByText(/Cross-fitted, as all figures here are, it finds/)).toBeVisible()
  await expect(slider(page)).toHaveAttribute('aria-valuetext', '0.0226')
})
