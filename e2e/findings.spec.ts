import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import type { MetricFrame } from '@/lib/wire/metric-frame'
import { expect, expectAccessible, readToEnd, test } from './equiscope'
import { seedEvaluation } from './seed-evaluation'
import { predictionsTable, womenMissed } from './tables'

const sexAndView = [
  { column: 'sex', kind: 'demographic' as const, concept: 'sex' },
  { column: 'view', kind: 'acquisition' as const, concept: 'view' },
]
const declared = { tasks: ['Pneumonia'], attributes: sexAndView }
const equal = { F: womenMissed.M, M: womenMissed.M }
const few = {
  F: { positives: 4, found: 2, negatives: 5, flagged: 1 },
  M: { positives: 4, found: 3, negatives: 5, flagged: 1 },
}

const findings = (page: Page) => page.getByRole('region', { name: 'Works less well for' })
const notKnown = (page: Page) => page.getByRole('region', { name: 'Not known' })

/** The text of a file that a button saves. */
async function saved(page: Page, button: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ])
  return readFileSync((await download.path())!, 'utf8')
}

test('a card says what the frame says, in natural frequencies', async ({ page, project, request }) => {
  const { url, api } = await seedEvaluation(request, project.id, predictionsTable(womenMissed), declared)
  await page.goto(url)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    /^(Misses more disease in|Works less well for) women/,
    {
      timeout: 60_000,
    },
  )
  const frame: MetricFrame = await (await request.get(`${api}/frame`)).json()
  const found = frame.findings.find(({ metric }) => metric === 'tpr')!
  expect(found.disparity.value).toBeCloseTo(-0.25, 12) // 120 of 200 against 170 of 200
  const card = findings(page).getByRole('article').filter({ hasText: 'Women, against men' })
  await expect(card).toContainText('Of 100 women with pneumonia it misses 40; of 100 men, 15.')
  await expect(card).toContainText(
    /Sensitivity 60\.0.% \(53\.1 to 66\.5\), against 85\.0.%; 200 positive images of 200 patients/,
  )
  const [low, high] = [-found.disparity.high! * 100, -found.disparity.low! * 100].map((points) => points.toFixed(1))
  await expect(card).toContainText(`25.0 (${low} to ${high})`)
  await expect(card).toContainText('High')
  await card.getByText('Details').first().click()
  const share = (found.disparity.tippingPoint!.share * 100).toFixed(1)
  await expect(card).toContainText(
    new RegExp(`the gap would vanish if ${share}.% of the positive labels of women were wrong`),
  )
  await expectAccessible(page)

  await page.setViewportSize({ width: 390, height: 844 })
  await expect(card.getByText('High').first()).toBeVisible()
  await page.setViewportSize({ width: 1440, height: 900 })
})

test('a finding is copied as a sentence, and a term explains itself to the keyboard', async ({
  page,
  project,
  request,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const { url } = await seedEvaluation(request, project.id, predictionsTable(womenMissed), declared)
  await page.goto(url)
  const copy = page.getByRole('button', { name: 'Copy as a sentence: women, Sensitivity' })
  await copy.focus()
  await page.keyboard.press('Enter')
  await expect(findings(page).getByText('Copied')).toBeVisible()
  const text = await page.evaluate(() => navigator.clipboard.readText())
  expect(text).toMatch(
    /^Of 100 women with pneumonia it misses 40; of 100 men, 15\. Sensitivity 60\.0.%.*adjusted p.*SHA-256/,
  )

  const term = findings(page).getByRole('button', { name: 'adj. p' })
  await term.hover()
  await expect(page.getByRole('tooltip')).toContainText('permutations of patients')
  await page.getByRole('tooltip').hover() // what it says can be pointed at
  await expect(page.getByRole('tooltip')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('tooltip')).toHaveCount(0)
  await findings(page).getByRole('button', { name: 'severity' }).focus()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('tooltip')).toContainText('Adjusted p')
})

