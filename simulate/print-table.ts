import { notBuiltYet } from './experiments'
import type { JudgedClaim } from './judged-claim'

const header = ['quantity', 'setting', '%', '+-', 'limits', '']

/** The table of all claims, and a last line that says how many are kept. */
export function printTable(claims: readonly JudgedClaim[], isQuick: boolean): string {
  const lines = [
    header,
    ...claims.map(lineOf),
    ...notBuiltYet.map(({ quantity, setting }) => [quantity, setting, '', '', '', 'not built yet']),
  ]
  const widths = header.map((_, column) => Math.max(...lines.map((line) => line[column].length)))
  const isNumber = (column: number) => column === 2 || column === 3
  const table = lines.map((line) =>
    line
      .map((cell, column) => (isNumber(column) ? cell.padStart(widths[column]) : cell.padEnd(widths[column])))
      .join('  ')
      .trimEnd(),
  )
  return `${table.join('\n')}\n\n${summary(claims, isQuick)}\n`
}

function lineOf(claim: JudgedClaim): string[] {
  const { quantity, share, monteCarloError, low, high, isKept, withoutNumber } = claim
  const setting = withoutNumber > 0 ? `${claim.setting} (${withoutNumber} without a number)` : claim.setting
  const limits = `${limitText(low)} to ${limitText(high)}`
  return [quantity, setting, share.toFixed(1), monteCarloError.toFixed(1), limits, isKept ? 'ok' : 'MISS']
}

function limitText(limit: number): string {
  return String(Math.round(limit * 100) / 100)
}

function summary(claims: readonly JudgedClaim[], isQuick: boolean): string {
  const kept = claims.filter(({ isKept }) => isKept).length
  const quick = isQuick ? ' Quick: few data sets, limits widened by the Monte Carlo error (+-).' : ''
  return `${kept} of ${claims.length} promises kept, ${notBuiltYet.length} not built yet.${quick}`
}
