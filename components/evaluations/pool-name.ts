import { wordsOf } from '@/lib/slices/attribute-concept'
import type { Source } from '@/lib/wire/metric-frame'
import { levelText } from './level-text'
import { sliceName } from './slice-name'
import { sliceWords as say } from './slice-words'

/**
 * `women`, `AP images of women`, `women with site North or South`: whom a filter and a split leave, in the words of a
 * sentence.
 * @returns empty without either
 */
export function poolName({ filter, split }: Pick<Source, 'filter' | 'split'>): string {
  if (filter.length === 0 && split === null) return ''
  const columns = [...new Set(filter.map(({ column }) => column))]
  const levelsOf = (column: string) => filter.filter((own) => own.column === column).map(({ value }) => value)
  const single = columns.filter((column) => levelsOf(column).length === 1)
  const several = columns.filter((column) => levelsOf(column).length > 1)
  const name =
    single.length === 0 ? say.images : sliceName(Object.fromEntries(single.map((own) => [own, levelsOf(own)[0]]))).text
  const parts = several.map((own) => say.with(wordsOf(own), levelsOf(own).map(levelText).join(say.or)))
  if (split !== null) parts.push(say.ofSplit(split))
  return [name, ...parts].join(' ')
}
