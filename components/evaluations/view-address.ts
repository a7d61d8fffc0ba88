import * as z from 'zod'
import { type EvaluationView, parseView } from '@/lib/wire/evaluation-view'

/** How the answer to a view is shown; stands in the address beside the view, and asks the server for nothing. */
export const ShownAs = z.strictObject({
  /** what forest plots draw */
  show: z.enum(['values', 'differences']).optional(),
  /** the metrics of the three columns by group, comma between them */
  columns: z.string().optional(),
  /** the one metric shown where there is no room for three */
  metric: z.string().optional(),
  /** the family of which plots and ridges show the slices, as `sex` or `sex+view` */
  family: z.string().optional(),
  /** every chart as its table */
  tables: z.literal('1').optional(),
  /** the two attributes of the heat map, as `sex+age` */
  heat: z.string().optional(),
  /** the metric in the cells of the heat map */
  heatMetric: z.string().optional(),
  /** `shrunken`: heat cells drawn towards their mean */
  heatValues: z.enum(['raw', 'shrunken', 'difference']).optional(),
  plot: z.enum(['roc', 'pr']).optional(),
})
export type ShownAs = z.infer<typeof ShownAs>

/** All that the address of an evaluation's page says. */
export interface ViewAddress {
  view: EvaluationView
  shown: ShownAs
}

/** Reads the query of an address; what cannot be read is as if it were not there. */
export function parseAddress(query: URLSearchParams): ViewAddress {
  const said = Object.fromEntries(query)
  const shown = Object.entries(ShownAs.shape).flatMap(([name, field]) => {
    const read = field.safeParse(said[name])
    return said[name] && read.success ? [[name, read.data]] : []
  })
  return { view: parseView(said), shown: Object.fromEntries(shown) as ShownAs }
}

/** The query that says a view and how it is shown, without a question mark. Inverse of `parseAddress`. */
export function printAddress(address: ViewAddress['view'] & ViewAddress['shown']): string {
  const said = Object.entries(address).filter(([, value]) => value !== undefined && value !== '')
  return new URLSearchParams(said.map(([name, value]) => [name, String(value)])).toString()
}
