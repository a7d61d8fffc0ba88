'use client'

import { useState } from 'react'
import type { EvaluatedAttribute, EvaluationFacts } from '@/lib/wire/evaluation-facts'
import { nameText } from './level-text'
import { words } from './view-words'

interface FamiliesProps {
  facts: EvaluationFacts
  families: string[][]
  onChange: (families: string[][]) => void
}

const keyOf = (by: readonly string[]) => JSON.stringify(by.toSorted())

/** Attributes to tick, those of people apart from those of the acquisition, and intersections to add. */
export function Families({ facts, families, onChange }: FamiliesProps) {
  const keys = families.map(keyOf)
  const prespecified = facts.prespecified.map(keyOf)
  const toggle = (by: string[], isOn: boolean) =>
    onChange(isOn ? [...families, by] : families.filter((each) => keyOf(each) !== keyOf(by)))
  const crossed = [...facts.prespecified, ...families].filter(
    (by, at, all) => by.length > 1 && all.findIndex((other) => keyOf(other) === keyOf(by)) === at,
  )
  const box = (by: string[], name: string) => (
    <label key={keyOf(by)} className="tick">
      <input type="checkbox" checked={keys.includes(keyOf(by))} onChange={({ target }) => toggle(by, target.checked)} />
      {name} {prespecified.includes(keyOf(by)) && <span className="tag">{words.prespecified}</span>}
    </label>
  )
  return (
    <>
      {(['demographic', 'acquisition'] as const).map((kind) => {
        const attributes = facts.attributes.filter((attribute) => attribute.kind === kind)
        if (attributes.length === 0) return null
        return (
          <fieldset key={kind} className="ticks">
            <legend>{words.kinds[kind]}</legend>
            {attributes.map(({ name, levels }) => box([name], words.attribute(nameText(name), levels.length)))}
          </fieldset>
        )
      })}
      <fieldset className="ticks">
        <legend>{words.intersections}</legend>
        {crossed.map((by) => box(by, nameText(by.join(' × '))))}
        <Intersection attributes={facts.attributes} onAdd={(by) => toggle(by, !keys.includes(keyOf(by)))} />
      </fieldset>
    </>
  )
}

/** Two or three attributes that are looked at together. */
function Intersection({ attributes, onAdd }: { attributes: EvaluatedAttribute[]; onAdd: (by: string[]) => void }) {
  const [parts, setParts] = useState(['', '', ''])
  const by = parts.filter((part) => part !== '')
  const isUsable = by.length > 1 && new Set(by).size === by.length
  return (
    <div className="row">
      {parts.map((part, at) => (
        <select
          // biome-ignore lint/suspicious/noArrayIndexKey: three places, always the same
          key={at}
          aria-label={words.part(at + 1)}
          value={part}
          onChange={({ target }) => setParts(parts.with(at, target.value))}
        >
          <option value="">{at < 2 ? words.choose : words.noThird}</option>
          {attributes.map(({ name }) => (
            <option key={name} value={name}>
              {nameText(name)}
            </option>
          ))}
        </select>
      ))}
      <button
        type="button"
        className="button"
        disabled={!isUsable}
        title={isUsable ? undefined : words.twoNeeded}
        onClick={() => {
          onAdd(by)
          setParts(['', '', ''])
        }}
      >
        {words.add}
      </button>
    </div>
  )
}
