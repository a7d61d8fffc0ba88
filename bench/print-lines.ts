import type { Stage } from './stages'

/** One line of the table of measurements. */
export interface Line {
  what: string
  measured: string
  /** what was run beside it */
  against?: string
  ratio?: string
  target?: string
}

export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`
}

export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`
}

/** A target and whether it was met. */
export function atMost(value: number, limit: number, words: string): string {
  return `at most ${words}: ${value <= limit ? 'ok' : 'MISS'}`
}

/** The measurements as a Markdown table. */
export function printLines(lines: readonly Line[]): string {
  return printTable(
    ['what', 'measured', 'against', 'ratio', 'target'],
    lines.map(({ what, measured, against, ratio, target }) => [what, measured, against, ratio, target]),
  )
}

/** The stages as a Markdown table. */
export function printStages(stages: readonly Stage[]): string {
  const all = stages.reduce((sum, { ms }) => sum + ms, 0)
  return printTable(
    ['stage', 'time', 'share', 'peak memory', 'held after it'],
    stages.map(({ name, ms, peakBytes, heldBytes }) => [
      name,
      seconds(ms),
      `${Math.round((100 * ms) / all)} %`,
      peakBytes === undefined ? undefined : megabytes(peakBytes),
      heldBytes === undefined ? undefined : megabytes(heldBytes),
    ]),
  )
}

function printTable(header: readonly string[], rows: readonly (string | undefined)[][]): string {
  const texts = [header, ...rows].map((row) => row.map((cell) => cell ?? ''))
  const widths = header.map((_, column) => Math.max(...texts.map((row) => row[column].length)))
  const printed = texts.map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |\n`)
  printed.splice(1, 0, `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|\n`)
  return printed.join('')
}
