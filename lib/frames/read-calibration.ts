import type { Access } from '@/lib/db/access'
import { Problem } from '@/lib/problem'
import type { EvaluationView } from '@/lib/wire/evaluation-view'
import { rowsQuestionOf } from './evaluation-question'
import { askFrameThread } from './frame-threads'
import type { KeptAnswer } from './kept-answers'
import { answerKept, askedQuestion, sourceOf } from './read-metric-frame'
import { readyEvaluationFor } from './ready-evaluations'

/** Scores that are neither probabilities nor logits promise no share of positives. */
export class NeedsProbabilities extends Problem {
  readonly status = 422

  constructor() {
    super('Calibration needs probabilities or logits; the scores of this evaluation only rank.')
  }
}

/**
 * The EvaluationCalibration of an evaluation in a view, as JSON text; its threshold, margin and tests change nothing.
 * @param access to the evaluation
 */
export async function readCalibration(access: Access, view: EvaluationView): Promise<KeptAnswer> {
  const { facts, question } = await askedQuestion(access, view, rowsQuestionOf)
  if (facts.scoreScale === 'rank') throw new NeedsProbabilities()
  return answerKept('calibration', question, async () => {
    const evaluation = await readyEvaluationFor(question, 'asked')
    return askFrameThread('asked', 'calibrate', { evaluation, question, source: sourceOf(facts, question) })
  })
}
