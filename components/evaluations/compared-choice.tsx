'use client'

import { Popover } from '@/components/ui/popover'
import { printConditions } from '@/lib/slices/level-conditions'
import type { EvaluationFacts } from '@/lib/wire/evaluation-facts'
import { conditionsOf } from './group-counts'
import { levelText, nameText } from './level-text'
import { useView } from './use-view'
import { words } from './view-words'

/** Whom each group is shown against: everyone else, or one level of its attribute. */
export function ComparedChoice({ facts }: { facts: EvaluationFacts }) {
  const { view, change } = useView()
  const against = view.against ? conditionsOf(view.against) : []
  const value = against.map(({ level }) => levelText(level)).join(', ') || words.everyoneElse
  const choose = (attribute: string, level: string) => {
    const others = against.filter((condition) => condition.attribute !== attribute)
    const next = level === '' ? others : [...others, { attribute, level }]
    change({ against: printConditions(next) || undefined })
  }
  return (
    <Popover label={words.comparedWith} value={value}>
      {() => (
        <div className="stack">
          <p className="note">{words.comparedMeans}</p>
          {facts.attributes.map(({ name, levels }) => (
            <label key={name} className="field">
              {nameText(name)}
              <select
                value={against.find(({ attribute }) => attribute === name)?.level ?? ''}
                onChange={({ target }) => choose(name, target.value)}
              >
                <option value="">{words.everyoneElse}</option>
                {levels.map((level) => (
                  <option key={level} value={level}>
                    {levelText(level)}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </div>
      )}
    </Popover>
  )
}
