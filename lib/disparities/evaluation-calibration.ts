import { eceBinCount, eceBinOf, eceEdges } from '@/lib/metrics/ece-bins'
import { ratioIcc } from '@/lib/metrics/ratio-icc'
import { ratioInterval } from '@/lib/metrics/ratio-interval'
import type { CalibrationBin, CalibrationCurve, EvaluationCalibration } from '@/lib/wire/calibration'
import type { ScoreScale, Slice } from '@/lib/wire/metric-frame'
import { fewestRows, fewestSubjects, judged } from './arm-estimates'
import { confusionSums } from './confusion-sums'
import { type EvaluationFrame, unknownLabel } from './evaluation-frame'
import { probabilityOf } from './mean-values'
import { measureOf } from './measures'
import { outcomes } from './outcome'
import type { ScoreSorted } from './score-sorted'
import { outside, type SliceFamily, sliceFamily } from './slice-family'

const mostBins = 10

/** What a calibration is about; it depends on no threshold, test or margin. */
export interface CalibrationSettings {
  task: string
  scale: Exclude<ScoreScale, 'rank'>
  families: readonly { by: readonly string[] }[]
}

/**
 * Observed share of positives in parts of each slice by probability: bins as for the ECE (statistics.md section 6), of at
 * least about 20 rows and at most ten, equal probabilities in one bin; intervals as for any ratio, with the pool's ICC. Slices with fewer than 10 rows or 5 subjects
 * have no bins. O(rows x families).
 */
export function evaluationCalibration(
  frame: EvaluationFrame,
  sorted: ScoreSorted,
  { task, scale, families }: CalibrationSettings,
): EvaluationCalibration {
  const probability = scale === 'probability' ? frame.score : frame.score.map((score) => probabilityOf(score, scale)!)
  const outcome = outcomes(frame, new Uint8Array(frame.label.length)) // no decision counts here, only labels
  const everyone = sliceFamily(frame.cells, [])
  const pool = confusionSums(frame, outcome, everyone).at(0)
  const icc = pool ? ratioIcc(pool.slice.prevalence) : 0
  const curvesOf = (family: SliceFamily): CalibrationCurve[] => {
    const binned = binnedFamily(frame, sorted, probability, family)
    const sums = confusionSums({ ...frame, cell: binned.binOfRow }, outcome, binned.family)
    const sliceSums = confusionSums(frame, outcome, family)
    return family.slices.map((slice, at) => {
      const { n, subjects } = sliceSums[at].slice.prevalence
      const isShown = n >= fewestRows && subjects >= fewestSubjects
      const bins = isShown ? binned.binsOf[at].filter((bin) => sums[bin].slice.prevalence.n > 0) : []
      return {
        slice: slice as Slice,
        bins: bins.map((bin): CalibrationBin => {
          const { prevalence } = sums[bin].slice
          const observed = measureOf(judged(prevalence, () => ratioInterval(prevalence, icc), 'no-labels'))
          const [low, high] = [binned.low[bin], binned.high[bin]]
          // a mean of equal numbers may be rounded beyond them
          const mean = Math.min(high, Math.max(low, binned.sum[bin] / prevalence.n))
          return { low, mean, high, observed }
        }),
      }
    })
  }
  return {
    schema: 'equiscope.calibration/1',
    task,
    overall: curvesOf(everyone)[0] ?? { slice: {}, bins: [] },
    families: families.map(({ by }) => ({ by: [...by], slices: curvesOf(sliceFamily(frame.cells, by)) })),
  }
}

/** The bins of all slices of a family, numbered through, as if each were a slice of its own. */
function binnedFamily(frame: EvaluationFrame, sorted: ScoreSorted, probability: Float64Array, family: SliceFamily) {
  const edges = sliceEdges(sorted, probability, family)
  let bins = 0
  const binsOf = edges.map((own) => Array.from({ length: own.length + 1 }, () => bins++))
  const binOfRow = new Uint32Array(frame.label.length)
  const sum = new Float64Array(bins)
  const low = new Float64Array(bins).fill(Number.POSITIVE_INFINITY)
  const high = new Float64Array(bins).fill(Number.NEGATIVE_INFINITY)
  for (let row = 0; row < binOfRow.length; row++) {
    const slice = family.sliceOfCell[frame.cell[row]]
    if (slice === outside) continue
    const p = probability[row]
    const bin = binsOf[slice][eceBinOf(p, edges[slice])]
    binOfRow[row] = bin
    if (frame.label[row] === unknownLabel) continue
    sum[bin] += p
    if (p < low[bin]) low[bin] = p
    if (p > high[bin]) high[bin] = p
  }
  const slices = Array.from({ length: bins }, () => ({}))
  return { binOfRow, binsOf, sum, low, high, family: { by: [], slices, sliceOfCell: Uint32Array.from(slices.keys()) } }
}

/** Inner edges of each slice's bins, from its labelled rows. */
function sliceEdges({ row, cell }: ScoreSorted, probability: Float64Array, { slices, sliceOfCell }: SliceFamily) {
  const next = new Uint32Array(slices.length + 1)
  for (const own of cell) if (sliceOfCell[own] !== outside) next[sliceOfCell[own] + 1]++
  for (let slice = 0; slice < slices.length; slice++) next[slice + 1] += next[slice]
  const start = Uint32Array.from(next)
  const ascending = new Float64Array(start[slices.length])
  for (let i = 0; i < row.length; i++) {
    const slice = sliceOfCell[cell[i]]
    if (slice !== outside) ascending[next[slice]++] = probability[row[i]]
  }
  return slices.map((_, slice) => {
    const own = ascending.subarray(start[slice], start[slice + 1])
    return own.length === 0 ? [] : eceEdges(own, Math.min(mostBins, eceBinCount(own.length)))
  })
}
