import { groupStyle } from '@/components/charts/group-style'
import { groupKey } from '@/components/charts/linked-group'
import { allStyle, type PlotGroup } from '@/components/charts/plot-group'
import type { EvaluationFacts } from '@/lib/wire/evaluation-facts'
import type { Family, Slice } from '@/lib/wire/metric-frame'
import { levelText } from './level-text'
import { plotWords as say } from './plot-words'

/** A group of a plot, and its slice; `{}` for all together. */
export interface SliceGroup extends PlotGroup {
  slice: Slice
}

/** All together, and the slices of a family with the style that each keeps everywhere. */
export function plotGroups(
  family: Family | undefined,
  facts: Pick<EvaluationFacts, 'attributes'> | undefined,
): SliceGroup[] {
  const all: SliceGroup = { key: '', name: say.all, style: allStyle, slice: {} }
  if (!family) return [all]
  const [name] = family.by
  const stored = facts?.attributes.find((attribute) => attribute.name === name)?.levels
  const keys = family.slices.map(({ slice }) => groupKey(slice))
  const groups = family.slices.map(({ slice }) => ({
    key: groupKey(slice),
    name: Object.values(slice).map(levelText).join(', '),
    style:
      family.by.length === 1
        ? groupStyle(slice[name], stored ?? family.slices.map((own) => own.slice[name]))
        : groupStyle(groupKey(slice), keys),
    slice,
  }))
  return [all, ...groups]
}
