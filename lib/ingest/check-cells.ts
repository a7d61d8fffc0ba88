import { unknownLabel } from '@/lib/disparities/evaluation-frame'
import type { FaultList } from './fault-list'
import type { Cell } from './raw-batch'

const zero = /^(0(\.0*)?|false)$/i
const one = /^(1(\.0*)?|true)$/i
const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

/** 0, 1, 255 for an empty cell, -1 for anything else */
function binaryOf(cell: Cell): number {
  if (cell === '1' || cell === 1 || cell === true) return 1
  if (cell === '0' || cell === 0 || cell === false) return 0
  const text = String(cell).trim()
  if (text === '') return unknownLabel
  return one.test(text) ? 1 : zero.test(text) ? 0 : -1
}

/** A finite number as a text or a cell has it, else NaN: no hexadecimal, no blank, no Infinity. */
export function finiteNumber(cell: Cell): number {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : Number.NaN
  if (typeof cell === 'boolean') return Number.NaN
  const number = Number(cell)
  // what Number reads as 0.5 and starts with a digit and a point needs no second look; the rest does
  if (cell.charCodeAt(1) === 46 && cell.charCodeAt(0) >= 48 && cell.charCodeAt(0) <= 57 && Number.isFinite(number))
    return number
  return Number.isFinite(number) && decimal.test(cell.trim()) ? number : Number.NaN
}

/** Labels: 0, 1, or 255 where the cell is empty. */
export function checkLabels(cells: ArrayLike<Cell>, row: Uint32Array, column: string, faults: FaultList): Uint8Array {
  const labels = new Uint8Array(row.length)
  for (let at = 0; at < row.length; at++) {
    const label = binaryOf(cells[at])
    if (label < 0)
      faults.add(
        row[at],
        column,
        'a label must be 0 or 1, true or false, or empty where it is not known; replace other words, such as yes and no',
      )
    labels[at] = label
  }
  return labels
}

/** Decisions: 0 or 1. */
export function checkDecisions(
  cells: ArrayLike<Cell>,
  row: Uint32Array,
  column: string,
  faults: FaultList,
): Uint8Array {
  const decisions = new Uint8Array(row.length)
  for (let at = 0; at < row.length; at++) {
    const decision = binaryOf(cells[at])
    if (decision !== 0 && decision !== 1) faults.add(row[at], column, 'a decision must be 0 or 1, true or false')
    decisions[at] = decision
  }
  return decisions
}

function scoreRemedy(cell: Cell): string {
  const text = String(cell).trim()
  if (text === '') return 'the score is empty: score the image or leave the row out'
  if (/^[+-]?\d+,\d+$/.test(text)) return 'a score must have a decimal point, not a decimal comma'
  return 'a score must be a finite number'
}

/** Scores: finite numbers, as 64-bit floats; NaN for an empty cell where there may be one. */
export function checkScores(
  cells: ArrayLike<Cell>,
  row: Uint32Array,
  column: string,
  faults: FaultList,
  mayBeEmpty = false,
): Float64Array {
  const scores = new Float64Array(row.length)
  for (let at = 0; at < row.length; at++) {
    const score = finiteNumber(cells[at])
    if (Number.isNaN(score) && !(mayBeEmpty && cells[at] === '')) faults.add(row[at], column, scoreRemedy(cells[at]))
    scores[at] = score === 0 ? 0 : score // -0 and 0 are one score, and must be one in bits
  }
  return scores
}
