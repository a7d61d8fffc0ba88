import type { Finding, MetricFrame, Slice, SliceMeasures } from '@/lib/wire/metric-frame'
import { isSameSlice } from './slice-name'

/** The findings of one slice, the worst first. */
export interface FindingGroup {
  slice: Slice
  findings: Finding[]
}

const ranks = { high: 2, medium: 1, low: 0 }

/** One card a slice; the worst slice first, by the limit of its interval that is nearer to 0. */
export function findingGroups({ findings }: Pick<MetricFrame, 'findings'>): FindingGroup[] {
  const worst = [...findings].sort(byHarm)
  const groups: FindingGroup[] = []
  for (const finding of worst) {
    const group = groups.find(({ slice }) => isSameSlice(slice, finding.slice))
    if (group) group.findings.push(finding)
    else groups.push({ slice: finding.slice, findings: [finding] })
  }
  return groups
}

function byHarm(one: Finding, other: Finding): number {
  return ranks[other.severity] - ranks[one.severity] || worseBy(other).low - worseBy(one).low
}

/** A finding's gap with worse to the right, in shares; an AUROC's on its own scale. */
export function worseBy({ metric, disparity }: Finding): { value: number; low: number; high: number } {
  const { value, low, high } = disparity
  if (value === null) throw new RangeError('a finding has a number')
  return worse(metric, { value, low, high })
}

/** A difference with worse to the right. */
export function worse(metric: string, { value, low, high }: { value: number; low: number; high: number }) {
  return metric === 'fpr' ? { value, low, high } : { value: -value, low: -high, high: -low }
}

/** The measures of a finding's slice. */
export function measuresOf({ families, overall }: MetricFrame, slice: Slice): SliceMeasures {
  if (Object.keys(slice).length === 0) return overall
  const found = families.flatMap(({ slices }) => slices).find((measures) => isSameSlice(measures.slice, slice))
  if (!found) throw new RangeError('a finding is about a slice of its frame')
  return found
}

/** What a finding says of 100 (or 1,000) and of as many others. */
export interface NaturalFrequencies {
  base: 100 | 1000
  own: number
  other: number
}

/** Whole counts of as few as tell the two apart. */
export function naturalFrequencies(own: number, other: number): NaturalFrequencies {
  const isCoarse = Math.round(own * 100) === Math.round(other * 100) || Math.min(own, other) < 0.01
  const base = isCoarse ? 1000 : 100
  return { base, own: Math.round(own * base), other: Math.round(other * base) }
}
