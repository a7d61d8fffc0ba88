'use client'

import { type DragEvent, useState } from 'react'
import { fetchModel } from '@/components/scoring/model-blob'
import { FileButton } from '@/components/ui/file-button'
import { Meter } from '@/components/ui/meter'
import { ProblemNotice } from '@/components/ui/problem-notice'
import type { ModelVersion } from '@/lib/wire/model'
import { CopyOffer } from './copy-offer'
import { useArtefact } from './use-artefact'
import type { OpenedModel } from './use-opened-model'
import { versionWords as words } from './version-words'

interface ArtefactPanelProps {
  projectId: number
  version: ModelVersion
  opened: OpenedModel
  onChanged: (version: ModelVersion) => void
}

/** The model file: uploaded and kept, or only known by its hash. */
export function ArtefactPanel({ projectId, version, opened, onChanged }: ArtefactPanelProps) {
  const { id, artefact } = version
  const [isOver, setOver] = useState(false)
  const [isKept, setKept] = useState(true)
  const registering = useArtefact(projectId, onChanged)
  const { state } = registering
  async function take(file: File) {
    if (await opened.open(file)) await registering.register(version, file, isKept)
  }
  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file) take(file)
  }
  const ways = [
    { keeps: true, label: words.keep, why: words.keepWhy },
    { keeps: false, label: words.local, why: words.localWhy },
  ]
  return (
    <section
      className={isOver ? 'panel stack over' : 'panel stack'}
      aria-label={words.file}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h2>{words.file}</h2>
      {artefact && (
        <p>
          {(artefact.isKept ? words.kept : words.known)(artefact.bytes)}{' '}
          <span className="note">
            {words.sha256} <code>{artefact.sha256}</code>
          </span>
        </p>
      )}
      <fieldset className="plain">
        <legend className="hidden">{words.file}</legend>
        <div className="purpose">
          {ways.map(({ keeps, label, why }) => (
            <label key={label}>
              <input type="radio" name="keeps" checked={isKept === keeps} onChange={() => setKept(keeps)} />
              <span>
                {label} <span className="note">{why}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {state.kind === 'sending' ? (
        <>
          <Meter label={words.sending(state.name)} done={state.sent} total={state.bytes} />
          <div className="row">
            <span role="status">{words.sent(state.sent, state.bytes)}</span>
            <button type="button" className="button" onClick={registering.stop}>
              {words.cancel}
            </button>
          </div>
        </>
      ) : (
        <div className="row">
          {!artefact && <span>{words.drop}</span>}
          <FileButton
            label={artefact ? words.replace : words.choose}
            accept=".onnx"
            onChosen={([file]) => take(file)}
          />
          {artefact?.isKept && !opened.file && (
            <button type="button" className="button" onClick={async () => opened.open(await fetchModel(projectId, id))}>
              {words.readAgain}
            </button>
          )}
          <span className="note">{words.limit}</span>
        </div>
      )}
      <p role="status">{opened.isReading ? words.reading : state.kind === 'hashing' ? words.hashing : ''}</p>
      <ProblemNotice problem={opened.error ?? registering.error} />
      {registering.isFixed && (
        <CopyOffer
          projectId={projectId}
          version={version}
          onCopied={(copy) => opened.file && registering.register(copy, opened.file, isKept)}
        />
      )}
    </section>
  )
}
