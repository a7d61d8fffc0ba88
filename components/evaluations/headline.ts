import { sliceText } from '@/lib/disparities/slice-text'
import type { FindingsState } from '@/lib/wire/findings-state'
import type { MetricFrame } from '@/lib/wire/metric-frame'
import { words } from './words'

/** The worst finding in words, the second after a semicolon; without any, what could have been missed. */
export function headline({ findings, families }: MetricFrame, state: FindingsState['state']): string {
  if (state === 'computing') return words.computing
  if (state !== 'ready') return words.notTestedYet
  if (findings.length === 0) return words.noGap(missablePoints(families))
  const claims = findings.slice(0, 2).map(({ harm, slice }) => words.claims[harm](sliceText(slice)))
  const [first, second] = claims
  const more = findings.length - claims.length
  const told = second === undefined ? first : `${first}; ${second.charAt(0).toLowerCase()}${second.slice(1)}`
  return told + (more > 0 ? words.andMore(more) : '')
}

/** The largest gap in sensitivity, in points, that one of the comparisons could have missed. */
function missablePoints(families: MetricFrame['families']): number | undefined {
  const gaps = families.flatMap(({ disparities }) =>
    disparities.flatMap(({ metric, kind, status, mde }) =>
      metric === 'tpr' && kind === 'difference' && status === 'estimated' && mde !== null ? [mde * 100] : [],
    ),
  )
  return gaps.length > 0 ? Math.max(...gaps) : undefined
}
