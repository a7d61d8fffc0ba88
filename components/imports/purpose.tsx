import type { Declaration } from './declaration'
import { words } from './words'

const purposes = [
  { kind: 'dataset', name: words.newDataset, why: words.newDatasetWhy },
  { kind: 'scores', name: words.moreScores, why: words.moreScoresWhy },
] as const

/** Whether a table brings a dataset, or scores for one that is there. */
export function Purpose({
  kind,
  onChange,
}: {
  kind: Declaration['kind']
  onChange: (kind: Declaration['kind']) => void
}) {
  return (
    <fieldset className="panel plain purpose">
      <legend className="hidden">{words.purpose}</legend>
      {purposes.map((purpose) => (
        <label key={purpose.kind}>
          <input type="radio" name="purpose" checked={kind === purpose.kind} onChange={() => onChange(purpose.kind)} />
          <span>
            <b>{purpose.name}</b> <span className="quiet">{purpose.why}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
