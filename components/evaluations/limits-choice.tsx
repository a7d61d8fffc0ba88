'use client'

import { type FormEvent, useState } from 'react'
import { Popover } from '@/components/ui/popover'
import { parseFamilies, printFamilies } from '@/lib/slices/slice-families'
import type { EvaluationFacts } from '@/lib/wire/evaluation-facts'
import type { MetricFrame } from '@/lib/wire/metric-frame'
import { nameText } from './level-text'
import { useView } from './use-view'
import { words } from './view-words'

/** The attributes that a view holds equal: how images were made, unless it says otherwise. */
function adjustedBy(adjust: string | undefined, { attributes }: EvaluationFacts): string[] {
  if (adjust === 'none') return []
  if (adjust === undefined) return attributes.filter(({ kind }) => kind === 'acquisition').map(({ name }) => name)
  try {
    return parseFamilies(adjust).flat()
  } catch {
    return [] // the server says what is wrong
  }
}

const isSame = (one: string[], other: string[]) => one.toSorted().join('\n') === other.toSorted().join('\n')

const pointsOf = (share: number) => String(Number((share * 100).toFixed(2)))

/** What counts as a gap, and what is held equal: margin, smallest gap, case mix. */
export function LimitsChoice({ facts, frame }: { facts: EvaluationFacts; frame: MetricFrame | undefined }) {
  const { view } = useView()
  const margin = view.margin ?? frame?.settings.margin
  const adjusted = view.adjust === undefined ? '' : words.heldEqual(adjustedBy(view.adjust, facts).map(nameText))
  const value = margin === undefined ? words.asItOpens : words.points(pointsOf(margin)) + adjusted
  return (
    <Popover label={words.margin} value={value}>
      {(close) => <LimitsForm facts={facts} frame={frame} onDone={close} />}
    </Popover>
  )
}

interface LimitsFormProps {
  facts: EvaluationFacts
  frame: MetricFrame | undefined
  onDone: () => void
}

function LimitsForm({ facts, frame, onDone }: LimitsFormProps) {
  const { view, change } = useView()
  const [margin, setMargin] = useState(pointsOf(view.margin ?? frame?.settings.margin ?? 0.05))
  const [gap, setGap] = useState(pointsOf(view.minimumGap ?? frame?.settings.minimumGap ?? 0.02))
  const [adjust, setAdjust] = useState(adjustedBy(view.adjust, facts))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const asked = (points: string, now: number | undefined) =>
      Number(points) / 100 === now ? undefined : Number(points) / 100
    change({
      margin: view.margin === undefined ? asked(margin, frame?.settings.margin) : Number(margin) / 100,
      minimumGap: view.minimumGap === undefined ? asked(gap, frame?.settings.minimumGap) : Number(gap) / 100,
      adjust: isSame(adjust, adjustedBy(undefined, facts))
        ? undefined
        : printFamilies(adjust.map((name) => [name])) || 'none',
    })
    onDone()
  }
  const field = (name: string, means: string, text: string, set: (text: string) => void, least: string) => (
    <label className="field">
      {name}
      <input
        type="number"
        required
        min={least}
        max="99"
        step="any"
        value={text}
        onChange={({ target }) => set(target.value)}
      />
      <span className="note">{means}</span>
    </label>
  )
  return (
    <form className="stack" onSubmit={submit}>
      {field(words.marginPoints, words.marginMeans, margin, setMargin, '0.1')}
      {field(words.gapPoints, words.gapMeans, gap, setGap, '0')}
      <fieldset className="ticks">
        <legend>{words.caseMix}</legend>
        {facts.attributes.map(({ name }) => (
          <label key={name} className="tick">
            <input
              type="checkbox"
              checked={adjust.includes(name)}
              onChange={({ target }) =>
                setAdjust(target.checked ? [...adjust, name] : adjust.filter((each) => each !== name))
              }
            />
            {nameText(name)}
          </label>
        ))}
      </fieldset>
      <p className="row">
        <button type="submit" className="button filled">
          {words.apply}
        </button>
      </p>
    </form>
  )
}
