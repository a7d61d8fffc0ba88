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
  const drawn = groups.map((group) => {
    if (!isMany || group.key === '') return group
    if (!chosen.includes(group.key)) return { ...group, style: undefined }
    // a picked one beyond the twelfth borrows the style of its place among the picked
    return { ...group, style: group.style ?? groupStyle(group.key, chosen) }
  })
  const picker = isMany ? <GroupPicker slices={slices} chosen={chosen} onPick={setPicked} /> : undefined
  return { drawn, picker }
}

const firstOf = (slices: SliceGroup[]) => slices.slice(0, groupSlots).map(({ key }) => key)

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
