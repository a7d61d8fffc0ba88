import { differenceText, pointsText, pText, shareText, valueText } from '@/lib/disparities/number-text'
import { poolText } from '@/lib/disparities/pool-text'
import { attributeConcept, wordsOf } from '@/lib/slices/attribute-concept'
import type { EvaluationFacts } from '@/lib/wire/evaluation-facts'
import type { Direction, Finding, MetricFrame } from '@/lib/wire/metric-frame'
import { measuresOf, naturalFrequencies, worseBy } from './finding-groups'
import { findingsWords as say } from './findings-words'
import { taskInside, taskText } from './level-text'
import { poolName } from './pool-name'
import { restName, sliceName } from './slice-name'
import { sliceWords } from './slice-words'
import { words } from './words'

/** What a card says of one finding; every part comes from the fields of the frame. */
export interface FindingClaim {
  /** in natural frequencies */
  claim: string
  /** `Sensitivity 63.9 % (57.1 to 70.2), against 77.8 %` */
  values: string
  /** `179 positive images of 131 patients` */
  basis: string
  /** `14.0`, points; an AUROC's on its own scale */
  gap: string
  interval: string
  reachesZero: boolean
  p: string
  /** what to look at, or do, next */
  next: string
}

/** A finding in the words and numbers of its card. */
export function findingClaim(frame: MetricFrame, finding: Finding): FindingClaim {
  const { metric, slice, disparity, rows, subjects, harm } = finding
  const { task, direction } = frame
  const own = measuresOf(frame, slice)
  const measure = own.metrics[metric]
  if (measure?.status !== 'estimated' || disparity.status !== 'estimated') {
    throw new RangeError('a finding has a number')
  }
  const other = measure.value - disparity.value
  const { text: name, isAcquisition } = sliceName(slice)
  const ofImages = (who: string) =>
    isAcquisition || own.n === own.subjects || who === sliceWords.everyoneElse ? who : sliceWords.imagesOf(who)
  const [group, rest] = [ofImages(name), ofImages(restName(frame, slice))]
  const error = (value: number) => (metric === 'fpr' ? value : 1 - value)
  const frequencies = naturalFrequencies(error(measure.value), error(other))
  const claim =
    harm === 'ranking'
      ? say.ranks(frequencies, group, rest)
      : say.claims[direction][harm]({ ...frequencies, group, rest, task: taskInside(task) })
  const text = metric === 'auroc' ? valueText : shareText
  const gapOf = metric === 'auroc' ? differenceText : pointsText
  const unsigned = (gap: number) => gapOf(gap).replace(/^\+/, '')
  const { value, low, high } = worseBy(finding)
  return {
    claim,
    values: say.values(
      say.metrics[direction][metric] ?? metric,
      text(measure.value),
      limits(measure, text),
      text(other),
    ),
    basis: say.basis(rows, basisKind(metric, direction), subjects),
    gap: unsigned(value),
    interval: `(${unsigned(low)} to ${unsigned(high)})`,
    reachesZero: low <= 0,
    p: pText(disparity.pAdjusted ?? 1),
    next: nextOf(finding, isAcquisition),
  }
}

/** Where another variable accounts for a gap, look at that one first (statistics.md section 8); no claim about causes. */
function nextOf({ harm, partlyAccountedForBy }: Finding, isAcquisition: boolean): string {
  if (partlyAccountedForBy.length > 0) {
    const isHowMade = partlyAccountedForBy.some((name) => attributeConcept(name).kind === 'acquisition')
    const names = partlyAccountedForBy.map(wordsOf).join(sliceWords.and)
    return say.nextAccounted[isHowMade ? 'acquisition' : 'demographic'](names)
  }
  return isAcquisition ? say.next.acquisition : say.next[harm]
}

function limits({ low, high }: { low: number; high: number }, text: (value: number) => string): string {
  return `(${text(low).replace(/\s%$/, '')} to ${text(high).replace(/\s%$/, '')})`
}

function basisKind(metric: Finding['metric'], direction: Direction): string {
  if (metric === 'auroc') return say.kinds.labelled
  const isDisease = (metric === 'tpr') === (direction === 'disease')
  if (direction === 'healthy') return isDisease ? say.kinds.ill : say.kinds.healthy
  return isDisease ? say.kinds.positive : say.kinds.negative
}

/** What a sentence that leaves the page says of where its numbers come from. */
export type FindingOrigin = Pick<EvaluationFacts, 'modelName' | 'versionName' | 'datasetName' | 'isSynthetic'>

/**
 * A finding as a sentence with its numbers, to paste elsewhere.
 * @param origin undefined: not known yet
 * @param address of the page; undefined: left out
 */
export function findingSentence(
  frame: MetricFrame,
  finding: Finding,
  origin: FindingOrigin | undefined,
  address?: string,
): string {
  const { claim, values, basis, gap, interval, reachesZero, p } = findingClaim(frame, finding)
  const unit = finding.metric === 'auroc' ? '' : say.points
  const { name, sha256, filter, split } = frame.source
  const pool = poolName({ filter, split })
  return say.sentence({
    claim: pool ? say.among(pool, claim) : claim,
    values,
    gap: `${gap}${unit}`,
    interval: interval.slice(1, -1) + (reachesZero ? ` ${say.reachesZero}` : ''),
    p,
    basis: `${basis}; ${taskText(frame.task)}`,
    threshold: thresholdWithRule(frame),
    pool: poolText({ filter, split }),
    sources: [
      ...(origin
        ? [`${words.versionOf(origin.modelName, origin.versionName)} ${say.onDataset(origin.datasetName)}`]
        : []),
      ...(origin?.isSynthetic ? [say.syntheticData] : []),
      `${name}, SHA-256 ${sha256.slice(0, 12)}`,
      ...(address === undefined ? [] : [address]),
    ],
  })
}

function thresholdWithRule({ threshold: { value, rule, chosenOnTheseData } }: MetricFrame): string | undefined {
  if (value === null) return undefined
  return `${thresholdText(value)} (${words.rules[rule]}${chosenOnTheseData ? words.chosenHere : ''})`
}

/** `0.0226`: a threshold with 3 significant digits. */
export function thresholdText(value: number): string {
  return String(Number(value.toPrecision(3)))
}
