import type { Proposal } from '@/lib/inference/propose-specification'
import type { InputSpecification, Normalisation } from '@/lib/wire/input-specification'
import { ChoiceField, NumberField, NumbersField } from './fields'
import { versionWords as words } from './version-words'

interface SpecificationFieldsProps {
  draft: InputSpecification
  outputs: Proposal['outputs'] | undefined
  onChange: (draft: InputSpecification) => void
}

/** Size, layout, values and output of a model, as a person sees them. */
export function SpecificationFields({ draft, outputs, onChange }: SpecificationFieldsProps) {
  const { normalisation, batch, channels } = draft
  const set = (change: Partial<InputSpecification>) => onChange({ ...draft, ...change })
  const named = outputs ?? [{ name: draft.output, width: null }]
  return (
    <>
      <div className="fields">
        <label className="field">
          {words.tensor}
          <input value={draft.input} onChange={({ target }) => set({ input: target.value })} />
        </label>
        <ChoiceField
          label={words.layout}
          value={draft.layout}
          choices={words.layouts}
          onChange={(layout) => set({ layout })}
        />
        <NumberField label={words.width} value={draft.width} onChange={(width) => set({ width })} />
        <NumberField label={words.height} value={draft.height} onChange={(height) => set({ height })} />
        <ChoiceField
          label={words.channels}
          value={`${channels}`}
          choices={words.channelNames}
          onChange={(chosen) => set({ channels: chosen === '1' ? 1 : 3 })}
        />
        <ChoiceField
          label={words.resize}
          value={draft.resize}
          choices={words.resizes}
          onChange={(resize) => set({ resize })}
        />
        <ChoiceField
          label={words.normalisation}
          value={normalisation.kind}
          choices={words.normalisations}
          onChange={(kind) => set({ normalisation: normalisationOf(kind, channels) })}
        />
        {normalisation.kind === 'mean-std' && (
          <>
            <NumbersField
              label={words.mean}
              values={normalisation.mean}
              onChange={(mean) => set({ normalisation: { ...normalisation, mean } })}
            />
            <NumbersField
              label={words.std}
              values={normalisation.std}
              onChange={(std) => set({ normalisation: { ...normalisation, std } })}
            />
          </>
        )}
        <label className="field">
          {words.output}
          <select value={draft.output} onChange={({ target }) => set({ output: target.value })}>
            {named.map(({ name, width }) => (
              <option key={name} value={name}>
                {words.outputOf(name, width)}
              </option>
            ))}
          </select>
        </label>
        <ChoiceField
          label={words.activation}
          value={draft.activation}
          choices={words.activations}
          onChange={(activation) => set({ activation })}
        />
      </div>
      {batch !== null && <p className="quiet">{words.batch(batch)}</p>}
    </>
  )
}

/** With mean and deviation of ImageNet, on which most such models began. */
function normalisationOf(kind: Normalisation['kind'], channels: 1 | 3): Normalisation {
  if (kind !== 'mean-std') return { kind }
  return channels === 3
    ? { kind, mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225] }
    : { kind, mean: [0.5], std: [0.5] }
}
