import type { InferenceSession, Tensor } from 'onnxruntime-web/wasm'
import type { InputSpecification } from '@/lib/wire/input-specification'
import { modelFailure } from './model-failure'
import type { OpenedModel, ScoredBatch, ScoringWorker, TensorShape } from './protocol'
import { readScores } from './read-scores'
import { DeviceLost, tell } from './tell'
import { UnusableModel } from './unusable-model'

/** The runtime's own kind of module; the two builds offer the same. */
type Runtime = typeof import('onnxruntime-web/wasm')

/** One session at a time. Everything of the runtime stays in here. */
export function scoringWorker(runtime: Runtime, backend: 'webgpu' | 'wasm'): ScoringWorker {
  let session: InferenceSession | undefined
  let lost: Promise<never> | undefined
  let adapter: string | null = null

  async function open(onnx: ArrayBuffer, threads: number): Promise<OpenedModel> {
    await session?.release()
    runtime.env.logLevel = 'error'
    runtime.env.wasm.numThreads = threads
    adapter = backend === 'webgpu' ? await adapterName() : null
    session = await runtime.InferenceSession.create(onnx, {
      executionProviders: [backend],
      logSeverityLevel: 4,
    }).catch((error) => {
      throw modelFailure(error)
    })
    if (backend === 'webgpu') lost = whenLost(await runtime.env.webgpu.device)
    return {
      inputs: session.inputMetadata.map(tensorShape),
      outputs: session.outputMetadata.map(tensorShape),
      adapter,
      runtime: `onnxruntime-web ${runtime.env.versions.web ?? ''}`.trim(),
      threads: backend === 'wasm' ? (runtime.env.wasm.numThreads ?? 1) : 1,
    }
  }

  async function score(images: Float32Array[], specification: InputSpecification): Promise<ScoredBatch> {
    if (!session) throw new Error('No model is open.')
    const batch = specification.batch ?? images.length
    const tensor = joined(runtime, images, batch, specification)
    const begin = performance.now()
    const running = session.run({ [specification.input]: tensor }, [specification.output]).catch((error) => {
      throw modelFailure(error)
    })
    const outputs = await (lost ? Promise.race([running, lost]) : running)
    const output = outputs[specification.output]
    const values = await output.getData()
    const inferenceMs = performance.now() - begin
    if (output.type !== 'float32' && output.type !== 'float64')
      throw new UnusableModel(`The output holds ${output.type} values; scores must be float32.`)
    const scores = readScores(values as Float32Array, batch, images.length, specification)
    output.dispose()
    tensor.dispose()
    return { scores, inferenceMs }
  }

  let last: Promise<unknown> = Promise.resolve()

  return {
    open: (onnx, threads) => tell(() => open(onnx, threads)),
    // one after the other: on WebGPU a session that runs already refuses
    score: (images, specification) => {
      const told = last.then(() => tell(() => score(images, specification)))
      last = told
      return told
    },
  }
}

function joined(
  runtime: Runtime,
  images: Float32Array[],
  batch: number,
  { layout, ...size }: InputSpecification,
): Tensor {
  const { channels, height, width } = size
  const values = new Float32Array(batch * channels * height * width)
  for (const [place, image] of images.entries()) values.set(image, place * image.length)
  const shape = layout === 'NCHW' ? [batch, channels, height, width] : [batch, height, width, channels]
  return new runtime.Tensor('float32', values, shape)
}

function tensorShape(tensor: InferenceSession.ValueMetadata): TensorShape {
  if (!tensor.isTensor) return { name: tensor.name, type: 'other', shape: [] }
  const shape = tensor.shape.map((side) => (typeof side === 'number' && side > 0 ? side : null))
  return { name: tensor.name, type: tensor.type, shape }
}

async function adapterName(): Promise<string> {
  const adapter = await navigator.gpu?.requestAdapter()
  if (!adapter) throw new DeviceLost('No GPU adapter.')
  const { vendor, architecture, device, description } = adapter.info
  const words = [vendor, architecture, device, description].filter((word) => word !== '')
  return words.join(' ').slice(0, 200) || 'unnamed'
}

function whenLost(device: GPUDevice): Promise<never> {
  const lost = device.lost.then(({ message }) => {
    throw new DeviceLost(message)
  })
  lost.catch(() => {}) // it may be lost between two batches
  return lost
}
