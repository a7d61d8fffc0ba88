import type { Slice } from '@/lib/wire/metric-frame'

/** `sex F` or `sex F, age_group 80+`: a slice in words; everyone for `{}`. */
export function sliceText(slice: Slice): string {
  const names = Object.entries(slice)
  return names.length === 0 ? 'everyone' : names.map(([attribute, level]) => `${attribute} ${level}`).join(', ')
}
