import type { Disparity, MetricFrame, SliceMeasures } from '@/lib/wire/metric-frame'
import type { MetricKey } from '@/lib/wire/metric-key'
import { familyName } from './attribute-names'
import { levelText } from './level-text'
import { plotWords as say } from './plot-words'
import { isSameSlice } from './slice-name'

/** A row of the table of every number: a slice with its measures and its differences from everyone else. */
export interface NumberRow {
  name: string
  family: string
  measures: SliceMeasures
  differences: Partial<Record<MetricKey, Disparity>>
  /** from the slice that the view compares with; empty: none is chosen, or the slice has none */
  chosen: Partial<Record<MetricKey, Disparity>>
}

/** Everyone first, then every slice of every family; `further` has measures that the view did not ask for. */
export function numberRows(frame: MetricFrame, further?: MetricFrame): NumberRow[] {
  const rows = rowsOf(frame)
  if (!further) return rows
  const more = rowsOf(further)
  return rows.map((row) => {
    const other = more.find(({ measures }) => isSameSlice(measures.slice, row.measures.slice))
    if (!other) return row
    const metrics = { ...other.measures.metrics, ...row.measures.metrics }
    return {
      ...row,
      measures: { ...row.measures, metrics },
      differences: { ...other.differences, ...row.differences },
      chosen: { ...other.chosen, ...row.chosen },
    }
  })
}

function rowsOf({ overall, families }: MetricFrame): NumberRow[] {
  const everyone: NumberRow = { name: say.all, family: '', measures: overall, differences: {}, chosen: {} }
  const slices = families.flatMap(({ by, slices: all, disparities }) =>
    all.map((measures) => {
      const own = disparities.filter(({ kind, slice }) => kind === 'difference' && isSameSlice(slice, measures.slice))
      const byMetric = (isChosen: boolean) =>
        Object.fromEntries(
          own
            .filter(({ comparator }) => (comparator !== 'everyone else') === isChosen)
            .map((each) => [each.metric, each]),
        )
      return {
        name: Object.values(measures.slice).map(levelText).join(', '),
        family: familyName(by),
        measures,
        differences: byMetric(false),
        chosen: byMetric(true),
      }
    }),
  )
  return [everyone, ...slices]
}

/** What rows can be sorted by. */
export type SortKey =
  | 'name'
  | 'family'
  | 'n'
  | 'subjects'
  | 'positives'
  | 'effective'
  | 'missing'
  | `${'value' | 'difference' | 'p'}:${MetricKey}`

export interface Sorting {
  key: SortKey
  isDescending: boolean
}

/** Rows in the order of a column; rows without a number there stay last either way, and equal ones as they were. */
export function sortedRows(rows: readonly NumberRow[], { key, isDescending }: Sorting): NumberRow[] {
  const valued = rows.map((row) => ({ row, value: sortValue(row, key) }))
  valued.sort((one, other) => {
    if (one.value === null || other.value === null) return Number(one.value === null) - Number(other.value === null)
    const order =
      typeof one.value === 'string' || typeof other.value === 'string'
        ? String(one.value).localeCompare(String(other.value), 'en', { numeric: true })
        : one.value - other.value
    return isDescending ? -order : order
  })
  return valued.map(({ row }) => row)
}

function sortValue({ name, family, measures, differences }: NumberRow, key: SortKey): string | number | null {
  if (key === 'name') return name
  if (key === 'family') return family
  if (key === 'n') return measures.n
  if (key === 'subjects') return measures.subjects
  if (key === 'positives') return measures.positives
  if (key === 'effective') return measures.effectiveSubjects
  if (key === 'missing') return measures.missingLabels
  const [part, metric] = key.split(':') as ['value' | 'difference' | 'p', MetricKey]
  if (part === 'value') return measures.metrics[metric]?.value ?? null
  return (part === 'difference' ? differences[metric]?.value : differences[metric]?.pAdjusted) ?? null
}

/** Rows whose group or attributes contain every word of a text. */
export function fittingRows(rows: readonly NumberRow[], text: string): NumberRow[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return rows.filter(({ name, family }) => words.every((word) => `${family} ${name}`.toLowerCase().includes(word)))
}
