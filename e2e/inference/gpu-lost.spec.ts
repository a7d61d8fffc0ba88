import { chromium, expect, test } from '@playwright/test'
import { begin, count, ended, greys } from './drawn-run'
import { serveInference } from './harness'
import { StubServer } from './stub-server'

/** Takes the GPU away from the thread after so many pieces of work, as a driver that restarts does. */
const loseGpu = `
if (globalThis.GPUAdapter && globalThis.WorkerGlobalScope) {
  const request = GPUAdapter.prototype.requestDevice
  GPUAdapter.prototype.requestDevice = async function (...wanted) {
    const device = await request.apply(this, wanted)
    const submit = device.queue.submit.bind(device.queue)
    let count = 0
    device.queue.submit = (work) => {
      if (++count === 25) device.destroy()
      return submit(work)
    }
    return device
  }
}`

test('goes on with WASM when the GPU is lost in the middle of a run', async () => {
  test.setTimeout(180_000)
  const server = new StubServer()
  const served = await serveInference({}, server.api, loseGpu)
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader', '--enable-features=Vulkan'],
  })
  try {
    const page = await browser.newPage()
    await page.goto(served.url)
    await begin(page, { how: 'start', choice: 'webgpu' })
    const end = await ended(page)
    expect(end).toMatchObject({ state: 'done', done: count, backend: 'wasm' })
    expect(end.backendReason).toMatch(/WebGPU stopped in the middle of the run/)
    expect(server.end?.provenance).toMatchObject({ backend: 'wasm' })
    expect(server.end?.provenance.backendReason).toMatch(/A part of the images was scored by WebGPU/)
    for (const [place, row] of server.rows.entries()) expect(row.scores[0]).toBeCloseTo(greys[place] / 255, 3)
  } finally {
    await browser.close()
    await served.end()
  }
})