test('charts are files: CSV with every number, SVG with its source', async ({ page, project, request }) => {
  const { url, api } = await seedEvaluation(request, project.id, predictionsTable(womenMissed), declared)
  await page.goto(`${url}?by=sex,view,sex%2Bview`)
  await readToEnd(page)
  await expect(page.getByRole('table', { name: 'Every number' })).toBeVisible({ timeout: 60_000 })
  const frame: MetricFrame = await (await request.get(`${api}/frame?by=sex,view,sex%2Bview`)).json()
  const [heads, ...lines] = (await saved(page, 'CSV: Every number'))
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','))
  const women = lines.find(([by, group]) => by === 'sex' && group === 'F')!
  const slice = frame.families[0].slices.find((own) => own.slice.sex === 'F')!
  expect(women[heads.indexOf('tpr')]).toBe('0.6')
  expect(Number(women[heads.indexOf('auroc_low')])).toBe(slice.metrics.auroc!.low)
  expect(lines).toHaveLength(1 + 2 + 2 + 4)

  for (const title of ['Ranking by sex', 'Sensitivity by sex and view']) {
    const drawing = await saved(page, `SVG: ${title}`)
    const parsed = await page.evaluate((svg) => {
      const root = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement
      return { name: root.nodeName, text: root.textContent, isStyled: !/var\(--|class=/.test(svg) }
    }, drawing)
    expect(parsed.name).toBe('svg')
    expect(parsed.isStyled).toBe(true)
    expect(parsed.text?.replaceAll('\n', ' ')).toContain(title)
    expect(parsed.text).toContain(frame.source.sha256)
  }
  const roc = (await saved(page, 'CSV: Ranking by sex')).trimEnd().split('\r\n')
  expect(roc[0]).toMatch(/^Group,threshold,sensitivity,false positive rate,task,.*,source_sha256$/)
  const last = roc.find((line) => line.startsWith('F,,0,0,Pneumonia,'))
  expect(last).toContain(frame.source.sha256)
})

test('the key t turns charts into tables and back, and its address says so', async ({ page, project, request }) => {
  const { url } = await seedEvaluation(request, project.id, predictionsTable(womenMissed), declared)
  await page.goto(url)
  await readToEnd(page)
  const ranking = page.getByRole('region', { name: 'Ranking by sex', exact: true })
  await expect(ranking.getByRole('img')).toBeVisible({ timeout: 60_000 })
  await page.keyboard.press('t')
  await expect(page).toHaveURL(/tables=1/)
  const table = ranking.getByRole('table', { name: 'Ranking by sex' })
  await expect(table.getByRole('row', { name: /^F/ })).toContainText(/0\.\d{3}.*200|0\.\d{3}/)
  await expectAccessible(page)
  await page.keyboard.press('t')
  await expect(page).not.toHaveURL(/tables=1/)
})

test('every number is sorted and filtered by keyboard', async ({ page, project, request }) => {
  const { url } = await seedEvaluation(request, project.id, predictionsTable(womenMissed), declared)
  await page.goto(url)
  await readToEnd(page)
  const table = page.getByRole('table', { name: 'Every number' })
  const sort = table.getByRole('button', { name: /^value, %/ }).first()
  await sort.focus()
  await page.keyboard.press('Enter')
  await expect(table.getByRole('columnheader', { name: /^value, %/ }).first()).toHaveAttribute('aria-sort', 'ascending')
  await expect(table.locator('tbody tr').first()).toContainText('60.0')
  await page.getByLabel('Filter groups').fill('view')
  await expect(table.locator('tbody tr')).toHaveCount(2)
})

test('what was not found is not equality: the headline says what could have been missed', async ({
  page,
  project,
  request,
}) => {
  const { url } = await seedEvaluation(request, project.id, predictionsTable(equal), {
    ...declared,
    inTrainingData: 'unknown',
  })
  await page.goto(url)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    /^No gap was shown; one in sensitivity smaller than \d+ points could have been missed$/,
    { timeout: 60_000 },
  )
  await expect(findings(page)).toContainText('That is not equality')
  await expect(notKnown(page)).toContainText(/By sex: no gap was shown; smaller ones than \d+ points in sensitivity/)
  const folded = notKnown(page).getByText(/^and \d+ more/)
  if (await folded.isVisible()) await folded.click()
  await expect(notKnown(page)).toContainText('whether the model saw these patients is not known')
  await expect(notKnown(page)).toContainText(
    'Age, race or ethnicity, insurance, language, site, device: not in this dataset',
  )
  await expectAccessible(page)
})

test('too few everywhere: every row says so, and no number is made up', async ({ page, project, request }) => {
  const { url } = await seedEvaluation(request, project.id, predictionsTable(few), declared)
  await page.goto(url)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Too few in every group to say whether it works equally well',
    {
      timeout: 60_000,
    },
  )
  await expect(notKnown(page)).toContainText('women (4 positive images)')
  await expectAccessible(page)
})

