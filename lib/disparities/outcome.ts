import type { EvaluationFrame } from './evaluation-frame'
import { unknownLabel } from './evaluation-frame'

/** What happened to a row: label * 2 + decision, so 0 is a true negative; from 4 on rows without a label. */
export const falsePositive = 1
export const falseNegative = 2
export const truePositive = 3
export const unlabelledClear = 4

/**
 * Label and decision of each row as one code.
 * @param decision 0 or 1 a row
 * @returns one code a row, 0 … 5
 */
export function outcomes(frame: EvaluationFrame, decision: Uint8Array): Uint8Array {
  const { label } = frame
  const outcome = new Uint8Array(label.length)
  for (let row = 0; row < label.length; row++) {
    outcome[row] = label[row] === unknownLabel ? unlabelledClear + decision[row] : label[row] * 2 + decision[row]
  }
  return outcome
}
