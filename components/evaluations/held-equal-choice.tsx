'use client'

import { type FormEvent, useState } from 'react'
import { Popover } from '@/components/ui/popover'
import { printFamilies } from '@/lib/slices/slice-families'
import type { EvaluationFacts } from '@/lib/wire/evaluation-facts'
import { heldEqual } from './held-equal'
import { nameText } from './level-text'
import { useView } from './use-view'
import { words } from './view-words'

const isSame = (one: string[], other: string[]) => one.toSorted().join('\n') === other.toSorted().join('\n')

/** Case mix: the attributes that are held equal in findings. */
export function HeldEqualChoice({ facts }: { facts: EvaluationFacts }) {
  const { view } = useView()
  return (
    <Popover label={words.heldEqual} value={words.heldEqualNames(heldEqual(view, facts))}>
      {(close) => <HeldEqualForm facts={facts} onDone={close} />}
    </Popover>
  )
}

function HeldEqualForm({ facts, onDone }: { facts: EvaluationFacts; onDone: () => void }) {
  const { view, change } = useView()
  const [names, setNames] = useState(heldEqual(view, facts))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const isUsual = isSame(names, heldEqual({ filter: view.filter }, facts))
    change({ adjust: isUsual ? undefined : printFamilies(names.map((name) => [name])) || 'none' })
    onDone()
  }
  return (
    <form className="stack" onSubmit={submit}>
      <fieldset className="ticks">
        <legend>{words.caseMix}</legend>
        {facts.attributes.map(({ name }) => (
          <label key={name} className="tick">
            <input
              type="checkbox"
              checked={names.includes(name)}
              onChange={({ target }) =>
                setNames(target.checked ? [...names, name] : names.filter((each) => each !== name))
              }
            />
            {nameText(name)}
          </label>
        ))}
      </fieldset>
      <p className="note">{words.caseMixMeans}</p>
      <p className="row">
        <button type="submit" className="button filled">
          {words.apply}
        </button>
      </p>
    </form>
  )
}
