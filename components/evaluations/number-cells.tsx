import { pText } from '@/lib/disparities/number-text'
import { testedMetrics } from '@/lib/disparities/tested-metric'
import type { Measure } from '@/lib/wire/measure'
import type { Disparity } from '@/lib/wire/metric-frame'
import type { MetricKey } from '@/lib/wire/metric-key'
import { levelText } from './level-text'
import { metricTexts } from './metric-texts'
import { plotWords as say } from './plot-words'
import { words } from './words'

/** A value with its interval, n and effective n; or the reason why there is none. */
export function ValueCell({ metric, measure }: { metric: MetricKey; measure: Measure | undefined }) {
  if (measure === undefined) return <td className="quiet">{words.notTested}</td>
  if (measure.status !== 'estimated') {
    const reason = measure.status === 'too_few' ? `${say.tooFew}, ${say.nText(measure.n)}` : say[measure.status]
    return <td className={measure.status === 'suppressed' ? 'inset' : 'hatched'}>{reason}</td>
  }
  const { bare } = metricTexts(metric)
  const { value, low, high, n, nEff, missingLabelLimits: limits } = measure
  return (
    <td className="number">
      <b>{bare(value)}</b>{' '}
      <span className="interval">
        ({bare(low)} to {bare(high)}) {say.nText(n)}
        {nEff !== null && `, ${say.nEff} ${Math.round(nEff).toLocaleString('en')}`}
        {limits && `; ${say.limits(bare(limits[0]), bare(limits[1]))}`}
      </span>
    </td>
  )
}

interface DifferenceCellsProps {
  metric: MetricKey
  own: Disparity | undefined
  /** from the slice that the view compares with, where it names one */
  chosen: Disparity | undefined
}

/** A difference from everyone else with its interval, its verdict in a word, and its adjusted p. */
export function DifferenceCells({ metric, own, chosen }: DifferenceCellsProps) {
  if (own?.status !== 'estimated') {
    return (
      <>
        <td className="quiet">{own ? words.noComparison : ''}</td>
        <td />
      </>
    )
  }
  const { value, low, high, verdict, pAdjusted } = own
  const { difference } = metricTexts(metric)
  const isTested = testedMetrics.some((each) => each === metric)
  return (
    <>
      <td className={`number difference ${verdict ?? 'untested'}`}>
        <b>{difference(value)}</b>{' '}
        <span className="interval">
          ({difference(low)} to {difference(high)})
        </span>
        {chosen?.status === 'estimated' && chosen.comparator !== 'everyone else' && (
          <span className="note">
            {say.fromChosen(
              Object.values(chosen.comparator).map(levelText).join(', '),
              difference(chosen.value),
              difference(chosen.low),
              difference(chosen.high),
            )}
          </span>
        )}
      </td>
      <td>
        {verdict ? words.verdicts[verdict] : isTested ? words.untested : words.notTested}
        {pAdjusted !== null && <span className="interval"> p {pText(pAdjusted)}</span>}
      </td>
    </>
  )
}
