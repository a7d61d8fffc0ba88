import { compareHashes, fnvHash } from './fnv-hash'

/**
 * The fold of each subject: its rank by hash(seed, subject), modulo the number of folds (statistics.md sections 7, 15).
 * @param subjects S, subjects 0 … S-1 in canonical order
 * @param stratum one a subject: folds are dealt within each stratum, one after the other; all one by default
 * @returns 0 … folds-1 a subject; folds differ in size by at most one
 */
export function crossfitFolds(subjects: number, seed: number, folds = 5, stratum?: ArrayLike<number>): Uint8Array {
  const ranked = Array.from({ length: subjects }, (_, subject) => ({
    subject,
    hash: fnvHash(`${seed}/fold/${subject}`),
  }))
  ranked.sort(
    (one, other) =>
      (stratum === undefined ? 0 : stratum[one.subject] - stratum[other.subject]) ||
      compareHashes(one.hash, other.hash) ||
      one.subject - other.subject,
  )
  const fold = new Uint8Array(subjects)
  for (const [rank, { subject }] of ranked.entries()) fold[subject] = rank % folds
  return fold
}
