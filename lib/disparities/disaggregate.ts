import type { Threshold } from '@/lib/wire/metric-frame'
import type { ArmPair } from './arm-difference'
import {
  type ArmSums,
  armEstimates,
  fewestRows,
  fewestSubjects,
  type PoolCorrelations,
  poolCorrelations,
  type Reading,
} from './arm-estimates'
import { type ConfusionSums, confusionSums } from './confusion-sums'
import type { EvaluationFrame } from './evaluation-frame'
import { lastingMeans, type MeanKey, type MeanOfRows, netBenefitMean, probabilityOf } from './mean-values'
import { type MomentSums, momentSums } from './moment-sums'
import { once } from './once'
import { outcomes } from './outcome'
import { type PlacementPair, placements, type SubjectPlacements } from './placements'
import { type PoolRanks, poolRanks } from './pool-ranks'
import { type Remember, remembersNothing } from './remember'
import { type ScoreChunks, scoreChunks } from './score-chunks'
import type { ScoreSorted } from './score-sorted'
import { type SliceFamily, sliceFamily } from './slice-family'

/** An evaluation made ready: sorted once, decided once, its pool measured once. Every view is computed from it. */
export interface PreparedEvaluation {
  frame: EvaluationFrame
  sorted: ScoreSorted
  /** rows by score and their ranks, made when somebody first needs them */
  ranked: () => { chunks: ScoreChunks; ranks: PoolRanks }
  decision: Uint8Array
  outcome: Uint8Array
  threshold: Threshold
  reading: Reading
  /** everyone, as a family of one slice */
  everyone: DisaggregatedFamily
  pool: PoolCorrelations
  /** keeps what no threshold changes */
  remember: Remember
}

/** A family with the sums and estimates of each slice and of its complement. */
export interface DisaggregatedFamily {
  family: SliceFamily
  pairs: ArmPair[]
  confusion: ConfusionSums[]
}

/** Decisions of an evaluation, one a row, and where they come from. */
export interface Decisions {
  /** 0 or 1 a row; all 0 where `isDecided` is false */
  decision: Uint8Array
  threshold: Threshold
  isDecided: boolean
}

/**
 * Sorts an evaluation and measures its pool.
 * @param decisions one a row, from `decisionsOf`
 */
export function prepareEvaluation(
  frame: EvaluationFrame,
  sorted: ScoreSorted,
  decisions: Decisions,
  scale: Reading['scale'],
  remember: Remember = remembersNothing,
): PreparedEvaluation {
  const { decision, threshold, isDecided } = decisions
  const probability = threshold.value === null ? undefined : probabilityOf(threshold.value, scale)
  const isProbability = isDecided && probability !== undefined && probability >= 0 && probability < 1
  const reading = { scale, isDecided, probabilityThreshold: isProbability ? probability : undefined }
  const outcome = outcomes(frame, decision)
  const family = sliceFamily(frame.cells, [])
  const ranked = once(() => {
    const chunks = scoreChunks(sorted)
    return { chunks, ranks: poolRanks(chunks, frame.subjects) }
  })
  const raw = familySums({ frame, sorted, ranked, decision, outcome, reading }, [family], { remember })[0]
  const pool = poolCorrelations(raw.arms[0].slice)
  return {
    frame,
    sorted,
    ranked,
    decision,
    outcome,
    threshold,
    reading,
    pool,
    remember,
    everyone: { family, confusion: raw.confusion, pairs: raw.arms.map((arm) => estimated(arm, pool, reading)) },
  }
}

/** Sees the placements of each slice, summed by subject, before they are overwritten. */
export type PlacementVisitor = (
  family: number,
  slice: number,
  sums: SubjectPlacements,
  size: { positives: number; negatives: number },
) => void

interface HowToSum {
  visit?: PlacementVisitor
  /** only for families by attributes: of families that were made from others it would keep the wrong sums */
  remember?: Remember
}

/** First-tier estimates of every slice of some families and of their complements. */
export function disaggregate(
  evaluation: PreparedEvaluation,
  families: readonly SliceFamily[],
  how: HowToSum = {},
): DisaggregatedFamily[] {
  return familySums(evaluation, families, how).map(({ family, confusion, arms }) => ({
    family,
    confusion,
    pairs: arms.map((arm) => estimated(arm, evaluation.pool, evaluation.reading)),
  }))
}

type Columns = Pick<PreparedEvaluation, 'frame' | 'sorted' | 'ranked' | 'decision' | 'outcome' | 'reading'>
type ArmPairSums = Omit<ArmPair, 'sliceEstimates' | 'comparatorEstimates'>

function familySums(
  columns: Columns,
  families: readonly SliceFamily[],
  { visit, remember = remembersNothing }: HowToSum,
) {
  const { frame, sorted, ranked, outcome, reading } = columns
  const lasting = once(() => lastingMeans(frame, reading.scale))
  const changing = netBenefitMean(frame, reading, outcome)
  return families.map((family, f) => {
    const confusion = confusionSums(frame, outcome, family)
    const isWanted = (slice: number) =>
      (['tpr', 'fpr'] as const).every((side) => {
        const { n, subjects } = confusion[slice].slice[side]
        return n >= fewestRows && subjects >= fewestSubjects
      })
    const name = JSON.stringify(family.by)
    const placed = remember(`placements ${name}`, () =>
      placements(
        { sorted, ...ranked() },
        frame.subjects,
        family,
        confusion,
        isWanted,
        visit && ((slice, sums, size) => visit(f, slice, sums, size)),
      ),
    )
    const momentsOf = (means: MeanOfRows[]) => {
      const moments = momentSums(
        frame,
        means.map(({ value }) => value),
        family,
        confusion,
      )
      return Object.fromEntries(means.map(({ key }, i) => [key, moments[i]]))
    }
    const byKey = { ...remember(`moments ${name}`, () => momentsOf(lasting())), ...momentsOf(changing) }
    const arms = family.slices.map((_, slice) => armsOf(confusion[slice], placed[slice], byKey, slice))
    return { family, confusion, arms }
  })
}

function armsOf(
  confusion: ConfusionSums,
  placed: PlacementPair | undefined,
  means: Partial<Record<MeanKey, MomentSums[]>>,
  slice: number,
): ArmPairSums {
  const meansOf = <T>(read: (sums: MomentSums) => T) =>
    Object.fromEntries(Object.entries(means).map(([key, sums]) => [key, read(sums[slice])])) as Partial<
      Record<MeanKey, T>
    >
  const sliceArm: ArmSums = {
    confusion: confusion.slice,
    tprFpr: confusion.tprFpr,
    means: meansOf((sums) => sums.slice),
    placement: placed?.slice,
  }
  const comparator: ArmSums = {
    confusion: confusion.complement,
    tprFpr: confusion.complementTprFpr,
    means: meansOf((sums) => sums.complement),
    placement: placed?.complement,
  }
  return {
    slice: sliceArm,
    comparator,
    cross: { confusion: confusion.cross, means: meansOf((sums) => sums.cross), placement: placed?.cross },
    isApart: confusion.isApart,
  }
}

function estimated(arm: ArmPairSums, pool: PoolCorrelations, reading: Reading): ArmPair {
  return {
    ...arm,
    sliceEstimates: armEstimates(arm.slice, pool, reading),
    comparatorEstimates: armEstimates(arm.comparator, pool, reading),
  }
}
