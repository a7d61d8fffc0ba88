import { type RandomStream, randomStream } from '@/lib/metrics/random'

/** A promise of statistics.md section 16: in how many per cent of data sets something must hold. */
export interface Claim {
  quantity: string
  setting: string
  /** limits of the share of data sets, in per cent */
  low: number
  high: number
}

/** Data sets of one kind, and what each of them says of some claims. */
export interface Experiment {
  /** also names its random streams: another name is another simulation */
  name: string
  claims: readonly Claim[]
  /** data sets in a whole run, and in a quick one */
  replicates: number
  quickReplicates: number
  /** Draws one data set; for each claim whether it holds there, or undefined where the audit shows no number. */
  trial(random: RandomStream): (boolean | undefined)[]
}

/** How often a claim held. */
export interface Tally {
  held: number
  shown: number
  /** data sets for which the audit shows no number */
  withoutNumber: number
}

const seed = 1

/**
 * Runs data sets `from` … `to`-1 of an experiment. Each has a random stream of its own, so that the tallies do not
 * depend on how data sets are shared among threads.
 * @returns one tally a claim
 */
export function tallies({ name, claims, trial }: Experiment, from: number, to: number): Tally[] {
  const counts = claims.map((): Tally => ({ held: 0, shown: 0, withoutNumber: 0 }))
  for (let replicate = from; replicate < to; replicate++) {
    const holds = trial(randomStream(seed, `simulate ${name}`, replicate))
    counts.forEach((count, i) => {
      if (holds[i] === undefined) count.withoutNumber++
      else count.shown++
      if (holds[i]) count.held++
    })
  }
  return counts
}

/** Tallies of two ranges of data sets together. */
export function sumOfTallies(first: Tally[], second: Tally[]): Tally[] {
  return first.map((own, i) => ({
    held: own.held + second[i].held,
    shown: own.shown + second[i].shown,
    withoutNumber: own.withoutNumber + second[i].withoutNumber,
  }))
}
