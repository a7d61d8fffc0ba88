import { thresholdText } from '@/components/charts/ridge-words'
import { type CountsAbove, edgeOf, rateAt } from '@/components/charts/threshold-counts'
import { shareText } from '@/lib/disparities/number-text'
import type { EvaluationCurves } from '@/lib/wire/curves'
import type { MetricFrame } from '@/lib/wire/metric-frame'
import { words } from './view-words'

interface RuleNoteProps {
  frame: MetricFrame
  curves: EvaluationCurves | undefined
  counts: CountsAbove | undefined
}

/** Where the threshold comes from; for one chosen on these data, what it would seem to do and what it does. */
export function RuleNote({ frame: { threshold, overall, direction }, curves, counts }: RuleNoteProps) {
  const { value, rule, chosenOnTheseData } = threshold
  if (value === null) return <p>{words.ownDecisions}</p>
  if (!chosenOnTheseData) return <p>{words.ruleNotes[rule]}</p>
  if (rule === 'fixed') {
    return (
      <p>
        <b>{words.optimistic}</b> {words.chosenHere(thresholdText(value))} {words.appliedAsItIs}
      </p>
    )
  }
  const [found, alarms] = direction === 'disease' ? (['tpr', 'fpr'] as const) : (['tnr', 'fnr'] as const)
  const edge = curves && edgeOf(curves.edges, value)
  const seems = (metric: typeof found | typeof alarms) =>
    counts && edge !== undefined ? rateAt(metric, counts, edge) : undefined
  const [seemsFound, seemsAlarms] = [seems(found), seems(alarms)]
  const [isFound, isAlarms] = [overall.metrics[found]?.value, overall.metrics[alarms]?.value]
  const hasBoth = [seemsFound, seemsAlarms, isFound, isAlarms].every((share) => typeof share === 'number')
  return (
    <p>
      <b>{words.optimistic}</b> {words.chosenHere(thresholdText(value))}{' '}
      {hasBoth &&
        words.crossFitted(shareText(isFound!), shareText(seemsFound!), shareText(isAlarms!), shareText(seemsAlarms!))}
    </p>
  )
}
