import { auroc } from './auroc'

/** Pairs of a positive and a negative of one stratum and arm, by (subject, stratum, arm); parallel arrays. */
export interface StratumPairSums {
  /** entries of a subject stand together */
  subject: Uint32Array
  stratum: Uint32Array
  /** 0: the slice, 1: its comparator */
  arm: Uint8Array
  positives: Float64Array
  negatives: Float64Array
  /** pairs won, ties half, of the subject's positives against all negatives of the stratum and arm */
  positiveWins: Float64Array
  /** pairs won by any positive of the stratum and arm against the subject's negatives */
  negativeWins: Float64Array
  /** those of them where both rows are the subject's */
  ownWins: Float64Array
}

/**
 * The sums from which `adjustedAurocDifference` follows. O(rows) after sorting entries.
 * @param score finite @param label 0 or 1 @param subject, stratum, arm: one a row
 * @param rows the rows of both arms, by ascending score
 */
export function stratumPairSums(
  score: Float64Array,
  label: Uint8Array,
  subject: Uint32Array,
  stratum: Uint32Array,
  arm: Uint8Array,
  rows: Uint32Array,
): StratumPairSums {
  const [byGroup, byEntry] = [new Map<number, number[]>(), new Map<string, number[]>()]
  for (const row of rows) {
    append(byGroup, 2 * stratum[row] + arm[row], row)
    append(byEntry, `${subject[row]}/${2 * stratum[row] + arm[row]}`, row)
  }
  const wins = new Float64Array(score.length)
  for (const group of byGroup.values()) addWins(score, label, group, wins)
  const entries = [...byEntry.values()].sort((one, other) => subject[one[0]] - subject[other[0]])
  const count = (entry: number[], wanted: number) => entry.filter((row) => label[row] === wanted).length
  const won = (entry: number[], wanted: number) =>
    entry.reduce((sum, row) => sum + (label[row] === wanted ? wins[row] : 0), 0)
  return {
    subject: Uint32Array.from(entries, ([row]) => subject[row]),
    stratum: Uint32Array.from(entries, ([row]) => stratum[row]),
    arm: Uint8Array.from(entries, ([row]) => arm[row]),
    positives: Float64Array.from(entries, (entry) => count(entry, 1)),
    negatives: Float64Array.from(entries, (entry) => count(entry, 0)),
    positiveWins: Float64Array.from(entries, (entry) => won(entry, 1)),
    negativeWins: Float64Array.from(entries, (entry) => won(entry, 0)),
    ownWins: Float64Array.from(entries, (entry) => {
      const area = auroc(score, label, Uint32Array.from(entry))
      return area === undefined ? 0 : area * count(entry, 1) * count(entry, 0)
    }),
  }
}

function append<Key>(lists: Map<Key, number[]>, key: Key, row: number): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [row])
  else list.push(row)
}

/** For each row of a group, by ascending score: the pairs won by it (a positive) or against it (a negative). */
function addWins(score: Float64Array, label: Uint8Array, group: number[], wins: Float64Array): void {
  const positives = group.reduce((sum, row) => sum + label[row], 0)
  let [positivesBelow, negativesBelow] = [0, 0]
  for (let start = 0, end = 0; start < group.length; start = end) {
    let tied = 0
    while (end < group.length && score[group[end]] === score[group[start]]) tied += label[group[end++]]
    const tiedNegatives = end - start - tied
    for (let at = start; at < end; at++) {
      const row = group[at]
      wins[row] = label[row] === 1 ? negativesBelow + tiedNegatives / 2 : positives - positivesBelow - tied / 2
    }
    positivesBelow += tied
    negativesBelow += tiedNegatives
  }
}
