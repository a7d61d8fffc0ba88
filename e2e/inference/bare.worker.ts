import { expose } from 'comlink'
import * as runtime from 'onnxruntime-web/wasm'

/** What the pipeline is measured against: a session and a ready tensor, nothing else. */
const bare = {
  async seconds(onnx: ArrayBuffer, input: string, shape: number[], runs: number, threads: number): Promise<number> {
    runtime.env.wasm.numThreads = threads
    const session = await runtime.InferenceSession.create(onnx, { executionProviders: ['wasm'] })
    const values = Float32Array.from({ length: shape.reduce((all, side) => all * side, 1) }, (_, place) => place % 255)
    const feeds = { [input]: new runtime.Tensor('float32', values, shape) }
    for (let run = 0; run < 3; run++) await session.run(feeds)
    const begin = performance.now()
    for (let run = 0; run < runs; run++) await session.run(feeds)
    const seconds = (performance.now() - begin) / 1000
    await session.release()
    return seconds
  },
}
export type Bare = typeof bare
expose(bare)
