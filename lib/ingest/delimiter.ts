/**
 * The delimiter of a text table, from its header: the one of tab, comma and semicolon that stands most often outside
 * quotes; a comma when there is none.
 */
export function delimiterOf(header: string): string {
  const bare = header.replace(/"(?:[^"]|"")*"/g, '')
  let [best, most] = [',', 0]
  for (const delimiter of [',', '\t', ';']) {
    const count = bare.split(delimiter).length - 1
    if (count > most) [best, most] = [delimiter, count]
  }
  return best
}

/** Whether a header holds several words and none of the delimiters that are read: a table separated by spaces. */
export function isSeparatedBySpaces(header: string): boolean {
  return !/[,;\t]/.test(header) && /\S +\S/.test(header.replace(/"(?:[^"]|"")*"/g, 'x').trim())
}
