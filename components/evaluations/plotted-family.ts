import type { Family, MetricFrame } from '@/lib/wire/metric-frame'

/** More groups than this are no picture. */
const most = 12

/**
 * The family of which plots, ridges and curves show the groups: the one asked for, else that of the worst finding, else
 * the first with few enough groups.
 */
export function plottedFamily({ families, findings }: MetricFrame, asked: string | undefined): Family | undefined {
  const nameOf = ({ by }: Family) => by.join('+')
  const named = families.find((family) => nameOf(family) === asked)
  const fits = families.filter(({ slices }) => slices.length <= most)
  const worst = findings.map(({ slice }) => Object.keys(slice).join('+'))
  return named ?? fits.find((family) => worst[0] === nameOf(family)) ?? fits[0] ?? families[0]
}
