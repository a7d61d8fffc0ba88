'use client'

import { type FormEvent, useState } from 'react'
import { Popover } from '@/components/ui/popover'
import type { MetricFrame } from '@/lib/wire/metric-frame'
import { useView } from './use-view'
import { words } from './view-words'

const pointsOf = (share: number) => String(Number((share * 100).toFixed(2)))

/** What counts as a gap: margin, smallest gap. */
export function LimitsChoice({ frame }: { frame: MetricFrame | undefined }) {
  const { view } = useView()
  const margin = view.margin ?? frame?.settings.margin
  const value = margin === undefined ? words.asItOpens : words.points(pointsOf(margin))
  return (
    <Popover label={words.margin} value={value}>
      {(close) => <LimitsForm frame={frame} onDone={close} />}
    </Popover>
  )
}

interface LimitsFormProps {
  frame: MetricFrame | undefined
  onDone: () => void
}

function LimitsForm({ frame, onDone }: LimitsFormProps) {
  const { view, change } = useView()
  const [margin, setMargin] = useState(pointsOf(view.margin ?? frame?.settings.margin ?? 0.05))
  const [gap, setGap] = useState(pointsOf(view.minimumGap ?? frame?.settings.minimumGap ?? 0.02))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const asked = (points: string, now: number | undefined) =>
      Number(points) / 100 === now ? undefined : Number(points) / 100
    change({
      margin: view.margin === undefined ? asked(margin, frame?.settings.margin) : Number(margin) / 100,
      minimumGap: view.minimumGap === undefined ? asked(gap, frame?.settings.minimumGap) : Number(gap) / 100,
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
      <p className="row">
        <button type="submit" className="button filled">
          {words.apply}
        </button>
      </p>
    </form>
  )
}
