'use client'

import type { Dataset } from '@/lib/wire/dataset'
import type { Task } from '@/lib/wire/task'
import { useCurrentRun } from './current-run'
import { RunSetup } from './run-setup'
import { RunWatch } from './run-watch'
import type { ScorableVersion } from './scorable-version'
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
  const { run, show } = useCurrentRun(projectId)
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
    </>
  )
}
