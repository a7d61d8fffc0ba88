import type { RunChoices } from './run-choices'
import { words } from './words'

const say = words.leaves

/** What leaves this browser, in one place. */
export function LeavesPanel({ choices }: { choices: RunChoices }) {
  const { columns, headers, isNewDataset } = choices
  const chosen = [...columns.filter(({ role }) => role === 'attribute'), ...headers.filter(({ isChosen }) => isChosen)]
  const names = chosen.map(({ attribute }) => attribute.name).join(', ')
  const goes = [
    ...say.goes,
    ...(isNewDataset ? [say.goesLabels] : []),
    ...(isNewDataset && names !== '' ? [say.goesAttributes(names)] : []),
  ]
  return (
    <section className="panel stack" aria-label={say.title}>
      <div>
        <h2>{say.title}</h2>
        <p className="quiet">{say.why}</p>
      </div>
      <ul className="bulleted">
        {goes.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      <p>
        <b>{say.stays}</b>
      </p>
      <p className="note">{say.more}</p>
    </section>
  )
}
