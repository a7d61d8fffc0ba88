'use client'

import { useMutation } from '@tanstack/react-query'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { pseudonymKey } from '@/lib/inference/pseudonym-key'
import type { Run } from '@/lib/inference/run'
import { startRun } from '@/lib/inference/start-run'
import type { Dataset } from '@/lib/wire/dataset'
import type { Task } from '@/lib/wire/task'
import { AttributesPanel } from './attributes-panel'
import { DatasetPanel } from './dataset-panel'
import { ImagesPanel } from './images-panel'
import { KeyPanel } from './key-panel'
import { LeavesPanel } from './leaves-panel'
import { ManifestPanel } from './manifest-panel'
import { MatchPanel } from './match-panel'
import { fetchModel } from './model-blob'
import { runRequestOf } from './run-request-of'
import type { ScorableVersion } from './scorable-version'
import { StepsStrip } from './steps-strip'
import { useSetup } from './use-setup'
import { VersionPanel } from './version-panel'
import { words } from './words'

interface RunSetupProps {
  projectId: number
  versions: ScorableVersion[]
  datasets: Dataset[]
  tasks: Task[]
  /** the version that the way here named */
  first: ScorableVersion | undefined
  onStarted: (run: Run) => void
}

/** Everything that is settled before a run, open on one page. */
export function RunSetup({ projectId, versions, datasets, tasks, first, onStarted }: RunSetupProps) {
  const setup = useSetup(tasks, first)
  const { choices, change, images, inspected, joined, manifest, points } = setup
  const start = useMutation({
    mutationFn: async () => {
      const { version, isNewDataset, dataset, datasetId } = choices
      if (!version || !inspected || !joined) throw new Error('A run was begun before all was settled.')
      const model = choices.model ?? (await fetchModel(projectId, version.version.id))
      const datasetName = isNewDataset ? dataset.trim() : (datasets.find(({ id }) => id === datasetId)?.name ?? '')
      const key = await pseudonymKey()
      const { folder } = images
      const prepared = { projectId, choices, inspected, manifest, joined, key, folder, model, datasetName }
      return startRun(await runRequestOf({ ...prepared, isSynthetic: false }))
    },
    onSuccess: onStarted,
  })
  return (
    <>
      <div className="row spread sticky">
        <div>
          <h1>{words.title}</h1>
          <p className="quiet">{words.why}</p>
        </div>
        <div className="row">
          {points.length > 0 && <p className="reason">{words.andMore(points[0].text, points.length - 1)}</p>}
          <button
            type="button"
            className="button filled"
            disabled={points.length > 0 || start.isPending}
            onClick={() => start.mutate()}
          >
            {start.isPending ? words.starting : words.start(joined?.places.length ?? 0)}
          </button>
        </div>
      </div>
      <StepsStrip points={points} />
      <ProblemNotice problem={start.error} />
      <div className="halves">
        <VersionPanel
          projectId={projectId}
          versions={versions}
          choices={choices}
          onVersion={setup.chooseVersion}
          onChange={change}
        />
        <DatasetPanel datasets={datasets} choices={choices} onChange={change} />
      </div>
      <ImagesPanel images={images} />
      <ManifestPanel
        choices={choices}
        manifest={manifest}
        tasks={tasks}
        error={setup.manifestError}
        onFile={setup.readTable}
        onRemove={setup.removeTable}
        onChange={change}
      />
      {joined && (
        <MatchPanel
          joined={joined}
          hasManifest={manifest !== undefined}
          takesUnlisted={choices.takesUnlisted}
          onTakesUnlisted={(takesUnlisted) => change({ takesUnlisted })}
        />
      )}
      <AttributesPanel choices={choices} onChange={change} />
      <div className="halves">
        <LeavesPanel choices={choices} />
        <KeyPanel onReplaced={() => inspected && images.lookAgain()} />
      </div>
    </>
  )
}
