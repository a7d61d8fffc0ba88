/**
 * Lower triangle L of a covariance or correlation matrix, L L' = matrix. A column whose pivot vanishes or turns
 * negative, as with linear dependence, becomes 0.
 * @param matrix K x K, symmetric, row by row; unchanged
 * @param jitter added to the diagonal as a share of it
 */
export function cholesky(matrix: Float64Array, jitter = 1e-10): Float64Array {
  const size = Math.round(Math.sqrt(matrix.length))
  const lower = new Float64Array(matrix.length)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let rest = matrix[row * size + column]
      if (row === column) rest *= 1 + jitter
      for (let k = 0; k < column; k++) rest -= lower[row * size + k] * lower[column * size + k]
      if (row === column) {
        lower[row * size + row] = rest > 1e-12 * Math.abs(matrix[row * size + row]) ? Math.sqrt(rest) : 0
      } else {
        const pivot = lower[column * size + column]
        lower[row * size + column] = pivot > 0 ? rest / pivot : 0
      }
    }
  }
  return lower
}

/**
 * One draw of N(0, L L') into `target`.
 * @param lower K x K, from `cholesky` @param normals K independent standard normals
 */
export function correlatedNormals(lower: Float64Array, normals: Float64Array, target: Float64Array): void {
  const size = normals.length
  for (let row = 0; row < size; row++) {
    let sum = 0
    for (let column = 0; column <= row; column++) sum += lower[row * size + column] * normals[column]
    target[row] = sum
  }
}
