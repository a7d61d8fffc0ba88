import type { ScoreCounts } from '@/lib/wire/curves'
import type { MetricKey } from '@/lib/wire/metric-key'

/** How many rows of each label score at or above each edge; one more entry than edges, the last 0: a threshold above all. */
export interface CountsAbove {
  positives: number
  negatives: number
  truePositives: Uint32Array
  falsePositives: Uint32Array
}

/** Sums the counts of a slice from the highest edge down, so that any threshold is a look-up. */
export function countsAbove({ positives, negatives }: Pick<ScoreCounts, 'positives' | 'negatives'>): CountsAbove {
  const truePositives = summedDown(positives)
  const falsePositives = summedDown(negatives)
  return { positives: truePositives[0], negatives: falsePositives[0], truePositives, falsePositives }
}

function summedDown(counts: readonly number[]): Uint32Array {
  const sums = new Uint32Array(counts.length + 1)
  for (let edge = counts.length - 1; edge >= 0; edge--) sums[edge] = sums[edge + 1] + counts[edge]
  return sums
}

/** The counts of everyone else: of all, less those of one slice. */
export function countsOfOthers(all: CountsAbove, slice: CountsAbove): CountsAbove {
  return {
    positives: all.positives - slice.positives,
    negatives: all.negatives - slice.negatives,
    truePositives: all.truePositives.map((count, edge) => count - slice.truePositives[edge]),
    falsePositives: all.falsePositives.map((count, edge) => count - slice.falsePositives[edge]),
  }
}

/**
 * A metric that depends on the threshold, when the threshold is an edge (statistics.md section 3). A point without an
 * interval: only for what moves while a threshold is dragged.
 * @returns undefined where its denominator is 0, and for a metric that does not depend on the threshold
 */
export function rateAt(metric: MetricKey, counts: CountsAbove, edge: number): number | undefined {
  const tp = counts.truePositives[edge]
  const fp = counts.falsePositives[edge]
  const fn = counts.positives - tp
  const tn = counts.negatives - fp
  const share = shares[metric]?.(tp, fp, fn, tn)
  return share === undefined || Number.isNaN(share) ? undefined : share
}

type Share = (tp: number, fp: number, fn: number, tn: number) => number
const shares: Partial<Record<MetricKey, Share>> = {
  tpr: (tp, _fp, fn) => tp / (tp + fn),
  fnr: (tp, _fp, fn) => fn / (tp + fn),
  fpr: (_tp, fp, _fn, tn) => fp / (fp + tn),
  tnr: (_tp, fp, _fn, tn) => tn / (fp + tn),
  ppv: (tp, fp) => tp / (tp + fp),
  npv: (_tp, _fp, fn, tn) => tn / (tn + fn),
  accuracy: (tp, fp, fn, tn) => (tp + tn) / (tp + fp + fn + tn),
  balanced_accuracy: (tp, fp, fn, tn) => (tp / (tp + fn) + tn / (fp + tn)) / 2,
  f1: (tp, fp, fn) => (2 * tp) / (2 * tp + fp + fn),
  selection_rate: (tp, fp, fn, tn) => (tp + fp) / (tp + fp + fn + tn),
}

/** Whether a metric moves with the threshold. */
export const isMoving = (metric: MetricKey): boolean => metric in shares

/** The edge of a threshold: the first one at or above it; as many as there are edges for one above all. */
export function edgeOf(edges: readonly number[], threshold: number): number {
  let [low, high] = [0, edges.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (edges[middle] < threshold) low = middle + 1
    else high = middle
  }
  return low
}
