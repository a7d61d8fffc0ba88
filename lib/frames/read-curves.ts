import type { Access } from '@/lib/db/access'
import type { EvaluationView } from '@/lib/wire/evaluation-view'
import { curvesQuestionOf } from './evaluation-question'
import { askFrameThread } from './frame-threads'
import type { KeptAnswer } from './kept-answers'
import { answerKept, askedQuestion, sourceOf } from './read-metric-frame'
import { readyEvaluationFor } from './ready-evaluations'

/**
 * The EvaluationCurves of an evaluation in a view, as JSON text; its threshold, margin and tests change nothing.
 * @param access to the evaluation
 */
export async function readCurves(access: Access, view: EvaluationView): Promise<KeptAnswer> {
  const { facts, question } = await askedQuestion(access, view, curvesQuestionOf)
  return answerKept('curves', question, async () => {
    const evaluation = await readyEvaluationFor(question, 'asked')
    return askFrameThread('asked', 'curve', { evaluation, question, source: sourceOf(facts, question) })
  })
}
