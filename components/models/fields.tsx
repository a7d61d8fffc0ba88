'use client'

import { useState } from 'react'

interface ChoiceFieldProps<V extends string> {
  label: string
  value: V
  choices: Record<V, string>
  onChange: (value: V) => void
}

/** One of a few words. */
export function ChoiceField<V extends string>({ label, value, choices, onChange }: ChoiceFieldProps<V>) {
  return (
    <label className="field">
      {label}
      <select value={value} onChange={({ target }) => onChange(target.value as V)}>
        {Object.entries<string>(choices).map(([each, name]) => (
          <option key={each} value={each}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

interface NumberFieldProps {
  label: string
  value: number
  onChange: (value: number) => void
}

/** A whole number. */
export function NumberField({ label, value, onChange }: NumberFieldProps) {
  return (
    <label className="field">
      {label}
      <input
        type="number"
        value={Number.isNaN(value) ? '' : value}
        onChange={({ target }) => onChange(target.valueAsNumber)}
      />
    </label>
  )
}

interface NumbersFieldProps {
  label: string
  values: number[]
  onChange: (values: number[]) => void
}

/** A few numbers, a comma between them. */
export function NumbersField({ label, values, onChange }: NumbersFieldProps) {
  const [text, setText] = useState(values.join(', '))
  return (
    <label className="field">
      {label}
      <input
        value={text}
        onChange={({ target }) => {
          setText(target.value)
          onChange(
            target.value
              .split(/[\s,;]+/)
              .filter(Boolean)
              .map(Number),
          )
        }}
      />
    </label>
  )
}
