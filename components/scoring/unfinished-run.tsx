'use client'

import { useState } from 'react'
import { FileButton } from '@/components/ui/file-button'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { dayText } from '@/components/ui/words'
import type { KeptRun } from '@/lib/inference/browser-store'
import { type ListedFile, listChosen } from '@/lib/inference/list-images'
import type { Run } from '@/lib/inference/run'
import { forgetRun } from '@/lib/inference/score-journal'
import { countFound, resumeRun } from '@/lib/inference/start-run'
import { fetchAnswer } from '@/lib/wire/fetch-answer'
import { ScoringRun } from '@/lib/wire/scoring-run'
import { folderAgain } from './folder-again'
import { fetchModel } from './model-blob'
import { Confirm } from './run-watch'
import { runWords as words } from './run-words'

interface UnfinishedRunProps {
  kept: KeptRun
  onResumed: (run: Run) => void
  onDiscarded: () => void
}

/** One run that was left: resume it with its images, or discard it. */
export function UnfinishedRun({ kept, onResumed, onDiscarded }: UnfinishedRunProps) {
  const { id, projectId, name, images, confirmed, createdAt, folder } = kept
  const [isAsked, setAsked] = useState(false)
  const [model, setModel] = useState<File>()
  const [needsModel, setNeedsModel] = useState(false)
  const [error, setError] = useState<Error | null>(null)
  const [isLooking, setLooking] = useState(false)
  const [lacking, setLacking] = useState<{ files: ListedFile[]; missing: number }>()

  /** Images that are not among the files count as not scored for good, so that is asked first. */
  async function look(list: () => Promise<ListedFile[]>) {
    setError(null)
    setLooking(true)
    try {
      const files = await list()
      const { missing } = await countFound(kept, files)
      if (missing === 0) await resume(files)
      else setLacking({ files, missing })
    } catch (reason) {
      setError(reason as Error)
    } finally {
      setLooking(false)
    }
  }

  async function resume(files: ListedFile[]) {
    setLacking(undefined)
    setLooking(true)
    try {
      const server = await fetchAnswer(ScoringRun, `/api/v1/projects/${projectId}/scoring-runs/${id}`)
      const file = model ?? (await fetchModel(projectId, server.modelVersionId))
      onResumed(resumeRun(kept, file, files, 'auto'))
    } catch (reason) {
      if (reason instanceof Error && 'status' in reason && reason.status === 404) setNeedsModel(true)
      setError(reason as Error)
    } finally {
      setLooking(false)
    }
  }

  async function discard() {
    await fetchAnswer(ScoringRun, `/api/v1/projects/${projectId}/scoring-runs/${id}/cancel`, { method: 'POST' }).catch(
      (reason: unknown) => {
        // one that has ended, or is gone, is forgotten here all the same
        if (!(reason instanceof Error && 'status' in reason && (reason.status === 404 || reason.status === 409)))
          throw reason
      },
    )
    await forgetRun(id)
    onDiscarded()
  }

  return (
    <li className="stack">
      <div className="row spread">
        <p>
          <b>{name}</b>{' '}
          <span className="quiet">
            {words.of(Math.min(images, confirmed.length * 200), images)}, {words.begun(dayText(createdAt))}
          </span>
        </p>
        <div className="row">
          {folder && (
            <button
              type="button"
              className="button"
              aria-label={words.resumeRun(name)}
              disabled={isLooking}
              onClick={() => look(() => folderAgain(folder))}
            >
              {words.resumeShort}
            </button>
          )}
          {needsModel && <FileButton label={words.modelShort} accept=".onnx" onChosen={([file]) => setModel(file)} />}
          <FileButton label={words.folderShort} isFolder onChosen={(files) => look(async () => listChosen(files))} />
          <FileButton label={words.filesShort} isMultiple onChosen={(files) => look(async () => listChosen(files))} />
          <button type="button" className="button" aria-label={words.discard(name)} onClick={() => setAsked(true)}>
            {words.discardShort}
          </button>
        </div>
      </div>
      {isLooking && <p role="status">{words.looking}</p>}
      <ProblemNotice problem={error} />
      {lacking && (
        <Confirm
          title={words.lackingTitle(lacking.missing)}
          why={words.lackingWhy}
          deed={words.goOnWithout}
          stay={words.chooseOthers}
          onDeed={() => resume(lacking.files)}
          onClose={() => setLacking(undefined)}
        />
      )}
      {isAsked && (
        <Confirm
          title={words.discardTitle(name)}
          why={words.cancelWhy(0)}
          deed={words.discardShort}
          stay={words.keepIt}
          onDeed={discard}
          onClose={() => setAsked(false)}
        />
      )}
    </li>
  )
}
