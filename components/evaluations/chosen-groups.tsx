'use client'

import { useState } from 'react'
import { groupSlots, groupStyle } from '@/components/charts/group-style'
import type { SliceGroup } from './plot-groups'
import { plotWords as say } from './plot-words'

/** The groups that stand out of a plot: all of them up to twelve, else those that the reader picks. */
export function useChosenGroups(groups: SliceGroup[]) {
  const [picked, setPicked] = useState<readonly string[]>()
  const slices = groups.filter(({ key }) => key !== '')
  const isMany = slices.length > groupSlots
  const chosen = picked?.filter((key) => slices.some((slice) => slice.key === key)) ?? firstOf(slices)
  const drawn = isMany ? withFreeStyles(groups, chosen) : groups
  const picker = isMany ? <GroupPicker slices={slices} chosen={chosen} onPick={setPicked} /> : undefined
  return { drawn, picker }
}

const firstOf = (slices: SliceGroup[]) => slices.slice(0, groupSlots).map(({ key }) => key)

/** Those beyond the twelfth that are picked take styles that no other picked one has; what is not picked has none. */
function withFreeStyles(groups: SliceGroup[], chosen: readonly string[]): SliceGroup[] {
  const slots = Array.from({ length: groupSlots }, (_, slot) => String(slot))
  const styles = slots.map((slot) => groupStyle(slot, slots))
  const isTaken = (color: string | undefined) =>
    groups.some(({ key, style }) => chosen.includes(key) && style?.color === color)
  const free = styles.filter((style) => !isTaken(style?.color))
  return groups.map((group) => {
    if (group.key === '') return group
    if (!chosen.includes(group.key)) return { ...group, style: undefined }
    return { ...group, style: group.style ?? free.shift() }
  })
}

interface GroupPickerProps {
  slices: SliceGroup[]
  chosen: readonly string[]
  onPick: (chosen: readonly string[]) => void
}

function GroupPicker({ slices, chosen, onPick }: GroupPickerProps) {
  return (
    <details className="folded picker">
      <summary>{say.pick(chosen.length, slices.length)}</summary>
      <ul>
        {slices.map(({ key, name }) => (
          <li key={key}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(key)}
                disabled={!chosen.includes(key) && chosen.length >= groupSlots}
                onChange={({ target: { checked } }) =>
                  onPick(checked ? [...chosen, key] : chosen.filter((other) => other !== key))
                }
              />{' '}
              {name}
            </label>
          </li>
        ))}
      </ul>
    </details>
  )
}
