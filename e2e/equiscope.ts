import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'

/** A page of the running product, and a project of its own for each test. */
export const test = base.extend<{ project: { id: number; name: string; url: string } }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what the fixture needs
  baseURL: async ({}, use) => use(process.env.E2E_URL),
  project: async ({ request }, use, { title }) => {
    const name = title.slice(0, 120)
    const answer = await request.post('/api/v1/projects', { data: { name } })
    const { id } = await answer.json()
    await use({ id, name, url: `/projects/${id}` })
  },
  // a page that breaks its own policy, or throws, fails the test that opened it
  page: async ({ page }, use) => {
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(String(error)))
    page.on('console', (message) => {
      if (message.type() === 'error' && /Content.Security.Policy|Hydration|did not match/i.test(message.text()))
        faults.push(message.text())
    })
    await use(page)
    expect(faults).toEqual([])
  },
})

/** WCAG 2.0 to 2.2, A and AA, in both themes, of the page or a part of it; the page doesn't scroll sideways at 320 px. */
export async function expectAccessible(page: Page, part = 'html') {
  const size = page.viewportSize()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page })
      .include(part)
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze()
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
    expect(found).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'light' })
  if (part !== 'html') return
  await page.setViewportSize({ width: 320, height: 800 })
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow, 'pixels that scroll sideways at 320 px').toBeLessThanOrEqual(0)
  if (size) await page.setViewportSize(size)
}

/** Scrolls to the end of an evaluation, whose lower panels come only when somebody is near them. */
export async function readToEnd(page: Page) {
  await expect(async () => {
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
    await expect(page.getByRole('table', { name: 'Every number' })).toBeVisible({ timeout: 2000 })
  }).toPass({ timeout: 60_000 })
}

export { expect }
