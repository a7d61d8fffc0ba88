import * as z from 'zod'
import type { RunJob } from '@/lib/jobs/job-context'
import { EvaluationView } from '@/lib/wire/evaluation-view'
import { askFrameThread } from './frame-threads'
import { answerKept, askedQuestion, sourceOf } from './read-metric-frame'
import { readyEvaluationFor } from './ready-evaluations'

const FindingsRequest = z.object({
  /** hash of the question, by which the job is found */
  question: z.string(),
  evaluationId: z.int().positive(),
  view: EvaluationView,
})

/** Finds by permutation, on threads that give way to all else, and keeps the answer. May be run again after a crash. */
export const runFindings: RunJob = async (request, { signal, report }) => {
  const { evaluationId, view } = FindingsRequest.parse(request)
  const { facts, question } = await askedQuestion({ id: evaluationId }, { ...view, against: undefined })
  await answerKept('findings', question, async () => {
    signal.throwIfAborted()
    report('loading', 0, null)
    const evaluation = await readyEvaluationFor(question, 'patient')
    const onProgress = ({ phase, done, total }: { phase: string; done: number; total: number | null }) =>
      report(phase, done, total)
    const asks = { evaluation, question, source: sourceOf(facts, question) }
    return askFrameThread('patient', 'find', asks, { signal, onProgress })
  })
  return { evaluationId }
}
