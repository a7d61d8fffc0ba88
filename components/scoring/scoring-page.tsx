'use client'

import type { Run } from '@/lib/inference/run'
import type { Dataset } from '@/lib/wire/dataset'
import type { Task } from '@/lib/wire/task'
import { showRun, useCurrentRun } from './current-run'
import { RunSetup } from './run-setup'
import { RunWatch } from './run-watch'
import { SamplePanel } from './sample-panel'
import { isComplete, type ScorableVersion } from './scorable-version'
import { UnfinishedRuns } from './unfinished-runs'

interface ScoringPageProps {
  projectId: number
  versions: ScorableVersion[]
  datasets: Dataset[]
  tasks: Task[]
  /** the version that the address names */
  versionId: number | undefined
}

/** From images to an evaluation: settle, watch, see. Nothing but scores leaves the browser. */
export function ScoringPage({ projectId, versions, datasets, tasks, versionId }: ScoringPageProps) {
  const run = useCurrentRun(projectId)
  const show = (next: Run | undefined) => showRun(projectId, next)
  if (run) return <RunWatch run={run} projectId={projectId} onLeft={() => show(undefined)} />
  return (
    <>
      <UnfinishedRuns projectId={projectId} onResumed={show} />
      <RunSetup
        projectId={projectId}
        versions={versions}
        datasets={datasets}
        tasks={tasks}
        first={versions.find(({ version }) => version.id === versionId)}
        onStarted={show}
      />
      {!versions.some(isComplete) && <SamplePanel />}
    </>
  )
}
