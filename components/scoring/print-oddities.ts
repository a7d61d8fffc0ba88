import type { Oddity } from './joined-images'
import { words } from './words'

const say = words.match

/** The list as a table of its own, made and kept in this browser. */
export function printOddities(odd: readonly Oddity[]): string {
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`
  const lines = odd.map(({ kind, name, row, why }) =>
    [cell(name), row ?? '', cell(say.kinds[kind]), cell(why ?? '')].join(),
  )
  return [[say.name, say.row, say.what, say.why].map(cell).join(), ...lines, ''].join('\r\n')
}
