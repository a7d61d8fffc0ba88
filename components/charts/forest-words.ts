import type { Verdict } from '@/lib/wire/metric-frame'

/** What forest plots say. */
export const words = {
  verdicts: {
    gap: 'gap (finding)',
    advantage: 'better than the others',
    within_margin: 'within the margin',
    not_enough_evidence: 'not enough evidence',
  } satisfies Record<Verdict, string>,
  /** no test was made of it, or its findings are not there yet */
  notTested: 'not tested (yet)',
  everyoneElse: 'everyone else',
  reference: 'compared with',
  tooFew: 'too few',
  group: 'Group',
  plot: 'plot',
  attributes: 'By',
  verdict: 'verdict',
  gap: 'gap',
  positives: 'positive',
  patients: 'patients',
  percent: '%, 95 % interval',
  interval: '95 % interval',
  points: 'Points',
  difference: 'Diff.',
  value: 'Value',
  pointsInterval: 'points, 95 % interval',
  differenceInterval: 'difference, 95 % interval',
  n: (n: number) => `n = ${n.toLocaleString('en')}`,
  to: (low: string, high: string) => `(${low} to ${high})`,
}
