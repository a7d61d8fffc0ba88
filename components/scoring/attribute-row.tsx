import { useState } from 'react'
import type { AttributeChoice } from './run-choices'
import { words } from './words'

const say = words.attributes

interface AttributeRowProps {
  from: string
  isChosen: boolean
  attribute: AttributeChoice
  values: readonly string[]
  onChosen: (isChosen: boolean) => void
  onChange: (attribute: AttributeChoice) => void
}

/** One attribute: whether it is stored, under which name, and what it looks like. */
export function AttributeRow({ from, isChosen, attribute, values, onChosen, onChange }: AttributeRowProps) {
  const [edges, setEdges] = useState(attribute.edges.join(', '))
  const set = (change: Partial<AttributeChoice>) => onChange({ ...attribute, ...change })
  return (
    <tr className={isChosen ? undefined : 'quiet'}>
      <th scope="row">{from}</th>
      <td>
        <input
          type="checkbox"
          aria-label={say.storeIt(from)}
          checked={isChosen}
          onChange={({ target }) => onChosen(target.checked)}
        />
      </td>
      <td>
        <input
          aria-label={say.nameOf(from)}
          value={attribute.name}
          maxLength={200}
          disabled={!isChosen}
          onChange={({ target }) => set({ name: target.value })}
        />
      </td>
      <td>
        <select
          aria-label={say.kindOf(from)}
          value={attribute.kind}
          disabled={!isChosen}
          onChange={({ target }) => set({ kind: target.value as AttributeChoice['kind'] })}
        >
          <option value="demographic">{say.kinds.demographic}</option>
          <option value="acquisition">{say.kinds.acquisition}</option>
        </select>
      </td>
      <td>
        <input
          aria-label={say.edgesOf(from)}
          value={edges}
          disabled={!isChosen}
          onChange={({ target }) => {
            setEdges(target.value)
            set({ edges: parseEdges(target.value) })
          }}
        />
      </td>
      <td className="wide">{values.join(', ')}</td>
    </tr>
  )
}

/** `20, 40`: what is no number stays one that is none, so that it is told. */
export function parseEdges(text: string): number[] {
  return text.trim() === ''
    ? []
    : text
        .split(/[\s,;]+/)
        .filter(Boolean)
        .map(Number)
}
