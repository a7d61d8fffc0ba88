import { cholesky } from './cholesky'

/** A weighted least-squares fit. */
export interface WeightedFit {
  /** mu_k of each slice, K */
  fitted: Float64Array
  /** variance of mu_k if the weights are inverse variances: x_k' (X'WX)^-1 x_k, K */
  variance: Float64Array
  /** coefficients that could be told apart */
  coefficients: number
}

/**
 * Weighted least squares; columns that follow from earlier ones are left out.
 * @param values Y, K finite numbers @param weights w, K, above 0
 * @param design the columns of X, each K; an intercept alone by default
 */
export function weightedFit(values: Float64Array, weights: Float64Array, design?: Float64Array[]): WeightedFit {
  const columns = design ?? [new Float64Array(values.length).fill(1)]
  const size = columns.length
  const product = (first: Float64Array, second: Float64Array) =>
    first.reduce((sum, x, k) => sum + x * weights[k] * second[k], 0)
  const normal = Float64Array.from({ length: size * size }, (_, at) =>
    product(columns[Math.floor(at / size)], columns[at % size]),
  )
  const lower = cholesky(normal, 0)
  const coefficients = backward(
    lower,
    forward(
      lower,
      Float64Array.from(columns, (column) => product(column, values)),
    ),
  )
  const at = (k: number) => Float64Array.from(columns, (column) => column[k])
  const dot = (first: Float64Array, second: Float64Array) => first.reduce((sum, x, i) => sum + x * second[i], 0)
  return {
    fitted: values.map((_, k) => dot(at(k), coefficients)),
    variance: values.map((_, k) => {
      const half = forward(lower, at(k))
      return dot(half, half)
    }),
    coefficients: columns.filter((_, i) => lower[i * size + i] > 0).length,
  }
}

/** Solves L x = right; 0 where the pivot is 0. */
function forward(lower: Float64Array, right: Float64Array): Float64Array {
  const size = right.length
  const solved = new Float64Array(size)
  for (let row = 0; row < size; row++) {
    let rest = right[row]
    for (let column = 0; column < row; column++) rest -= lower[row * size + column] * solved[column]
    solved[row] = lower[row * size + row] > 0 ? rest / lower[row * size + row] : 0
  }
  return solved
}

/** Solves L' x = right; 0 where the pivot is 0. */
function backward(lower: Float64Array, right: Float64Array): Float64Array {
  const size = right.length
  const solved = new Float64Array(size)
  for (let row = size - 1; row >= 0; row--) {
    let rest = right[row]
    for (let column = row + 1; column < size; column++) rest -= lower[column * size + row] * solved[column]
    solved[row] = lower[row * size + row] > 0 ? rest / lower[row * size + row] : 0
  }
  return solved
}
