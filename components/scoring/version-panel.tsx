import Link from 'next/link'
import { FileButton } from '@/components/ui/file-button'
import type { BackendChoice } from '@/lib/inference/choose-backend'
import { type RunChoices, tasksOf } from './run-choices'
import { isComplete, type ScorableVersion } from './scorable-version'
import { words } from './words'

const say = words.version

interface VersionPanelProps {
  projectId: number
  versions: ScorableVersion[]
  choices: RunChoices
  onVersion: (version: ScorableVersion | undefined) => void
  onChange: (change: Partial<RunChoices>) => void
}

/** Which version is run, on what, and where its file comes from. */
export function VersionPanel({ projectId, versions, choices, onVersion, onChange }: VersionPanelProps) {
  const { version: chosen } = choices
  const specification = chosen?.version.inputSpecification
  return (
    <section className="panel stack" id="step-version">
      <h2>{say.title}</h2>
      {!versions.some(isComplete) && (
        <p>
          {say.noVersions} <Link href={`/projects/${projectId}/models`}>{say.toModels}</Link>
        </p>
      )}
      <div className="fields">
        <label className="field">
          {say.choose}
          <select
            value={chosen?.version.id ?? ''}
            onChange={({ target }) => onVersion(versions.find(({ version }) => String(version.id) === target.value))}
          >
            <option value="">{say.none}</option>
            {versions.map((each) => (
              <option key={each.version.id} value={each.version.id} disabled={!isComplete(each)}>
                {each.model}, {each.version.name}
                {isComplete(each) ? '' : ` (${say.incomplete})`}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          {say.backend}
          <select
            value={choices.backend}
            onChange={({ target }) => onChange({ backend: target.value as BackendChoice })}
          >
            {Object.entries(say.backends).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
      </div>
      {chosen && specification && (
        <p className="quiet">
          {say.facts(
            `${specification.width} × ${specification.height}`,
            specification.channels,
            tasksOf(choices).join(', '),
          )}
          {'. '}
          {chosen.version.artefact?.isKept && say.kept}
        </p>
      )}
      {chosen && !chosen.version.artefact?.isKept && (
        <div className="stack">
          <p>{say.local}</p>
          <div className="row">
            <FileButton label={say.chooseFile} accept=".onnx" onChosen={([model]) => onChange({ model })} />
            {choices.model && <span>{say.chosen(choices.model.name)}</span>}
          </div>
        </div>
      )}
    </section>
  )
}
