import { crossfitFolds } from '@/lib/metrics/crossfit-folds'
import { type OperatingPoint, sensitivityPoint, specificityPoint, youdenPoint } from '@/lib/metrics/operating-point'
import type { Decisions } from './disaggregate'
import type { EvaluationFrame } from './evaluation-frame'
import type { ScoreSorted } from './score-sorted'

/** How a score becomes a decision: decision = score >= threshold. */
export type ThresholdRule =
  /** `chosenOnTheseData`: a rule chose it on the same rows before, and it is applied as it is */
  | { rule: 'fixed'; value: number; chosenOnTheseData?: boolean }
  | { rule: 'youden' }
  | { rule: 'sensitivity' | 'specificity'; target: number }
  | { rule: 'given' }

const folds = 5

/**
 * The threshold with which an evaluation opens: decisions that were given; else .5 if all scores lie in [0,1] and 1 to
 * 99 % of rows reach it; else Youden.
 */
export function openingThreshold(frame: EvaluationFrame): ThresholdRule {
  if (frame.decision) return { rule: 'given' }
  if (frame.score.every((score) => score >= 0 && score <= 1)) {
    const reached = frame.score.reduce((rows, score) => rows + (score >= 0.5 ? 1 : 0), 0)
    if (reached >= 0.01 * frame.score.length && reached <= 0.99 * frame.score.length)
      return { rule: 'fixed', value: 0.5 }
  }
  return { rule: 'youden' }
}

/**
 * One decision a row. A rule that looks at labels is cross-fitted (statistics.md section 7): five folds of subjects,
 * each decided by the threshold of the other four; the threshold named is the one of all rows.
 */
export function decisionsOf(frame: EvaluationFrame, sorted: ScoreSorted, rule: ThresholdRule, seed: number): Decisions {
  if (rule.rule === 'given') {
    if (!frame.decision) throw new RangeError('no decisions were given')
    return decided(frame.decision, null, 'given', false)
  }
  if (rule.rule === 'fixed')
    return decided(
      reaching(frame, () => rule.value),
      rule.value,
      'fixed',
      rule.chosenOnTheseData ?? false,
    )
  const all = chosen(sorted, rule, Uint32Array.from(sorted.label.keys()))
  if (!all) {
    const threshold = { value: null, rule: rule.rule, chosenOnTheseData: true }
    return { decision: new Uint8Array(frame.score.length), threshold, isDecided: false }
  }
  const fold = crossfitFolds(frame.subjects, seed, folds)
  const thresholds = Array.from({ length: folds }, (_, left) => {
    const others = Uint32Array.from(sorted.label.keys()).filter((row) => fold[sorted.subject[row]] !== left)
    return chosen(sorted, rule, others)?.threshold ?? all.threshold
  })
  return decided(
    reaching(frame, (row) => thresholds[fold[frame.subject[row]]]),
    all.threshold,
    rule.rule,
    true,
  )
}

function decided(
  decision: Uint8Array,
  value: number | null,
  rule: Decisions['threshold']['rule'],
  chosenOnTheseData: boolean,
): Decisions {
  return { decision, threshold: { value, rule, chosenOnTheseData }, isDecided: true }
}

function reaching(frame: EvaluationFrame, thresholdOf: (row: number) => number): Uint8Array {
  const decision = new Uint8Array(frame.score.length)
  for (let row = 0; row < decision.length; row++) decision[row] = frame.score[row] >= thresholdOf(row) ? 1 : 0
  return decision
}

function chosen(
  sorted: ScoreSorted,
  rule: Exclude<ThresholdRule, { rule: 'fixed' | 'given' }>,
  rows: Uint32Array,
): OperatingPoint | undefined {
  const { score, label } = sorted
  if (rule.rule === 'youden') return youdenPoint(score, label, rows)
  return rule.rule === 'sensitivity'
    ? sensitivityPoint(score, label, rows, rule.target)
    : specificityPoint(score, label, rows, rule.target)
}
