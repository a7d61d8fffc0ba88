import { shareText, valueText } from '@/lib/disparities/number-text'
import type { Measure } from '@/lib/wire/measure'
import { words } from './words'

export type ShownMetric = 'auroc' | 'tpr' | 'fpr'

/** A value with its interval and n, or the reason why there is none. */
export function MeasureCell({ metric, measure }: { metric: ShownMetric; measure: Measure | undefined }) {
  if (measure?.status === 'estimated') {
    const text = metric === 'auroc' ? valueText : shareText
    const limit = (share: number) => text(share).replace(/\s%$/, '')
    const { value, low, high, n } = measure
    return (
      <td className="number">
        <b>{text(value)}</b>{' '}
        <span className="interval">
          ({limit(low)} to {limit(high)}), n = {n.toLocaleString('en')}
        </span>
      </td>
    )
  }
  const isHatched = measure?.status !== 'suppressed'
  return <td className={isHatched ? 'number hatched' : 'number inset'}>{reasonText(metric, measure)}</td>
}

function reasonText(metric: ShownMetric, measure: Measure | undefined): string {
  if (measure === undefined) return words.notTested
  if (measure.status === 'suppressed') return words.suppressed
  return measure.status === 'too_few' ? words.tooFewRows(measure.n ?? 0) : words.undefinedFor[metric]
}
