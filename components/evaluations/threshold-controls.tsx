'use client'

import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { useLiveDrawing } from '@/components/charts/live-threshold'
import { thresholdText } from '@/components/charts/ridge-words'
import type { MetricFrame } from '@/lib/wire/metric-frame'
import { type Rule, ruleOf, thresholdOf } from './threshold-rule'
import { useIsMoving } from './use-is-moving'
import { useView } from './use-view'
import { words } from './view-words'

/** Target of a rule that was just chosen. */
const usualTarget = 0.9

/** The rule behind the threshold, what it aims at, and the threshold as a number that can be typed. */
export function ThresholdControls({ frame, edges }: { frame: MetricFrame; edges: readonly number[] }) {
  const { view, change } = useView()
  const { rule, target } = ruleOf(view.threshold)
  const { value } = frame.threshold
  const isMoving = useIsMoving() && value !== null
  const choose = (next: Rule) => change({ threshold: thresholdOf(next, target ?? usualTarget, value) })
  return (
    <div className="rule">
      <label className="control">
        <span>{words.rule}</span>
        <select value={isMoving ? 'moved' : rule} onChange={(event) => choose(event.target.value as Rule)}>
          {isMoving && <option value="moved">{words.movedFrom(thresholdText(value))}</option>}
          {(['opens', 'fixed', 'youden', 'sensitivity', 'specificity'] as const).map((each) => (
            <option key={each} value={each}>
              {words.rules[each]}
            </option>
          ))}
        </select>
      </label>
      {target !== undefined && (
        <NumberField
          label={words.target}
          text={String(Number((target * 100).toFixed(2)))}
          unit="%"
          onEnter={(percent) => change({ threshold: thresholdOf(rule, percent / 100, value) })}
          isGood={(percent) => percent > 0 && percent <= 100}
        />
      )}
      <LiveField value={value} edges={edges} onEnter={(next) => change({ threshold: String(next) })} />
    </div>
  )
}

interface LiveFieldProps {
  value: number | null
  edges: readonly number[]
  onEnter: (value: number) => void
}

function LiveField({ value, edges, onEnter }: LiveFieldProps) {
  const field = useRef<HTMLInputElement>(null)
  const text = value === null ? '' : thresholdText(value)
  useLiveDrawing((edge) => {
    if (field.current) field.current.value = edge === undefined ? text : thresholdText(edges[edge])
  })
  return <NumberField inputRef={field} label={words.value} text={text} onEnter={onEnter} isGood={Number.isFinite} />
}

interface NumberFieldProps {
  label: string
  text: string
  unit?: string
  onEnter: (value: number) => void
  isGood: (value: number) => boolean
  inputRef?: RefObject<HTMLInputElement | null>
}

/** A number that holds when it is entered, not while it is typed. */
export function NumberField({ label, text, unit, onEnter, isGood, inputRef }: NumberFieldProps) {
  const [isBad, setBad] = useState(false)
  const own = useRef<HTMLInputElement>(null)
  const field = inputRef ?? own
  useEffect(() => {
    if (field.current) field.current.value = text // in place: who typed it keeps the focus
    setBad(false)
  }, [field, text])
  const enter = (input: HTMLInputElement) => {
    if (input.value === text) return
    const value = Number(input.value.trim().replace('−', '-').replace(',', '.'))
    const isUsable = input.value.trim() !== '' && isGood(value)
    setBad(!isUsable)
    if (isUsable) onEnter(value)
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    enter(event.currentTarget.querySelector('input')!)
  }
  return (
    <form onSubmit={submit}>
      <label className="control">
        <span>{label}</span>
        <input
          ref={field}
          defaultValue={text}
          size={7}
          inputMode="decimal"
          aria-invalid={isBad || undefined}
          onBlur={({ currentTarget }) => enter(currentTarget)}
        />
        {unit && <span>{unit}</span>}
      </label>
    </form>
  )
}
