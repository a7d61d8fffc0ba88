import type { Finding } from '@/lib/wire/metric-frame'

/** How much worse a slice is than everyone else, on the scale of the metric: positive is worse, `low` below `high`. */
export interface HarmInterval {
  value: number
  low: number
  high: number
}

/**
 * The gap of a finding as harm: a false positive rate that is higher, and any other metric that is lower.
 * @returns `undefined` where the disparity has no estimate, which no finding of an audit lacks
 */
export function harmInterval({ metric, disparity }: Pick<Finding, 'metric' | 'disparity'>): HarmInterval | undefined {
  if (disparity.status !== 'estimated') return undefined
  const { value, low, high } = disparity
  return metric === 'fpr' ? { value, low, high } : { value: 0 - value, low: 0 - high, high: 0 - low }
}

const order: Finding['severity'][] = ['high', 'medium', 'low']

/**
 * Orders findings worst first: by the limit of the interval nearer to no difference, an AUROC's difference of 0.01
 * counting as one point; of equal ones by severity.
 */
export function compareHarm(a: Finding, b: Finding): number {
  const [first, second] = [a, b].map((finding) => harmInterval(finding)?.low ?? Number.NEGATIVE_INFINITY)
  return first === second ? order.indexOf(a.severity) - order.indexOf(b.severity) : second - first
}
