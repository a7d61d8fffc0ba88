import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import type { InputSpecification } from '@/lib/wire/input-specification'
import { serveInference } from './harness'
import { tinyOnnx } from './tiny-onnx'

const shared = resolve(import.meta.dirname, '../../../shared/data')
let served: Awaited<ReturnType<typeof serveInference>>
test.beforeAll(async () => {
  served = await serveInference({})
})
test.afterAll(() => served.end())
test.beforeEach(({ page }) => page.goto(served.url))

const fitting: InputSpecification = {
  input: 'x',
  layout: 'NCHW',
  width: 8,
  height: 8,
  channels: 3,
  batch: null,
  resize: 'stretch',
  normalisation: { kind: 'unit' },
  output: 'y',
  activation: 'none',
  tasks: [{ task: 'Edema', index: 0 }],
}

/** What a person is told of a model, or the proposal. */
function opened(page: Page, onnx: Buffer) {
  return page.evaluate(
    (bytes) =>
      globalThis.inference
        .openModel(new Blob([new Uint8Array(bytes)]), new AbortController().signal)
        .then(({ proposal }) => proposal)
        .catch((error) => String(error.message)),
    [...onnx],
  )
}

function tried(page: Page, onnx: Buffer, specification: InputSpecification) {
  return page.evaluate(
    ([bytes, wanted]) =>
      globalThis.inference
        .tryModel(new Blob([new Uint8Array(bytes)]), wanted, new AbortController().signal)
        .catch((error) =>
          [error.message, ...(error.errors ?? []).map((fault: { message: string }) => fault.message)].join(' '),
        ),
    [[...onnx], specification] as const,
  )
}

test('reads a specification from the file where it can', async ({ page }) => {
  expect(await opened(page, tinyOnnx())).toMatchObject({
    specification: { input: 'x', layout: 'NCHW', width: 8, height: 8, channels: 3, batch: null, output: 'y' },
    outputs: [{ name: 'y', width: 3 }],
    open: [],
  })
  const fixed = tinyOnnx({ inputs: [['x', [4, 3, 8, 8]]], outputs: [['y', [4, 3]]] })
  expect(await opened(page, fixed)).toMatchObject({ specification: { batch: 4 } })
  const dynamic = tinyOnnx({ inputs: [['x', ['N', 3, 'H', 'W']]] })
  expect(await opened(page, dynamic)).toMatchObject({ specification: { width: 224, height: 224 }, open: ['size'] })
})

const wrong: [string, () => Buffer, RegExp][] = [
  ['a file that is no ONNX', () => Buffer.from('id,label\n1,0\n'), /no ONNX model/],
  ['an empty file', () => Buffer.alloc(0), /no ONNX model/],
  ['a model that is cut off', () => tinyOnnx().subarray(0, 60), /no ONNX model/],
  [
    'an unsupported operator',
    () => tinyOnnx({ nodes: ['Frobnicate x -> mean', 'Flatten mean -> y'] }),
    /operator Frobnicate/,
  ],
  [
    'two inputs',
    () =>
      tinyOnnx({
        inputs: [
          ['x', ['N', 3, 8, 8]],
          ['age', ['N', 3]],
        ],
        nodes: ['GlobalAveragePool x -> mean', 'Flatten mean -> flat', 'Add flat age -> y'],
      }),
    /2 inputs/,
  ],
  ['the wrong rank', () => tinyOnnx({ inputs: [['x', ['N', 3]]], nodes: ['Relu x -> y'] }), /2 dimensions/],
  [
    'seven channels',
    () => tinyOnnx({ inputs: [['x', ['N', 7, 8, 8]]], outputs: [['y', ['N', 7]]] }),
    /neither 1 nor 3/,
  ],
  [
    'a segmentation model',
    () => tinyOnnx({ nodes: ['Relu x -> y'], outputs: [['y', ['N', 3, 8, 8]]] }),
    /no output with one row/,
  ],
]
for (const [name, onnx, words] of wrong)
  test(`says what is wrong with ${name}`, async ({ page }) => {
    expect(await opened(page, onnx())).toMatch(words)
  })

const brain = resolve(shared, 'model-niivue-brain-onnx')
test('says that a model of volumes is none of images', async ({ page }) => {
  test.skip(!existsSync(brain), 'the 3-D model is not here: ../shared/data')
  expect(await opened(page, readFileSync(resolve(brain, 'model.onnx')))).toMatch(/volumes \(3-D\)/)
})

test('tries a model before it is registered', async ({ page }) => {
  expect(await tried(page, tinyOnnx(), fitting)).toMatchObject({ isConstant: false, isProbability: true })
  const none = ['GlobalAveragePool x -> mean', 'Flatten mean -> flat', 'Sub flat flat -> zero', 'Div zero zero -> y']
  expect(await tried(page, tinyOnnx({ nodes: none }), fitting)).toMatch(/not numbers/)
  const constant = ['GlobalAveragePool x -> mean', 'Flatten mean -> flat', 'Sub flat flat -> y']
  expect(await tried(page, tinyOnnx({ nodes: constant }), fitting)).toMatchObject({ isConstant: true })
})

test('says where a specification does not fit', async ({ page }) => {
  const beyond = { ...fitting, tasks: [{ task: 'Edema', index: 7 }] }
  expect(await tried(page, tinyOnnx(), beyond)).toMatch(/last output is 2/)
  expect(await tried(page, tinyOnnx(), { ...fitting, width: 16 })).toMatch(/wants 8, not 16/)
  expect(await tried(page, tinyOnnx(), { ...fitting, input: 'image' })).toMatch(/no input named image/)
  expect(await tried(page, tinyOnnx(), { ...fitting, output: 'z' })).toMatch(/no output named z/)
})

test('fills up a batch axis that the model fixes', async ({ page }) => {
  const fixed = tinyOnnx({ inputs: [['x', [4, 3, 8, 8]]], outputs: [['y', [4, 3]]] })
  const scores = await page.evaluate(
    async ([bytes, wanted]) => {
      const model = new Blob([new Uint8Array(bytes)])
      const scorer = await globalThis.inference.openScorer('wasm', model, wanted, new AbortController().signal)
      const images = [0.25, 0.75].map((value) => new Float32Array(192).fill(value))
      const scored = await scorer.score(images)
      scorer.end()
      return Array.from(scored.scores)
    },
    [[...fixed], { ...fitting, batch: 4 }] as const,
  )
  expect(scores).toHaveLength(2)
  expect(scores[0]).toBeCloseTo(0.25, 5)
  expect(scores[1]).toBeCloseTo(0.75, 5)
})
