import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decode } from 'fast-png'
import { InferenceSession, Tensor } from 'onnxruntime-web'
import { beforeAll, expect, test } from 'vitest'
import { auditFrame, estimated, sliceWith } from '@/cli/command-fixture'
import { TableFixture } from '@/lib/ingest/table-fixture'
import { InputSpecification } from '@/lib/wire/input-specification'
import { drawPhantom, phantomSize } from './draw-phantom'
import { phantomManifest } from './phantom-manifest'
import { phantomName, phantomPng } from './phantom-png'
import { sampleModel, samplePhantoms, sampleSpecification } from './sample'

const onnx = readFileSync(join(import.meta.dirname, '../../public', sampleModel.path))
const set = samplePhantoms()
const pictures = set.map(drawPhantom)
let scores: number[]

/** The model's own answers, by the runtime that the browser uses. */
async function scored(): Promise<number[]> {
  const session = await InferenceSession.create(Uint8Array.from(onnx), { executionProviders: ['wasm'] })
  const pixels = phantomSize * phantomSize
  const images = new Float32Array(set.length * pixels)
  for (const [at, picture] of pictures.entries()) images.set(picture, at * pixels)
  const tensor = new Tensor(
    'float32',
    images.map((grey) => grey / 255),
    [set.length, 1, phantomSize, phantomSize],
  )
  const output = await session.run({ [sampleSpecification.input]: tensor })
  const logits = output[sampleSpecification.output].data as Float32Array
  return [...logits].map((logit) => 1 / (1 + Math.exp(-logit)))
}

beforeAll(async () => {
  scores = await scored()
})

test('the model is the one that is named, and small', () => {
  expect(createHash('sha256').update(onnx).digest('hex')).toBe(sampleModel.sha256)
  expect(onnx.length).toBe(sampleModel.bytes)
  expect(onnx.length).toBeLessThan(2e6)
  expect(InputSpecification.parse(sampleSpecification)).toEqual(sampleSpecification)
})

test('the pictures are the same bytes every time, and as PNG lose none', () => {
  const all = createHash('sha256')
  for (const picture of pictures) all.update(picture)
  expect(all.digest('hex')).toBe('42f8ac822befc42078a39510492f8752d8b9e809dd3d3224fa6437b12c466d4e')
  const { data, width, channels, depth } = decode(phantomPng(set[3]))
  expect({ width, channels, depth }).toEqual({ width: phantomSize, channels: 1, depth: 8 })
  expect(Uint8Array.from(data)).toEqual(pictures[3])
  expect(drawPhantom(set[3])).toEqual(pictures[3])
})

test('the manifest names each picture once, with what is known of it', () => {
  const lines = phantomManifest(set).trim().split('\n').slice(1)
  expect(lines.length).toBe(set.length)
  expect(new Set(lines.map((line) => line.split(',')[0]))).toEqual(new Set(set.map(phantomName)))
  expect(set.length).toBeGreaterThan(300)
  const share = (of: typeof set) => of.filter(({ hasOpacity }) => hasOpacity).length / of.length
  const bySex = (sex: string) => share(set.filter((own) => own.sex === sex))
  expect(Math.abs(bySex('F') - bySex('M'))).toBeLessThan(0.1) // the truth favours nobody
})

test('the audit finds what was planted: the model misses more in women', { timeout: 120_000 }, async () => {
  const files = await TableFixture.create()
  const lines = set.map((own, at) =>
    [own.number, own.patient, own.sex, own.age, own.view, own.hasOpacity ? 1 : 0, scores[at]].join(','),
  )
  const table = await files.write(['image_id,patient_id,sex,age,view,label,score', ...lines].join('\n'))
  const frame = auditFrame([table, '--by', 'sex,view'])
  await files.remove()
  const [finding] = frame.findings
  expect(finding).toMatchObject({ slice: { sex: 'F' }, harm: 'underdiagnosis' })
  expect(frame.findings.every(({ slice }) => 'sex' in slice)).toBe(true) // nothing was planted about the view
  const sensitivity = (sex: string) => estimated(sliceWith(frame, 'sex', sex), 'tpr').value
  expect(sensitivity('M') - sensitivity('F')).toBeGreaterThan(0.3)
})
