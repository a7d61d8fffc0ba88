import { groupKey } from '@/components/charts/linked-group'
import type { Disparity, Family, MetricFrame, Slice, SliceMeasures } from '@/lib/wire/metric-frame'
import type { MetricKey } from '@/lib/wire/metric-key'
import { levelText } from './level-text'
import { isSameSlice } from './slice-name'

export type HeatValues = 'raw' | 'shrunken' | 'difference'

/** One cell of a heat map: a number with its interval and n, or why there is none. */
export interface HeatCell {
  /** of `groupKey` */
  key: string
  slice: Slice
  number: { value: number; low: number; high: number } | undefined
  reason: 'too_few' | 'undefined' | 'suppressed' | undefined
  isShrunken?: boolean
  n: number | null
}

export interface HeatRow {
  /** undefined: all levels together */
  level: string | undefined
  name: string
  cells: HeatCell[]
}

/** Cells of two attributes; the margins are the last row and the last column. */
export interface HeatGrid {
  columns: { level: string | undefined; name: string }[]
  rows: HeatRow[]
}

/** The family of both attributes, in whichever order it is named. */
export function heatFamily({ families }: MetricFrame, pair: readonly [string, string]): Family | undefined {
  return families.find(({ by }) => by.length === 2 && pair.every((name) => by.includes(name)))
}

/**
 * @param pair attribute of the rows, attribute of the columns
 * @param levelsOf the levels of an attribute in their stored order
 */
export function heatGrid(
  frame: MetricFrame,
  pair: readonly [string, string],
  metric: MetricKey,
  values: HeatValues,
  levelsOf: (attribute: string) => readonly string[],
  all: string,
): HeatGrid {
  const [rowName, columnName] = pair
  const measures = [frame.overall, ...frame.families.flatMap(({ slices }) => slices)]
  const disparities = frame.families.flatMap((family) => family.disparities)
  const levels = (attribute: string) => [
    ...levelsOf(attribute).map((level) => ({ level, name: levelText(level) })),
    { level: undefined, name: all },
  ]
  const columns = levels(columnName)
  const rows = levels(rowName).map(({ level, name }) => ({
    level,
    name,
    cells: columns.map((column) => {
      const slice = {
        ...(level !== undefined && { [rowName]: level }),
        ...(column.level !== undefined && { [columnName]: column.level }),
      }
      const own = measures.find((measure) => isSameSlice(measure.slice, slice))
      return values === 'difference'
        ? differenceCell(slice, metric, own, disparities)
        : valueCell(slice, metric, own, values)
    }),
  }))
  return { columns, rows }
}

function valueCell(slice: Slice, metric: MetricKey, own: SliceMeasures | undefined, values: HeatValues): HeatCell {
  const measure = own?.metrics[metric]
  const known = { key: groupKey(slice), slice, n: measure?.n ?? (measure ? null : 0) }
  if (measure?.status !== 'estimated') return { ...known, number: undefined, reason: measure?.status ?? 'too_few' }
  const { value, low, high, shrunken } = measure
  const isShrunken = values === 'shrunken' && shrunken !== undefined
  return { ...known, isShrunken, number: isShrunken ? shrunken : { value, low, high }, reason: undefined }
}

function differenceCell(
  slice: Slice,
  metric: MetricKey,
  own: SliceMeasures | undefined,
  disparities: readonly Disparity[],
): HeatCell {
  const found = disparities.find(
    (other) =>
      other.kind === 'difference' &&
      other.metric === metric &&
      other.comparator === 'everyone else' &&
      isSameSlice(other.slice, slice),
  )
  const known = { key: groupKey(slice), slice, n: own?.metrics[metric]?.n ?? 0 }
  if (found?.status !== 'estimated') return { ...known, number: undefined, reason: found?.status ?? 'undefined' }
  return { ...known, number: { value: found.value, low: found.low, high: found.high }, reason: undefined }
}

/** From a value to a step of its ramp: 1 to 7 for values, 1 (worse) to 9 (better) for differences; and what its ends are. */
export function heatSteps(
  grid: HeatGrid,
  values: HeatValues,
  isHigherWorse: boolean,
): { step: (value: number) => number; low: number; high: number } {
  const numbers = grid.rows.flatMap(({ cells }) => cells.flatMap(({ number }) => (number ? [number.value] : [])))
  if (values === 'difference') {
    const most = Math.max(0.05, ...numbers.map(Math.abs))
    const worst = isHigherWorse ? most : -most
    return { step: (value) => 5 - Math.round((4 * value) / worst), low: worst, high: -worst }
  }
  const { low, high } = heatRange(numbers)
  const step = (value: number) => 1 + Math.min(6, Math.max(0, Math.floor(((value - low) / (high - low)) * 7)))
  return { step, low, high }
}

/** From the lowest to the highest value, at tenths. */
export function heatRange(numbers: readonly number[]): { low: number; high: number } {
  if (numbers.length === 0) return { low: 0, high: 1 }
  const low = Math.floor(Math.min(...numbers) * 10 + 1e-9) / 10
  const high = Math.ceil(Math.max(...numbers) * 10 - 1e-9) / 10
  return { low, high: high > low ? high : low + 0.1 }
}
