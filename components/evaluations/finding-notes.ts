import { differenceText, pointsText, shareText } from '@/lib/disparities/number-text'
import { wordsOf } from '@/lib/slices/attribute-concept'
import type { Disparity, Finding, MetricFrame } from '@/lib/wire/metric-frame'
import { worse } from './finding-groups'
import { findingsWords as say } from './findings-words'
import { isSameSlice, restName, sliceName } from './slice-name'

/** One thing that bears on a finding: what it is about, and what it says. */
export interface FindingNote {
  about: string
  text: string
}

/** Case mix, labels and unknown levels of a finding, each as a sentence with its numbers. */
export function findingNotes(frame: MetricFrame, finding: Finding): FindingNote[] {
  return [...caseMix(frame, finding), ...labelError(frame, finding), ...unknownLevels(finding)]
}

/** `5.7 points (1.2 to 10.3)`: a gap with worse positive. */
function gapText(metric: Finding['metric'], interval: { value: number; low: number; high: number }): string {
  const { value, low, high } = worse(metric, interval)
  const text = metric === 'auroc' ? differenceText : pointsText
  const plain = (gap: number) => text(gap).replace(/^\+/, '')
  return `${plain(value)}${metric === 'auroc' ? '' : say.points} (${plain(low)} to ${plain(high)})`
}

/** What a card says first of a finding for which another variable accounts; a sentence a variable. */
export function accountedFor(frame: MetricFrame, finding: Finding): string[] {
  return adjustedOf(frame, finding)
    .filter(({ adjustedFor }) => finding.partlyAccountedForBy.includes(adjustedFor ?? ''))
    .map(accountedText)
}

function caseMix(frame: MetricFrame, finding: Finding): FindingNote[] {
  return adjustedOf(frame, finding)
    .filter(({ adjustedFor }) => !finding.partlyAccountedForBy.includes(adjustedFor ?? ''))
    .map((own) => ({ about: say.caseMix, text: adjustedText(own) }))
}

function adjustedOf({ families }: MetricFrame, { metric, slice }: Finding): Disparity[] {
  return families
    .flatMap(({ disparities }) => disparities)
    .filter((own) => own.kind === 'adjusted_difference' && own.metric === metric && isSameSlice(own.slice, slice))
}

function adjustedText(adjusted: Disparity): string {
  const name = wordsOf(adjusted.adjustedFor ?? '')
  if (adjusted.status !== 'estimated') return say.cannotAdjust(name)
  return say.survives(name, gapText(adjusted.metric, adjusted), sharedText(adjusted))
}

/** Signs in words: what is better once another variable is held equal is no gap of −1.4 points. */
function accountedText(adjusted: Disparity): string {
  const { metric, adjustedFor, status } = adjusted
  const name = wordsOf(adjustedFor ?? '')
  if (status !== 'estimated') return say.cannotAdjust(name)
  const { value, low, high } = worse(metric, adjusted)
  if (value > 0) return say.partly(name, gapText(metric, adjusted), sharedText(adjusted))
  const text = metric === 'auroc' ? differenceText : pointsText
  const gap = `${text(-value).replace(/^\+/, '')}${metric === 'auroc' ? '' : say.points}`
  return say.nothingLeft(name, say.otherWay(gap, text(-high), text(-low)), sharedText(adjusted))
}

function sharedText({ sharedStrata }: Disparity): string {
  return sharedStrata === undefined || sharedStrata > 0.995 ? '' : say.shared(shareText(sharedStrata))
}

function labelError(frame: MetricFrame, { slice, disparity }: Finding): FindingNote[] {
  const { tippingPoint } = disparity
  if (!tippingPoint) return []
  const { label, share, shareAtLimit } = tippingPoint
  const atLimit = shareAtLimit === null || shareAtLimit <= 0 ? '.' : say.tipsAtLimit(shareText(shareAtLimit))
  const rest = restName(frame, slice)
  const isPossible = share > 0 && share <= 1
  const kind = say.labels[frame.direction][label]
  const group = sliceName(slice).text
  // an AUROC sinks with both shares: what is known is their sum
  const tips =
    label === 'either' ? say.tipsTogether(shareText(share), group, rest) : say.tips(shareText(share), kind, group, rest)
  const text = isPossible ? tips + atLimit : say.neverTips(kind)
  return [{ about: say.labelsAbout, text }]
}

function unknownLevels({ metric, disparity, slice }: Finding): FindingNote[] {
  const { unknownJoined, unknownLeftOut } = disparity
  if (!unknownJoined && !unknownLeftOut) return []
  const joined = unknownJoined && say.joined(sliceName(slice).text, gapText(metric, unknownJoined))
  const leftOut = unknownLeftOut && say.leftOut(gapText(metric, unknownLeftOut))
  return [{ about: say.unknownAbout, text: [joined, leftOut].filter(Boolean).join(' ') }]
}