test('reversed scores stand above everything', async ({ page, project, request }) => {
  const table = predictionsTable(equal)
    .split('\n')
    .map((line, at) =>
      at === 0 || line === '' ? line : line.replace(/[^,]+$/, (score) => (1 - Number(score)).toFixed(4)),
    )
    .join('\n')
  const { url } = await seedEvaluation(request, project.id, table, declared)
  await page.goto(url)
  await expect(page.getByRole('alert').filter({ hasText: 'Scores or labels look reversed.' })).toBeVisible({
    timeout: 60_000,
  })
  await expectAccessible(page)
})

test('tests that take long wait to be asked for, say how far they are, and can be stopped', async ({
  page,
  project,
  request,
}) => {
  const many = { positives: 800, found: 480, negatives: 800, flagged: 80 } // so that they are estimated at over 5 s
  const table = predictionsTable({ F: many, M: { ...many, found: 680 } })
  const { url } = await seedEvaluation(request, project.id, table, declared)
  await page.goto(`${url}?permutations=100000&by=sex,view,sex%2Bview`)
  await readToEnd(page)
  await expect(findings(page).getByRole('button', { name: 'Test this view' })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('table', { name: 'Every number' })).toContainText('60.0') // measures are there
  await expectAccessible(page)
  await findings(page).getByRole('button', { name: 'Test this view' }).click()
  await expect(findings(page).getByRole('progressbar')).toBeVisible()
  await expect(findings(page)).toContainText('Values and intervals below are final')
  await findings(page).getByRole('button', { name: 'Stop' }).click()
  await expect(findings(page).getByRole('button', { name: 'Test this view' })).toBeVisible()
})

test('tests that ended with a fault can be started again', async ({ page, project, request }) => {
  const { url } = await seedEvaluation(request, project.id, predictionsTable(womenMissed), declared)
  await page.route('**/frame?*seed=7*', async (route) => {
    const answer = await route.fetch()
    await route.fulfill({
      response: answer,
      headers: { ...answer.headers(), 'equiscope-findings': 'failed; job=1; seconds=3' },
    })
  })
  await page.goto(url)
  await expect(findings(page).getByRole('article').first()).toBeVisible({ timeout: 60_000 }) // the page listens by now
  await page.evaluate(() => window.history.pushState(null, '', `${window.location.pathname}?seed=7`))
  await expect(findings(page)).toContainText('The last test of this view ended with a fault.', { timeout: 60_000 })
  await expectAccessible(page)
})

const folder = process.env.EQUISCOPE_SHARED_DATA ?? resolve('../shared/data')
const file = resolve(folder, 'nih-chexnet/nih_chexnet_test_joined.csv.gz')

test('nih-chexnet: cards repeat the frame of cardiomegaly, case mix held equal', async ({ page, project, request }) => {
  test.skip(!existsSync(file), `${file} is not there`)
  test.setTimeout(240_000)
  const attributes = [
    ...sexAndView,
    { column: 'age', kind: 'demographic' as const, concept: 'age', edges: [20, 40, 60, 80] },
  ]
  const seeded = await seedEvaluation(
    request,
    project.id,
    readFileSync(file),
    { tasks: ['Cardiomegaly'], attributes },
    'nih.csv.gz',
  )
  const query = 'threshold=youden&adjust=age&permutations=499'
  await page.goto(`${seeded.url}?${query}`)
  const test499 = findings(page).getByRole('button', { name: 'Test this view' })
  await expect(test499.or(findings(page).getByRole('article').first())).toBeVisible({ timeout: 120_000 })
  if (await test499.isVisible()) await test499.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    /^(Lower performance|More false alarms|Misses more disease) on AP images/,
    {
      timeout: 120_000,
    },
  )
  const frame: MetricFrame = await (await request.get(`${seeded.api}/frame?${query}`)).json()
  const card = findings(page).getByRole('article').filter({ hasText: 'AP images, against PA images' })
  for (const { metric, rows, subjects, disparity } of frame.findings.filter(({ slice }) => slice.view === 'AP')) {
    await expect(card).toContainText(`${rows.toLocaleString('en')} `)
    await expect(card).toContainText(`of ${subjects.toLocaleString('en')} patients`)
    const gap = Math.abs(disparity.value!)
    await expect(card).toContainText(metric === 'auroc' ? gap.toFixed(3) : (gap * 100).toFixed(1))
  }
  await card.getByText('Details').first().click()
  await expect(card).toContainText(/with age held equal the gap is still \d+\.\d points/)
  await expect(notKnown(page)).toContainText('patients aged 80 and over')
  await expectAccessible(page)
})
