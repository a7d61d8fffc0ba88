import { fnvHash } from './fnv-hash'
import { splitmix32 } from './random'

/**
 * The fold of each subject: its rank by hash(seed, subject), modulo the number of folds (statistics.md sections 7, 15).
 * The hash is FNV-1a mixed once more by splitmix32: FNV alone ranks neighbours alike for seeds that differ in a digit.
 * @param subjects S, subjects 0 … S-1 in canonical order
 * @param stratum one a subject: folds are dealt within each stratum, one after the other; all one by default
 * @returns 0 … folds-1 a subject; folds differ in size by at most one
 */
export function crossfitFolds(subjects: number, seed: number, folds = 5, stratum?: ArrayLike<number>): Uint8Array {
  const hash = Uint32Array.from({ length: subjects }, (_, subject) => {
    const { high, low } = fnvHash(`${seed}/fold/${subject}`)
    return splitmix32(high ^ low)()
  })
  const ranked = Uint32Array.from(hash.keys())
  ranked.sort((one, other) => {
    const apart = stratum === undefined ? 0 : stratum[one] - stratum[other]
    return apart || hash[one] - hash[other] || one - other
  })
  const fold = new Uint8Array(subjects)
  for (const [rank, subject] of ranked.entries()) fold[subject] = rank % folds
  return fold
}
