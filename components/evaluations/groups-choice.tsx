'use client'

import { useState } from 'react'
import { Popover } from '@/components/ui/popover'
import { parseFamilies, printFamilies } from '@/lib/slices/slice-families'
import type { EvaluationFacts } from '@/lib/wire/evaluation-facts'
import type { MetricFrame } from '@/lib/wire/metric-frame'
import { Families } from './families'
import { nameText } from './level-text'
import { useView } from './use-view'
import { words } from './view-words'

interface GroupsChoiceProps {
  facts: EvaluationFacts
  frame: MetricFrame | undefined
  onEditPrespecified: () => void
}

/** The families by which images are compared: attributes, and intersections of two or three. */
export function GroupsChoice({ facts, frame, onEditPrespecified }: GroupsChoiceProps) {
  const { view, change } = useView()
  const shown = familiesOf(view.by) ?? frame?.families.map(({ by }) => by) ?? facts.prespecified
  const value = shown.length > 3 ? words.families(shown.length) : nameText(shown.map((by) => by.join(' × ')).join(', '))
  const show = (families: string[][] | undefined) =>
    change({ by: families && printFamilies(families), family: undefined, against: undefined })
  return (
    <Popover label={words.groups} value={value || words.none}>
      {(close) => (
        <GroupsDraft
          facts={facts}
          shown={shown}
          onShow={(families) => {
            show(families)
            close()
          }}
          onEdit={() => {
            close()
            onEditPrespecified()
          }}
        />
      )}
    </Popover>
  )
}

interface GroupsDraftProps {
  facts: EvaluationFacts
  shown: string[][]
  onShow: (families: string[][] | undefined) => void
  onEdit: () => void
}

function GroupsDraft({ facts, shown, onShow, onEdit }: GroupsDraftProps) {
  const [draft, setDraft] = useState(shown)
  return (
    <div className="stack">
      <Families facts={facts} families={draft} onChange={setDraft} />
      <p className="row">
        <button type="button" className="button filled" disabled={draft.length === 0} onClick={() => onShow(draft)}>
          {words.showGroups}
        </button>
        <button type="button" className="button" onClick={() => onShow(undefined)}>
          {words.asPrespecified}
        </button>
      </p>
      <p className="note">
        {facts.prespecifiedChange ? words.prespecifiedWhy(facts.prespecifiedChange.note) : words.prespecifiedMeans}{' '}
        <button type="button" className="link" onClick={onEdit}>
          {words.editPrespecified}
        </button>
      </p>
    </div>
  )
}

function familiesOf(by: string | undefined): string[][] | undefined {
  if (by === undefined) return undefined
  try {
    return parseFamilies(by)
  } catch {
    return undefined // the server says what is wrong
  }
}
