import { differenceText, pointsText, shareText, valueText } from '@/lib/disparities/number-text'
import type { ForestMetric } from './forest-row'

/** A value as a column with its unit in the head prints it: `84.9` or `0.909`. */
export function cellValueText({ scale }: Pick<ForestMetric, 'scale'>, value: number): string {
  return scale === 'share' ? shareText(value).replace(/\s%$/, '') : valueText(value)
}

/** A difference, signed: `+8.4` points or `−0.013`. */
export function cellDifferenceText({ scale }: Pick<ForestMetric, 'scale'>, difference: number): string {
  return scale === 'share' ? pointsText(difference) : differenceText(difference)
}

/** A tick of the axis: `75` or `0.9`. */
export function tickText({ scale }: Pick<ForestMetric, 'scale'>, value: number): string {
  const text = String(Number((scale === 'share' ? value * 100 : value).toFixed(4)))
  return text.replace('-', '−')
}
