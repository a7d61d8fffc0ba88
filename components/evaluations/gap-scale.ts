import { roundEnds, roundTicks } from '@/components/charts/round-ticks'
import type { Finding } from '@/lib/wire/metric-frame'
import { worseBy } from './finding-groups'

/** From points worse to percent of the width of the small plots beside findings. */
export interface GapScale {
  place: (points: number) => number
  ticks: number[]
}

/** One scale for all findings, so that their plots compare; an AUROC difference of 0.01 is drawn as 1 point. */
export function gapScale(findings: readonly Finding[], margin: number): GapScale {
  const gaps = findings.map((finding) => worseBy(finding))
  const least = Math.min(-margin, ...gaps.map(({ low }) => low)) * 100
  const most = Math.max(margin, ...gaps.map(({ high }) => high)) * 100
  const [from, to] = roundEnds(least, most, 5)
  return { place: (points) => ((points - from) / (to - from)) * 100, ticks: roundTicks(from, to, 5) }
}
