import { FileButton } from '@/components/ui/file-button'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { type Manifest, UnusableManifest } from '@/lib/inference/read-manifest'
import { strangeLabels } from '@/lib/inference/run-images'
import type { Task } from '@/lib/wire/task'
import { ManifestTable } from './manifest-table'
import { type RunChoices, tasksOf } from './run-choices'
import { TaskDirections } from './task-directions'
import { words } from './words'

const say = words.manifest

interface ManifestPanelProps {
  choices: RunChoices
  manifest: Manifest | undefined
  tasks: Task[]
  error: Error | null
  onFile: (file: File) => void
  onRemove: () => void
  onChange: (choices: RunChoices) => void
}

/** The table that brings labels and attributes: what each column is for, and what 1 means. */
export function ManifestPanel(props: ManifestPanelProps) {
  const { choices, manifest, tasks, error, onFile, onRemove, onChange } = props
  const chosen = tasksOf(choices)
  return (
    <section className="panel flush" id="step-manifest" aria-label={say.title}>
      <header>
        <h2>{say.title}</h2>
        <p className="quiet">{manifest ? say.read(manifest.rows.length, manifest.columns.length) : say.why}</p>
      </header>
      <div className="inside stack">
        {!manifest && <p>{choices.isNewDataset ? say.none : say.needless}</p>}
        <div className="row">
          <FileButton
            label={manifest ? say.another : say.choose}
            accept=".csv,.tsv,.txt"
            onChosen={([file]) => onFile(file)}
          />
          {manifest && (
            <button type="button" className="button" onClick={onRemove}>
              {say.remove}
            </button>
          )}
        </div>
        <ProblemNotice problem={error} />
        {manifest && strangeOnes(choices, manifest).map((text) => <p key={text}>{text}</p>)}
      </div>
      {manifest && <ManifestTable key={manifest.columns.join()} choices={choices} onChange={onChange} />}
      {choices.isNewDataset && chosen.length > 0 && (
        <TaskDirections choices={choices} known={tasks} onChange={onChange} />
      )}
    </section>
  )
}

function strangeOnes({ columns }: RunChoices, manifest: Manifest): string[] {
  return columns.flatMap(({ name, role }, place) => {
    const strange = role === 'label' ? strangeLabels(manifest, place) : []
    return strange.length > 0 ? [say.strange(name, strange.slice(0, 3).join(', '))] : []
  })
}

/** A table that a person chose could not be used. */
export const asManifestProblem = (error: unknown) =>
  error instanceof UnusableManifest ? error : new UnusableManifest(words.manifest.unread)
