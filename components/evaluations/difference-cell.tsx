import { differenceText, pointsText } from '@/lib/disparities/number-text'
import type { Disparity } from '@/lib/wire/metric-frame'
import type { ShownMetric } from './measure-cell'
import { words } from './words'

interface DifferenceCellProps {
  metric: ShownMetric
  disparity: Disparity | undefined
  isComputing: boolean
}

/** The difference from everyone else with its interval, and the verdict in a word. */
export function DifferenceCell({ metric, disparity, isComputing }: DifferenceCellProps) {
  if (disparity?.status !== 'estimated') return <td className="quiet">{disparity ? words.noComparison : ''}</td>
  const { value, low, high, verdict } = disparity
  const text = metric === 'auroc' ? differenceText : pointsText
  const word = verdict ? words.verdicts[verdict] : isComputing ? words.beingTested : words.notTested
  return (
    <td className={`difference ${verdict ?? 'untested'}`}>
      <b>{text(value)}</b>{' '}
      <span className="interval">
        ({text(low)} to {text(high)})
      </span>
      <span className="verdict">{word}</span>
    </td>
  )
}
