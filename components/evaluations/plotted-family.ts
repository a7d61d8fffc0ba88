import type { Family, MetricFrame } from '@/lib/wire/metric-frame'

/** More groups than this are no picture. */
const most = 12

const nameOf = ({ by }: Family) => by.join('+')

/**
 * The family of which plots, ridges and curves show the groups: the one asked for, else the one that was shown before,
 * else that of the worst finding, else the first with few enough groups.
 * @param before shown since the findings of this task were first there: a threshold that is not tested yet, or has its
 * worst finding elsewhere, changes nothing that was not touched
 */
export function plottedFamily(
  { families, findings }: Pick<MetricFrame, 'families' | 'findings'>,
  asked: string | undefined,
  before: string | undefined,
): Family | undefined {
  const find = (name: string | undefined) => families.find((family) => nameOf(family) === name)
  const fits = families.filter(({ slices }) => slices.length <= most)
  const worst = findings.map(({ slice }) => Object.keys(slice).join('+'))
  return find(asked) ?? find(before) ?? fits.find((family) => worst[0] === nameOf(family)) ?? fits[0] ?? families[0]
}
