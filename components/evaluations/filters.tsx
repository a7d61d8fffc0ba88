'use client'

import { useState } from 'react'
import { Popover } from '@/components/ui/popover'
import { printConditions } from '@/lib/slices/level-conditions'
import type { EvaluatedAttribute, EvaluationFacts } from '@/lib/wire/evaluation-facts'
import { conditionsOf } from './group-counts'
import { levelText, nameText } from './level-text'
import { useView } from './use-view'
import { words } from './view-words'

/** The rows that are looked at: a chip for each attribute of which only some levels are, and a way to add one. */
export function Filters({ facts }: { facts: EvaluationFacts }) {
  const { view, change } = useView()
  const conditions = view.filter ? conditionsOf(view.filter) : []
  const attributes = [...new Set(conditions.map(({ attribute }) => attribute))]
  const set = (attribute: string, levels: string[]) => {
    const others = conditions.filter((condition) => condition.attribute !== attribute)
    const next = [...others, ...levels.map((level) => ({ attribute, level }))]
    change({ filter: printConditions(next) || undefined })
  }
  return (
    <>
      {attributes.map((attribute) => {
        const levels = conditions.filter((each) => each.attribute === attribute).map(({ level }) => levelText(level))
        const text = words.filterOf(nameText(attribute), levels.join(', '))
        return (
          <span key={attribute} className="chip">
            {text}
            <button type="button" aria-label={words.removeFilter(text)} onClick={() => set(attribute, [])}>
              ×
            </button>
          </span>
        )
      })}
      <Popover label={words.addFilter} value="">
        {(close) => (
          <FilterDraft
            attributes={facts.attributes}
            onAdd={(attribute, levels) => {
              set(attribute, levels)
              close()
            }}
          />
        )}
      </Popover>
    </>
  )
}

interface FilterDraftProps {
  attributes: EvaluatedAttribute[]
  onAdd: (attribute: string, levels: string[]) => void
}

function FilterDraft({ attributes, onAdd }: FilterDraftProps) {
  const [name, setName] = useState(attributes[0]?.name ?? '')
  const [levels, setLevels] = useState<string[]>([])
  const attribute = attributes.find((each) => each.name === name)
  return (
    <div className="stack">
      <label className="field">
        {words.attributeToFilter}
        <select
          value={name}
          onChange={({ target }) => {
            setName(target.value)
            setLevels([])
          }}
        >
          {attributes.map((each) => (
            <option key={each.name} value={each.name}>
              {nameText(each.name)}
            </option>
          ))}
        </select>
      </label>
      <fieldset className="ticks">
        <legend>{words.onlyThese}</legend>
        {attribute?.levels.map((level) => (
          <label key={level} className="tick">
            <input
              type="checkbox"
              checked={levels.includes(level)}
              onChange={({ target }) =>
                setLevels(target.checked ? [...levels, level] : levels.filter((each) => each !== level))
              }
            />
            {levelText(level)}
          </label>
        ))}
      </fieldset>
      <p className="note">{words.filterMeans}</p>
      <p className="row">
        <button
          type="button"
          className="button filled"
          disabled={levels.length === 0}
          title={levels.length === 0 ? words.tickOne : undefined}
          onClick={() => onAdd(name, levels)}
        >
          {words.showOnly}
        </button>
      </p>
    </div>
  )
}
