import type { Source } from '@/lib/wire/metric-frame'

/** The filter and split in words, since they define another pool; empty where there are none. */
export function poolText({ filter, split }: Pick<Source, 'filter' | 'split'>): string {
  const columns = [...new Set(filter.map(({ column }) => column))]
  const levelsOf = (column: string) => filter.filter((own) => own.column === column).map(({ value }) => value)
  const parts = columns.map((column) => `${column} = ${levelsOf(column).join(' or ')}`)
  if (split !== null) parts.push(`split = ${split}`)
  return parts.length > 0 ? `rows with ${parts.join(', ')}` : ''
}
