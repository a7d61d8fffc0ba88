import type { MetricFrame } from '@/lib/wire/metric-frame'

/** More groups than this are no picture. */
const most = 12

/**
 * The family of which plots, ridges and curves show the groups: the one asked for, else that of the worst finding, else
 * the first with few enough groups. As `sex+view`; empty without families.
 */
export function plottedFamily({ families, findings }: MetricFrame, asked: string | undefined): string {
  const names = families.map(({ by }) => by.join('+'))
  if (asked !== undefined && names.includes(asked)) return asked
  const fits = families.filter(({ slices }) => slices.length <= most).map(({ by }) => by.join('+'))
  const worst = findings.map(({ slice }) => Object.keys(slice).join('+')).find((name) => fits.includes(name))
  return worst ?? fits[0] ?? names[0] ?? ''
}
