import { type CDPSession, chromium, type Page } from '@playwright/test'
import { imported } from './api'
import { familiesOf72Slices } from './predictions-table'
import { atMost, type Line, seconds } from './print-lines'
import { RunningServer } from './running-server'
import { median } from './timed-process'

const dragMs = 3000

/** The evaluation's page in a browser at 1M rows and 72 slices: how it drags, what it sends, how soon it is there. */
export async function page(table: string, folder: string, say: (text: string) => void): Promise<Line[]> {
  const server = await RunningServer.start(folder, 3998)
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking'],
  })
  try {
    say('  import')
    const { evaluation, rows } = await imported(server, table)
    const view = `by=${encodeURIComponent(familiesOf72Slices)}&threshold=0.5&permutations=0`
    const address = `http://127.0.0.1:${server.port}${evaluation}?${view}`
    const tab = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    const devTools = await tab.context().newCDPSession(tab)
    say('  first visit, which computes the answer')
    await opened(tab, address)
    say('  loading')
    const sent = await sizesOf(tab, devTools, address)
    const painted = await tab.evaluate(() => window.painted)
    say('  dragging')
    const free = await framesWhileDragged(tab)
    await devTools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    const throttled = await framesWhileDragged(tab)
    await devTools.send('Emulation.setCPUThrottlingRate', { rate: 1 })
    const releases = [free, await framesWhileDragged(tab), await framesWhileDragged(tab)]
    const exact = median(releases.map(({ exactMs }) => exactMs))
    const answered = median(releases.map(({ answeredMs }) => answeredMs))
    return [
      {
        what: `threshold dragged, ${rows} rows, 72 slices: frames a second`,
        measured: free.fps.toFixed(0),
        against: `longest pause ${free.longestMs.toFixed(0)} ms`,
        target: atLeast(free.fps, 57, '60 (57 counts: a screen of 60 Hz)'),
      },
      {
        what: '… processor throttled 4 times',
        measured: throttled.fps.toFixed(0),
        against: `longest pause ${throttled.longestMs.toFixed(0)} ms`,
        target: atLeast(throttled.fps, 30, '30'),
      },
      {
        what: '… from release to exact numbers',
        measured: seconds(exact),
        against: `answered after ${seconds(answered)}`,
        target: atMost(exact, 3000, '3 s'),
      },
      {
        what: 'JavaScript sent, packed',
        measured: kilobytes(sent.script),
        target: atMost(sent.script, 220_000, '220 kB'),
      },
      { what: 'page and answers sent, packed', measured: kilobytes(sent.data) },
      {
        what: 'largest contentful paint, answer stored',
        measured: seconds(painted.lcp),
        target: atMost(painted.lcp, 1500, '1.5 s'),
      },
      { what: 'layout shift', measured: painted.cls.toFixed(3), target: atMost(painted.cls, 0.01, '0.01') },
    ]
  } finally {
    await browser.close()
    await server.stop()
  }
}

declare global {
  interface Window {
    painted: { lcp: number; cls: number }
    screenFrames: number[]
  }
}

const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} kB`

function atLeast(value: number, limit: number, words: string): string {
  return `at least ${words}: ${value >= limit ? 'ok' : 'MISS'}`
}

async function opened(tab: Page, address: string): Promise<void> {
  await tab.goto(address, { timeout: 120_000 })
  await tab.getByRole('slider', { name: 'Threshold' }).waitFor({ timeout: 120_000 })
  await tab.waitForLoadState('networkidle')
}

/** Bytes on the wire of a visit with an empty cache. */
async function sizesOf(tab: Page, devTools: CDPSession, address: string) {
  const kinds = new Map<string, string>()
  const sent = { script: 0, data: 0 }
  await tab.addInitScript(() => {
    window.painted = { lcp: 0, cls: 0 }
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.painted.lcp = entry.startTime
    }).observe({ type: 'largest-contentful-paint', buffered: true })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
        if (!entry.hadRecentInput) window.painted.cls += entry.value
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await devTools.send('Network.enable')
  await devTools.send('Network.setCacheDisabled', { cacheDisabled: true })
  devTools.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
  devTools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId)
    if (kind === 'Script') sent.script += encodedDataLength
    if (kind === 'Fetch' || kind === 'XHR' || kind === 'Document') sent.data += encodedDataLength
  })
  await opened(tab, address)
  await tab.waitForTimeout(1500)
  await devTools.send('Network.disable')
  return sent
}

/** Drags the threshold to and fro, and counts the frames of the screen in which the page could draw. */
async function framesWhileDragged(tab: Page, end = 0.3 + Math.random() * 0.4) {
  const slider = tab.getByRole('slider', { name: 'Threshold' })
  await slider.evaluate((input) => input.scrollIntoView({ block: 'center' }))
  const box = (await slider.boundingBox())!
  const y = box.y + box.height / 2
  await tab.mouse.move(box.x + box.width / 2, y)
  await tab.mouse.down()
  await tab.evaluate(() => {
    window.screenFrames = []
    const draw = (at: number) => {
      window.screenFrames.push(at)
      requestAnimationFrame(draw)
    }
    requestAnimationFrame(draw)
  })
  const begun = performance.now()
  for (let step = 0; performance.now() - begun < dragMs; step++) {
    await tab.mouse.move(box.x + box.width * (0.5 + 0.4 * Math.sin(step / 20)), y)
  }
  await tab.mouse.move(box.x + box.width * end, y) // elsewhere each time: no answer that is stored already
  const frames = await tab.evaluate(() => window.screenFrames)
  const answer = tab.waitForResponse(/\/frame\?/, { timeout: 60_000 })
  const released = performance.now()
  await tab.mouse.up()
  await answer
  const answeredMs = performance.now() - released
  await tab.waitForFunction(() => !document.querySelector('[data-moving]'), undefined, { timeout: 60_000 })
  const exactMs = performance.now() - released
  const pauses = frames.slice(1).map((at, before) => at - frames[before])
  const fps = (1000 * pauses.length) / (frames[frames.length - 1] - frames[0])
  return { fps, longestMs: Math.max(...pauses), exactMs, answeredMs }
}
