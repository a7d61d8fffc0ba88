import type { FindingsState } from '@/lib/wire/findings-state'
import type { MetricFrame } from '@/lib/wire/metric-frame'
import { type FindingGroup, findingGroups } from './finding-groups'
import { findingsWords as say } from './findings-words'
import { notKnownWords } from './not-known-words'
import { poolName } from './pool-name'
import { sliceName } from './slice-name'
import { words } from './words'

/** The worst finding in words, the second after a semicolon; without any, what could have been missed. */
export function headline(frame: MetricFrame, state: FindingsState['state']): string {
  if (state === 'computing') return say.computing
  if (state !== 'ready') return words.notTestedYet
  const pool = poolName(frame.source)
  return pool ? say.among(pool, toldOf(frame)) : toldOf(frame)
}

function toldOf(frame: MetricFrame): string {
  const groups = findingGroups(frame)
  if (groups.length === 0) return withoutFinding(frame)
  const [first, second] = groups.map(groupHeadline)
  const told = second === undefined ? first : `${first}; ${second.charAt(0).toLowerCase()}${second.slice(1)}`
  return told + (groups.length > 2 ? say.andMore(groups.length - 2) : '')
}

/** The error by its name; a group with both kinds of error works less well. A gap in AUROC beside one adds no name. */
function groupHeadline({ slice, findings }: FindingGroup): string {
  const { text, isAcquisition } = sliceName(slice)
  const errors = [...new Set(findings.map(({ harm }) => harm))].filter((harm) => harm !== 'ranking')
  const name = errors.length > 1 ? 'several' : (errors[0] ?? 'ranking')
  return (isAcquisition ? say.headlinesOn : say.headlines)[name](text)
}

/** The largest gap in missed disease, in points, that one of the comparisons could have missed. */
function withoutFinding({ families, direction }: MetricFrame): string {
  const differences = families.flatMap(({ disparities }) => disparities).filter(({ kind }) => kind === 'difference')
  if (families.length > 0 && !differences.some(({ verdict }) => verdict !== null)) return say.nothingTestable
  const missed = direction === 'disease' ? 'tpr' : 'fpr'
  const gaps = differences.flatMap(({ metric, mde }) => (metric === missed && mde !== null ? [mde * 100] : []))
  return gaps.length > 0
    ? say.noGapBut(Math.max(...gaps).toFixed(0), notKnownWords.metricsInside[direction][missed])
    : say.noGap
}
