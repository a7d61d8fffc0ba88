import { type CalibrationBin, eceBinCount, eceBins, eceEdges } from './ece-bins'

/** The plug-in expected calibration error and the bins it comes from. */
export interface Ece {
  value: number
  edges: number[]
  bins: CalibrationBin[]
}

/**
 * Expected calibration error: sum over bins of their share of rows times |observed - predicted|, bins of equal mass.
 * Biased upwards by about its noise floor (`eceInterval`); never compare slices of unequal size by it.
 * @param probability within [0,1], one a row @param label 0 or 1 a row @param rows the rows of the slice
 * @param bins K; from the number of rows by default
 * @returns value within [0,1]; `undefined` without rows
 */
export function ece(
  probability: Float64Array,
  label: Uint8Array,
  rows: Uint32Array,
  bins = eceBinCount(rows.length),
): Ece | undefined {
  if (rows.length === 0) return undefined
  const sorted = Float64Array.from(rows, (row) => probability[row]).sort()
  const edges = eceEdges(sorted, bins)
  const found = eceBins(probability, label, rows, edges)
  const value = found.reduce((sum, bin) => sum + bin.n * Math.abs(bin.observed - bin.predicted), 0) / rows.length
  return { value, edges, bins: found }
}
