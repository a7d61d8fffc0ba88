import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import Papa from 'papaparse'
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

async function saved(page: Page, label: string) {
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: label, exact: true }).click()
  const download = await coming
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') }
}

test('every chart and table can be taken along, and says in each row where it comes from', async ({
  page,
  project,
  request,
}) => {
  const { url } = await seedEvaluation(request, project.id, predictionsTable(womenMissed), declared)
  await page.goto(`${url}?threshold=0.5`)
  await expect(page.getByRole('article').first()).toBeVisible({ timeout: 60_000 })
  for (const title of ['By group', 'Threshold', 'Works less well for', 'Every number']) {
    const { name, text } = await saved(page, `CSV: ${title}`)
    expect(name).toMatch(/^pneumonia-.+-threshold-0\.5-.+\.csv$/)
    const { data } = Papa.parse<Record<string, string>>(text.trim(), { header: true })
    for (const row of data) {
      expect(row).toMatchObject({ task: 'Pneumonia', view_threshold: '0.5', view_threshold_rule: 'fixed' })
      expect(row.source_sha256).toMatch(/^[0-9a-f]{64}$/)
    }
  }
  for (const title of ['By group', 'Threshold']) {
    const { text } = await saved(page, `SVG: ${title}`)
    expect(text).toMatch(/SHA-256 ?[\s\S]*<\/svg>$/)
    expect(text).not.toMatch(/NaN|undefined/)
  }
})

test('the key T turns every drawing into numbers, and can be turned off', async ({ page, project, request }) => {
  const { url } = await seedEvaluation(request, project.id, predictionsTable(womenMissed), declared)
  await page.goto(url)
  await expect(page.getByRole('article').first()).toBeVisible({ timeout: 60_000 })
  await page.keyboard.press('t')
  await expect(page.getByRole('button', { name: 'Charts as tables' })).toHaveAttribute('aria-pressed', 'true')
  const byGroup = page.getByRole('table', { name: 'By group' })
  await expect(byGroup.getByRole('row', { name: /^F / })).toContainText('60.0 (53.1 to 66.5)')
  await expect(byGroup.locator('svg')).toHaveCount(0)
  await expect(page.getByRole('table', { name: 'Threshold' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'How to read this page' }).click()
  await expectAccessible(page)
  await page.getByLabel('The key T turns charts into tables and back').uncheck()
  await page.getByRole('button', { name: 'Close' }).click()
  await page.keyboard.press('t')
  await expect(page.getByRole('button', { name: 'Charts as tables' })).toHaveAttribute('aria-pressed', 'true')
})

test('a copied link shows the same after another operating point is saved', async ({
  page,
  project,
  request,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const { url, api } = await seedEvaluation(request, project.id, predictionsTable(womenMissed), declared)
  await page.goto(url)
  const slider = page.getByRole('slider', { name: 'Threshold' })
  const before = (await slider.getAttribute('aria-valuetext')) ?? ''
  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByText('Link copied.')).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  await page.goto(`${url}?threshold=0.65`)
  await page.getByRole('button', { name: 'Save as operating point' }).click()
  await page.getByRole('button', { name: 'Save 0.65' }).click()
  await expect(page.getByText(/This is the operating point of/)).toBeVisible()
  await page.goto(url)
  await expect(slider).toHaveAttribute('aria-valuetext', '0.65')
  await page.goto(link)
  await expect(slider).toHaveAttribute('aria-valuetext', before)

  const { versionId } = await (await request.get(`${api}/facts`)).json()
  const { modelId } = await (await request.get(api.replace(/evaluations.*/, `model-versions/${versionId}`))).json()
  await page.goto(url.replace(/evaluations.*/, `models/${modelId}/versions/${versionId}`))
  const record = page.getByRole('table', { name: 'Operating points' })
  await expect(record.getByRole('row', { name: /^Pneumonia 0\.65 fixed/ })).toContainText('holds now')
  await expectAccessible(page)
})

test('an intersection stands against the group that differs in the chosen attribute alone', async ({
  page,
  project,
  request,
}) => {
  const { url } = await seedEvaluation(request, project.id, predictionsTable(womenMissed), declared)
  await page.goto(`${url}?by=sex,sex%2Bview&against=sex%3DM`)
  await expect(page.getByText('against M of the same kind otherwise')).toBeVisible()
  await expect(page.getByRole('table', { name: 'Every number' })).toContainText('from M, AP: −')
})
