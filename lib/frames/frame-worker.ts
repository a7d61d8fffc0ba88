import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { openPool } from '@/lib/db/connection'
import { loadEvaluation } from '@/lib/db/load-evaluation'
import { measureAudit, openAudit, testedView } from '@/lib/disparities/audit'
import { evaluationCalibration } from '@/lib/disparities/evaluation-calibration'
import { evaluationCurves } from '@/lib/disparities/evaluation-curves'
import { metricFrame, withReferences } from '@/lib/disparities/metric-frame'
import { hasReference } from '@/lib/disparities/reference-disparities'
import { EvaluationCalibration } from '@/lib/wire/calibration'
import { EvaluationCurves } from '@/lib/wire/curves'
import { MetricFrame } from '@/lib/wire/metric-frame'
import type { EvaluationQuestion } from './evaluation-question'
import type { FrameProgress, FrameReply, FrameRequest, FrameWork, ViewOfEvaluation } from './frame-protocol'
import { LastingSums } from './lasting-sums'
import { permutationsOnThreads } from './permutation-threads'
import { auditOf, readyEvaluation, viewedRows } from './ready-evaluation'

/** What a frame thread is started with. */
export interface FrameThreadStart {
  databaseUrl: string
  /** gives way to all other threads */
  isPatient: boolean
}

if (!parentPort) throw new Error('frame-worker runs in a worker thread')
const port = parentPort
const { databaseUrl, isPatient } = workerData as FrameThreadStart
// Linux counts priority by thread, and threads that this one starts have its own; elsewhere it would be the whole app's.
// A third of what others get when all are busy: with 10 instead of 5 it would be a tenth, and findings would starve.
if (isPatient && process.platform === 'linux') setPriority(0, 5)
const pool = openPool(databaseUrl, 4)
pool.on('error', () => {}) // a session that the server ended is dropped; the next query opens another one

/** A new threshold finds here what the last one left; a MetricFrame of 72 slices leaves about 100 kB. */
const lasting = new LastingSums(64e6)
const permutationWorker = new URL('./permutation-worker.mjs', import.meta.url)
const aborts = new Map<number, AbortController>()

port.on('message', (request: FrameRequest) => {
  if (request.kind === 'abort') {
    aborts.get(request.id)?.abort()
    return
  }
  const { id } = request
  const abort = new AbortController()
  aborts.set(id, abort)
  const reply = (message: FrameReply) => port.postMessage(message)
  answerTo(request, abort.signal, (progress) => reply({ id, kind: 'progress', progress }))
    .then((answer) => reply({ id, kind: 'answer', answer }))
    .catch((error: unknown) => reply({ id, kind: 'fault', ...described(error) }))
    .finally(() => aborts.delete(id))
})

async function answerTo(
  request: Exclude<FrameRequest, { kind: 'abort' }>,
  signal: AbortSignal,
  onProgress: (progress: FrameProgress) => void,
) {
  if (request.kind === 'load') return readyEvaluation(await loadEvaluation(pool, request.asks.part))
  if (request.kind === 'measure') return measured(request.asks)
  if (request.kind === 'compare') return compared(request.asks)
  if (request.kind === 'calibrate') return calibrated(request.asks)
  return request.kind === 'curve' ? curved(request.asks) : found(request.asks, signal, onProgress)
}

function measuring({ evaluationId, taskId, split, filter, offered }: EvaluationQuestion): typeof openAudit {
  const remember = lasting.of(JSON.stringify([evaluationId, taskId, split, filter, offered]))
  return (frame, settings, sorted) => measureAudit(frame, settings, sorted, remember)
}

function measured({ evaluation, question, source: asked }: ViewOfEvaluation): string {
  const { audit, source, warnings } = auditOf(evaluation, question, asked, measuring(question))
  return JSON.stringify(MetricFrame.parse(metricFrame(audit, undefined, source, warnings)))
}

function compared({ evaluation, question, source, frame: text }: FrameWork['compare']['asks']): string {
  const frame = MetricFrame.parse(JSON.parse(text))
  const by = frame.families.map((family) => family.by).filter((own) => hasReference(own, question.against))
  const { audit } = auditOf(evaluation, { ...question, by }, source, measuring(question))
  return JSON.stringify(MetricFrame.parse(withReferences(frame, audit, question.against)))
}

function curved({ evaluation, question, source: { task, direction, scale } }: ViewOfEvaluation): string {
  const { frame, sorted, families } = viewedRows(evaluation, question)
  const settings = { task, direction, scale, families, exact: question.exact }
  return JSON.stringify(EvaluationCurves.parse(evaluationCurves(frame, sorted, settings)))
}

function calibrated({ evaluation, question, source: { task, scale } }: ViewOfEvaluation): string {
  if (scale === 'rank') throw new RangeError('scores that only rank have no calibration')
  const { frame, sorted, families } = viewedRows(evaluation, question)
  return JSON.stringify(EvaluationCalibration.parse(evaluationCalibration(frame, sorted, { task, scale, families })))
}

async function found(
  { evaluation, question, source: asked }: ViewOfEvaluation,
  signal: AbortSignal,
  onProgress: (progress: FrameProgress) => void,
): Promise<string> {
  onProgress({ phase: 'measuring', done: 0, total: null })
  const { audit, source, warnings } = auditOf(evaluation, question, asked, openAudit)
  const total = audit.plans.length * (question.permutations + 1)
  const statistics = []
  for (const [at, { plan }] of audit.plans.entries()) {
    const before = at * (question.permutations + 1)
    const told = (done: number) => onProgress({ phase: 'testing', done: before + done, total })
    told(0)
    await new Promise((next) => setImmediate(next)) // an abort that has arrived is heard
    signal.throwIfAborted()
    const how = { signal, onProgress: told }
    statistics.push(await permutationsOnThreads(plan, question.permutations, permutationWorker, how))
  }
  onProgress({ phase: 'comparing', done: total, total })
  return JSON.stringify(MetricFrame.parse(metricFrame(audit, testedView(audit, statistics), source, warnings)))
}

function described(error: unknown) {
  const { name, message, stack } = error instanceof Error ? error : new Error('a thread failed')
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
  return { name, message, stack, code }
}
