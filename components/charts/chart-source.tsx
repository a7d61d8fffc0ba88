'use client'

import { createContext, type ReactNode, useContext } from 'react'
import type { ChartCell, ChartTable } from './chart-table'

/** Where the numbers of all charts of a page come from: said in the name of every file, and in every row of a table. */
export interface ChartSource {
  /** what the names of files begin with, and what they end with before the title */
  nameParts: readonly string[]
  /** columns that every CSV ends with, the same in each row */
  columns: readonly (readonly [head: string, cell: ChartCell])[]
}

const nowhere: ChartSource = { nameParts: [], columns: [] }
const Source = createContext<ChartSource>(nowhere)

/** Charts below say that they come from there. */
export function ChartSourceProvider({ source, children }: { source: ChartSource | undefined; children: ReactNode }) {
  return <Source value={source ?? nowhere}>{children}</Source>
}

/** Where the charts here come from. */
export const useChartSource = (): ChartSource => useContext(Source)

/**
 * A table whose rows say where they come from, so that a row that was copied elsewhere still does. Further columns,
 * since lines of comment before the head are no CSV (RFC 4180) and spreadsheets read them as the head. A column that
 * the table has already stays its own.
 */
export function withSource({ columns, rows }: ChartTable, { columns: said }: Pick<ChartSource, 'columns'>): ChartTable {
  const added = said.filter(([head]) => columns.every((column) => column.head !== head))
  return {
    columns: [...columns, ...added.map(([head]) => ({ head }))],
    rows: rows.map((cells) => [...cells, ...added.map(([, cell]) => cell)]),
  }
}
