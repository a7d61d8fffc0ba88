import type { MetricFrame } from '@/lib/wire/metric-frame'

/** How many comparisons a frame tested: two slices that are each other's everyone else share one. */
export function comparisonsOf({ families }: Pick<MetricFrame, 'families'>): number {
  return families.reduce((sum, { slices, disparities }) => {
    const tested = disparities.filter(({ verdict }) => verdict !== null)
    const isOfTwo = slices.filter(({ n }) => n !== 0).length === 2
    return sum + (isOfTwo ? new Set(tested.map(({ metric }) => metric)).size : tested.length)
  }, 0)
}
