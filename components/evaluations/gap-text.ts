import { differenceText, pointsText } from '@/lib/disparities/number-text'
import type { Finding } from '@/lib/wire/metric-frame'
import { worseBy } from './finding-groups'

/** How much worse in figures: points, or an AUROC's difference on its own scale; without a plus, since worse is said. */
export function gapText(finding: Finding): { value: string; interval: string; reachesZero: boolean } {
  const { value, low, high } = worseBy(finding)
  const print = finding.metric === 'auroc' ? differenceText : pointsText
  const unsigned = (gap: number) => print(gap).replace(/^\+/, '')
  return { value: unsigned(value), interval: `(${unsigned(low)} to ${unsigned(high)})`, reachesZero: low <= 0 }
}
