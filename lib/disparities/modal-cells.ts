import type { CellTable } from '@/lib/slices/cell-table'
import type { EvaluationFrame } from './evaluation-frame'
import { unknownLabel } from './evaluation-frame'

/** Share of rows that must carry their subject's modal value for an attribute to count as the subject's own. */
const subjectLevelShare = 0.95

/** The level of an attribute that most labelled rows of each subject carry. */
export interface ModalLevels {
  /** one level index a subject; ties go to the lowest; 0 for a subject without labelled rows */
  level: Uint32Array
  /** true when at least 95 % of the labelled rows carry their subject's modal level (statistics.md section 8) */
  isSubjectLevel: boolean
}

/** @param attribute index into `frame.cells.attributes` */
export function modalLevels(frame: EvaluationFrame, attribute: number): ModalLevels {
  const { subject, cell, label, cells } = frame
  const levelOf = cells.levelOf[attribute]
  const levels = cells.attributes[attribute].levels.length
  const counts = new Uint32Array(levels)
  const touched = new Uint32Array(levels)
  const level = new Uint32Array(frame.subjects)
  let [rows, modalRows] = [0, 0]
  for (let row = 0; row < subject.length; ) {
    const current = subject[row]
    let touches = 0
    for (; row < subject.length && subject[row] === current; row++) {
      if (label[row] === unknownLabel) continue
      const at = levelOf[cell[row]]
      if (counts[at]++ === 0) touched[touches++] = at
      rows++
    }
    let [best, most] = [0, 0]
    for (let i = 0; i < touches; i++) {
      const at = touched[i]
      if (counts[at] > most || (counts[at] === most && at < best)) [best, most] = [at, counts[at]]
      counts[at] = 0
    }
    level[current] = best
    modalRows += most
  }
  return { level, isSubjectLevel: rows > 0 && modalRows >= subjectLevelShare * rows }
}

/** Each subject's modal levels of several attributes as one small integer, and the table that says what it means. */
export interface ModalCells {
  cells: CellTable
  /** one cell a subject */
  cellOfSubject: Uint32Array
}

/** @param modal the modal levels of each of `attributes` (indices into `frame.cells.attributes`) */
export function modalCells(
  frame: EvaluationFrame,
  attributes: readonly number[],
  modal: readonly ModalLevels[],
): ModalCells {
  const cellOfSubject = new Uint32Array(frame.subjects)
  // interned attribute by attribute: the key stays a small product and never becomes a string
  let combinations: number[][] = [[]]
  attributes.forEach((_, i) => {
    const levels = frame.cells.attributes[attributes[i]].levels.length
    const interned = new Map<number, number>()
    const next: number[][] = []
    const { level } = modal[i]
    for (let s = 0; s < cellOfSubject.length; s++) {
      const key = cellOfSubject[s] * levels + level[s]
      let cell = interned.get(key)
      if (cell === undefined) {
        cell = next.length
        interned.set(key, cell)
        next.push([...combinations[cellOfSubject[s]], level[s]])
      }
      cellOfSubject[s] = cell
    }
    combinations = next
  })
  return {
    cellOfSubject,
    cells: {
      attributes: attributes.map((attribute) => frame.cells.attributes[attribute]),
      count: combinations.length,
      levelOf: attributes.map((_, i) => Uint32Array.from(combinations, (combination) => combination[i])),
    },
  }
}
