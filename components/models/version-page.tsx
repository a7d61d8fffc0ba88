'use client'

import Link from 'next/link'
import { useState } from 'react'
import type { ModelVersion } from '@/lib/wire/model'
import type { Task } from '@/lib/wire/task'
import { ArtefactPanel } from './artefact-panel'
import { OperatingPointsPanel } from './operating-points-panel'
import { SpecificationPanel } from './specification-panel'
import { useOpenedModel } from './use-opened-model'
import { versionWords as words } from './version-words'

interface VersionPageProps {
  projectId: number
  model: string
  version: ModelVersion
  tasks: Task[]
}

/** One version: its model file, and how its input is made and its output read. */
export function VersionPage({ projectId, model, version: first, tasks }: VersionPageProps) {
  const [version, setVersion] = useState(first)
  const opened = useOpenedModel()
  return (
    <>
      <div className="row spread">
        <div>
          <h1>{(version.sha256 ? words.ready : words.notReady)(model, version.name)}</h1>
          <p className="quiet">{words.why}</p>
        </div>
        {version.sha256 && (
          <Link className="button filled" href={`/projects/${projectId}/scoring?version=${version.id}`}>
            {words.run}
          </Link>
        )}
      </div>
      <ArtefactPanel projectId={projectId} version={version} opened={opened} onChanged={setVersion} />
      <SpecificationPanel
        key={opened.id}
        projectId={projectId}
        version={version}
        opened={opened}
        tasks={tasks}
        onChanged={setVersion}
      />
      <OperatingPointsPanel projectId={projectId} versionId={version.id} />
      {version.sha256 && <p className="note">{words.hash(version.sha256)}</p>}
    </>
  )
}
