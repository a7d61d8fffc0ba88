import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writePredictionsTable } from '@/bench/predictions-table'
import { auditFrame } from '@/cli/command-fixture'
import { closeConnections } from '@/lib/db/client'
import { startJobs } from '@/lib/jobs/start-jobs'
import { EvaluationCalibration } from '@/lib/wire/calibration'
import { EvaluationCurves } from '@/lib/wire/curves'
import { MetricFrame } from '@/lib/wire/metric-frame'
import { createTestDatabase } from '@/scripts/test-database.mjs'
import { serveRoutes } from './serve-for-tests'

const folder = mkdtempSync(join(tmpdir(), 'equiscope-docs-'))
const page = readFileSync(join(import.meta.dirname, '../../docs/api.md'), 'utf8')
const blocks = [...page.matchAll(/```(bash|python)\n(.*?)```/gs)].map(([, language, lines]) => ({ language, lines }))
const onnx = join(import.meta.dirname, '../../public/sample/opacity.onnx')
const hasTools = ['curl', 'python3', 'sha256sum'].every((tool) => spawnSync(tool, ['--version']).status === 0)

/** EQUISCOPE_URL tries the lines on an Equiscope that runs already. */
let server: { url: string; stop: () => Promise<void> }
let jobs: { stop(): Promise<void> } | undefined
beforeAll(async () => {
  process.env.DATABASE_URL = await createTestDatabase()
  const running = process.env.EQUISCOPE_URL
  server = running ? { url: running, stop: async () => {} } : await serveRoutes()
  if (!running) jobs = startJobs()
  writePredictionsTable(join(folder, 'predictions.csv'), 3000, 1)
  const [header, ...rows] = readFileSync(join(folder, 'predictions.csv'), 'utf8').trim().split('\n')
  const [image, , , score] = header.split(',')
  const second = rows.map((row) => row.split(',')).map(([key, , , own]) => `${key},${(Number(own) ** 0.9).toFixed(6)}`)
  writeFileSync(join(folder, 'second-version.csv'), [`${image},${score}`, ...second].join('\n'))
})
afterAll(async () => {
  await jobs?.stop()
  await server.stop()
  await closeConnections()
})

async function runLines(program: string, lines: string): Promise<string> {
  const env = { ...process.env, BASE: server.url, ONNX: onnx }
  const child = spawn(program, ['-'], { cwd: folder, env, stdio: ['pipe', 'pipe', 'pipe'] })
  child.stdin.end(lines)
  const [output, complaint] = await Promise.all([text(child.stdout), text(child.stderr)])
  const status = child.exitCode ?? (await new Promise((resolve) => child.once('exit', resolve)))
  expect(status, complaint + output).toBe(0)
  return output
}

test.skipIf(!hasTools)('the lines of docs/api.md do what they say, as printed', { timeout: 120_000 }, async () => {
  const bash = blocks.filter(({ language }) => language === 'bash').map(({ lines }) => lines)
  await runLines('bash', `set -euo pipefail\n${bash.join('\n')}`)
  const frame = MetricFrame.parse(JSON.parse(readFileSync(join(folder, 'frame.json'), 'utf8')))
  const expected = auditFrame([
    join(folder, 'predictions.csv'),
    '--task',
    'pneumonia',
    '--by',
    'sex,age_band,sex+age_band',
  ])
  expect(frame).toEqual(expected)

  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'))
  const women = MetricFrame.parse(read('women.json'))
  expect(women.source.filter).toEqual([{ column: 'sex', value: 'F' }])
  const comparators = women.families[0].disparities.map(({ comparator }) => comparator)
  expect(comparators).toContainEqual({ age_band: '20-29' })
  expect(EvaluationCurves.parse(read('curves.json')).families[0].slices).toHaveLength(2)
  expect(EvaluationCalibration.parse(read('calibration.json')).overall.bins).toHaveLength(10)
  expect(read('run.json')).toMatchObject({ state: 'done', evaluationId: expect.any(Number) })

  const [python] = blocks.filter(({ language }) => language === 'python')
  const printed = await runLines('python3', python.lines)
  expect(printed.trim().split('\n')).toEqual([
    expect.stringMatching(/^[FM] 0\.\d+ 0\.\d+ 0\.\d+$/),
    expect.stringMatching(/^[FM] 0\./),
  ])
})
