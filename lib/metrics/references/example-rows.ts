import reference from './ratio-metrics-clustered.json'

/** The 60 rows that most reference cases share, as columns. */
const column = (name: string) => {
  const at = reference.columns.indexOf(name)
  return reference.rows.map((row) => row[at])
}
const names = column('subject')
const distinct = [...new Set(names)]

/** One number a subject, in the order of first appearance. */
export const subject = Uint32Array.from(names, (name) => distinct.indexOf(name))
export const label = Uint8Array.from(column('label') as number[])
export const scoreA = Float64Array.from(column('score_a') as number[])
export const scoreB = Float64Array.from(column('score_b') as number[])
export const probability = Float64Array.from(column('prob') as number[])
export const view = column('view') as string[]
export const sex = column('sex') as string[]
export const allRows = Uint32Array.from(names, (_, row) => row)
/** The decision at score_a >= 0.5. */
export const decision = Uint8Array.from(scoreA, (score) => (score >= 0.5 ? 1 : 0))

/** The rows of `all`, `sex=F`, `view=PA` and so on. */
export function rowsOf(slice: string): Uint32Array {
  const [attribute, level] = slice.split('=')
  if (attribute === 'all') return allRows
  const levels = attribute === 'sex' ? sex : view
  return allRows.filter((row) => levels[row] === level)
}
