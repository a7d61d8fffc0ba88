import type { Dataset } from '@/lib/wire/dataset'
import type { InTrainingData } from '@/lib/wire/import-request'
import type { ScoreScale } from '@/lib/wire/metric-frame'
import type { Declaration } from './declaration'
import { words } from './words'

interface NamesFormProps {
  declaration: Declaration
  datasets: Dataset[]
  onChange: (declaration: Declaration) => void
}

/** What dataset, model and version are called, and whether the model has seen these patients. */
export function NamesForm({ declaration, datasets, onChange }: NamesFormProps) {
  const { kind, dataset, datasetId, model, version, scoreScale, inTrainingData } = declaration
  const set = (change: Partial<Declaration>) => onChange({ ...declaration, ...change })
  const answers: { value: InTrainingData; label: string }[] = [
    { value: 'no', label: words.no },
    { value: 'yes', label: words.yes },
    { value: 'unknown', label: words.unknown },
  ]
  return (
    <section className="panel stack" id="step-names">
      <h2>{words.names}</h2>
      <div className="fields">
        {kind === 'dataset' ? (
          <label className="field">
            {words.dataset}
            <input value={dataset} maxLength={200} onChange={(event) => set({ dataset: event.target.value })} />
          </label>
        ) : (
          <label className="field">
            {words.dataset}
            <select
              value={datasetId ?? ''}
              onChange={(event) => set({ datasetId: Number(event.target.value) || undefined })}
            >
              <option value="">{words.chooseDataset}</option>
              {datasets.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <label className="field">
          {words.model}
          <input value={model} maxLength={200} onChange={(event) => set({ model: event.target.value })} />
        </label>
        <label className="field">
          {words.version}
          <input value={version} maxLength={200} onChange={(event) => set({ version: event.target.value })} />
        </label>
        <label className="field">
          {words.scale}
          <select
            value={scoreScale ?? 'auto'}
            onChange={({ target }) =>
              set({ scoreScale: target.value === 'auto' ? null : (target.value as ScoreScale) })
            }
          >
            {Object.entries(words.scales).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
      </div>
      <fieldset className="plain">
        <legend>{words.training}</legend>
        <div className="radios">
          {answers.map(({ value, label }) => (
            <label key={value}>
              <input
                type="radio"
                name="in-training-data"
                checked={inTrainingData === value}
                onChange={() => set({ inTrainingData: value })}
              />
              {label}
            </label>
          ))}
        </div>
        <p className="note">{words.trainingWhy}</p>
      </fieldset>
    </section>
  )
}
