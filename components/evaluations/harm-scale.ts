import { roundEnds, roundTicks } from '@/components/charts/round-ticks'
import type { Finding } from '@/lib/wire/metric-frame'
import { worseBy } from './finding-groups'
import type { GapScale } from './gap-scale'

/** One scale for the worst findings of all tasks: from the margin on the better side to a round end on the worse one. */
export function harmScale(findings: readonly Finding[], margin: number): GapScale {
  const gaps = findings.map(worseBy)
  const least = Math.min(-margin, ...gaps.map(({ low }) => low)) * 100
  const [, most] = roundEnds(0, Math.max(margin, ...gaps.map(({ high }) => high)) * 100, 4)
  const ticks = roundTicks(least, most, 4).filter((tick) => tick >= 0)
  return { place: (points) => ((points - least) / (most - least)) * 100, ticks }
}
