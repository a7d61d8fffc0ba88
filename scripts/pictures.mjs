import { mkdirSync, writeFileSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { ensureChromium } from './chromium.mjs'
import { root } from './root.mjs'
import { leave, Refusal, say } from './say.mjs'

/**
 * Takes the pictures of README.md and docs/reading-the-charts.md from the demo of a running Equiscope: node scripts/pictures.mjs URL.
 * By hand, when the page has changed; each stays under 150 kB.
 */
const mostBytes = 150_000
const pictures = [
  { name: 'answer', task: 'Cardiomegaly', selectors: ['.evaluation .title', '.evaluation .answer'] },
  { name: 'threshold', task: 'Cardiomegaly', selectors: ['.evaluation .threshold'] },
  { name: 'forest', task: 'Cardiomegaly', selectors: ['.evaluation .by-group'] },
  { name: 'curves', task: 'Cardiomegaly', selectors: ['.evaluation .chart-pair'] },
]

try {
  const [url] = process.argv.slice(2)
  if (!url) throw new Refusal('Say where Equiscope runs: node scripts/pictures.mjs http://localhost:3000')
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox'] })
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: 'light' })
  const evaluation = await firstEvaluation(url)
  mkdirSync(`${root}/docs/pictures`, { recursive: true })
  for (const { name, task, selectors } of pictures) {
    await page.goto(`${url}${evaluation}?task=${encodeURIComponent(task)}`)
    await page.getByText('adjusted p').first().waitFor({ timeout: 120_000 })
    await page.getByText('being tested').first().waitFor({ state: 'detached', timeout: 120_000 })
    await page.waitForLoadState('networkidle')
    const boxes = await Promise.all(selectors.map((selector) => page.locator(selector).first().boundingBox()))
    const clip = around(boxes)
    const bytes = await asWebp(browser, await page.screenshot({ clip, fullPage: true }))
    if (bytes.length > mostBytes) throw new Refusal(`${name} would take ${bytes.length} bytes.`)
    writeFileSync(`${root}/docs/pictures/${name}.webp`, bytes)
    say(`docs/pictures/${name}.webp, ${bytes.length} bytes`)
  }
  await browser.close()
} catch (reason) {
  leave(reason)
}

/** The page of the first version's evaluation. */
async function firstEvaluation(url) {
  const ask = async (path) => (await fetch(`${url}/api/v1${path}`)).json()
  const { projectId } = await ask('/demo')
  if (projectId === null) throw new Refusal('There is no demo there: open the page of projects first.')
  const { rows } = await ask(`/projects/${projectId}/evaluations?sort=created`)
  return `/projects/${projectId}/evaluations/${rows[0].id}`
}

function around(boxes) {
  const margin = 8
  const [left, top] = [Math.min(...boxes.map(({ x }) => x)), Math.min(...boxes.map(({ y }) => y))]
  const right = Math.max(...boxes.map(({ x, width }) => x + width))
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height))
  const size = { width: right - left + 2 * margin, height: Math.min(1120, bottom - top + 2 * margin) }
  return { x: Math.max(0, left - margin), y: Math.max(0, top - margin), ...size }
}

/** The same picture in a third of the bytes; the browser has the encoder. */
async function asWebp(browser, png) {
  const page = await browser.newPage()
  const base64 = await page.evaluate(async (source) => {
    const image = new Image()
    image.src = `data:image/png;base64,${source}`
    await image.decode()
    const canvas = document.createElement('canvas')
    ;[canvas.width, canvas.height] = [image.width, image.height]
    canvas.getContext('2d').drawImage(image, 0, 0)
    return canvas.toDataURL('image/webp', 0.85).split(',')[1]
  }, png.toString('base64'))
  await page.close()
  return Buffer.from(base64, 'base64')
}
