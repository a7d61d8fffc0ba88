import type { Fault } from '@/lib/problem'

/** a spreadsheet would take a text that begins so for a formula */
const formula = /^[=+\-@\t\r]/

function printField(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Faults as CSV: row and column where the place of a fault names them, and what to do. */
export function printFaults(faults: readonly Fault[]): string {
  const lines = faults.map(({ path, message }) => {
    const cell = /^row ([\d,]+), column (.*)$/s.exec(path)
    const [row, column] = cell ? [cell[1].replaceAll(',', ''), cell[2]] : ['', path]
    return [row, column, message].map(printField).join(',')
  })
  return `${['row,column,remedy', ...lines].join('\r\n')}\r\n`
}
