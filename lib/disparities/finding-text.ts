import type { Direction, Disparity, Slice } from '@/lib/wire/metric-frame'
import { countText, differenceText, pointsText, pText, shareText, valueText } from './number-text'
import { sliceText } from './slice-text'
import type { TestedMetric } from './tested-metric'

/** The numbers of a finding, for its sentence. */
export interface FindingNumbers {
  slice: Slice
  metric: TestedMetric
  direction: Direction
  /** whether the slice is about images (view, scanner, site) rather than people */
  isAcquisition: boolean
  value: number
  comparatorValue: number
  disparity: Extract<Disparity, { status: 'estimated' }>
  /** rows and subjects behind the value: of the class that the metric uses; all labelled ones for AUROC */
  rows: number
  subjects: number
  tasks: number
  /** case-mix variables that account for part of the gap */
  partly: readonly string[]
  /** what the evaluation was restricted to, in words; empty: nothing */
  pool: string
}

/** A finding in plain English, with its interval, adjusted p and what it rests on. */
export function findingText(finding: FindingNumbers): string {
  const { metric, disparity, partly, pool, tasks } = finding
  const isArea = metric === 'auroc'
  const gap = isArea ? differenceText : (difference: number) => `${pointsText(difference)}`
  const unit = isArea ? '' : ' points'
  const reaches = disparity.low <= 0 && disparity.high >= 0 ? ' (its interval reaches 0)' : ''
  const across = tasks > 1 ? ` across ${tasks} tasks` : ''
  const numbers =
    `difference ${gap(disparity.value)}${unit}, 95 % interval ${gap(disparity.low)} to ${gap(disparity.high)}${reaches}; ` +
    `adjusted p ${pText(disparity.pAdjusted ?? 1)}${across}; ${basisText(finding)}`
  const accounted = partly.length > 0 ? ` Partly accounted for by ${partly.join(', ')}.` : ''
  return `${claimText(finding)} (${numbers}).${accounted}${pool ? ` Among ${pool}.` : ''}`
}

function basisText({ metric, direction, rows, subjects }: FindingNumbers): string {
  const [positive, negative] =
    direction === 'disease' ? ['positive images', 'negative images'] : ['healthy images', 'images with disease']
  const kind = metric === 'auroc' ? 'images' : metric === 'tpr' ? positive : negative
  return `${countText(rows)} ${kind} of ${countText(subjects)} patients`
}

function claimText({ slice, metric, direction, isAcquisition, value, comparatorValue }: FindingNumbers): string {
  const name = sliceText(slice)
  const where = isAcquisition ? `on images with ${name}` : `for ${name}`
  const [own, other] =
    metric === 'auroc' ? [valueText(value), valueText(comparatorValue)] : [shareText(value), shareText(comparatorValue)]
  if (metric === 'auroc') {
    return isAcquisition
      ? `Performance is lower ${where}: ranks them less well, AUROC ${own} against ${other} on all other images`
      : `Ranks patients of ${name} less well: AUROC ${own} against ${other} in everyone else`
  }
  const rest = isAcquisition ? 'on all other images' : 'in everyone else'
  // of images one says that performance is lower on them, and how; of patients what the model does to them
  const lead = (claim: string) =>
    isAcquisition ? `Performance is lower ${where}: ${claim.toLowerCase()},` : `${claim} ${where}:`
  if (direction === 'disease') {
    if (metric === 'tpr') {
      const start = isAcquisition ? `Performance is lower ${where}` : `Works less well ${where}`
      return `${start}: finds ${own} of disease against ${other} ${rest}`
    }
    return `${lead('Raises more false alarms')} ${own} of those without disease are flagged, against ${other} ${rest}`
  }
  return metric === 'fpr'
    ? `${lead('Misses more disease')} calls ${own} of the ill healthy, against ${other} ${rest}`
    : `${lead('Raises more false alarms')} finds ${own} of the healthy healthy, against ${other} ${rest}`
}
