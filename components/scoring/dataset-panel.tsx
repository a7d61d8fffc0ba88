import type { Dataset } from '@/lib/wire/dataset'
import type { InTrainingData } from '@/lib/wire/import-request'
import type { RunChoices } from './run-choices'
import { words } from './words'

const say = words.dataset

interface DatasetPanelProps {
  datasets: Dataset[]
  choices: RunChoices
  onChange: (change: Partial<RunChoices>) => void
}

/** Where the scores go, and whether the model has seen these patients. */
export function DatasetPanel({ datasets, choices, onChange }: DatasetPanelProps) {
  const { isNewDataset, dataset, datasetId, inTrainingData } = choices
  const answers: { value: InTrainingData; label: string }[] = [
    { value: 'no', label: say.no },
    { value: 'yes', label: say.yes },
    { value: 'unknown', label: say.unknown },
  ]
  const kinds = [
    { isNew: true, label: say.fresh, why: '' },
    { isNew: false, label: say.present, why: say.presentWhy },
  ]
  return (
    <section className="panel stack" id="step-dataset">
      <fieldset className="plain">
        <legend>{say.title}</legend>
        <div className="purpose">
          {kinds.map(({ isNew, label, why }) => (
            <label key={label}>
              <input
                type="radio"
                name="dataset-kind"
                checked={isNewDataset === isNew}
                onChange={() => onChange({ isNewDataset: isNew })}
              />
              <span>
                {label} <span className="note">{why}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {isNewDataset ? (
        <label className="field">
          {say.name}
          <input value={dataset} maxLength={200} onChange={({ target }) => onChange({ dataset: target.value })} />
        </label>
      ) : (
        <label className="field">
          {say.choose}
          <select
            value={datasetId ?? ''}
            onChange={({ target }) => onChange({ datasetId: Number(target.value) || undefined })}
          >
            <option value="">{say.choose}</option>
            {datasets.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <fieldset className="plain">
        <legend>{say.training}</legend>
        <div className="answers">
          {answers.map(({ value, label }) => (
            <label key={value}>
              <input
                type="radio"
                name="in-training-data"
                checked={inTrainingData === value}
                onChange={() => onChange({ inTrainingData: value })}
              />
              {label}
            </label>
          ))}
        </div>
        <p className="note">{say.trainingWhy}</p>
      </fieldset>
    </section>
  )
}
