'use client'

import { type DragEvent, useState } from 'react'
import { FileButton } from '@/components/ui/file-button'
import { Meter } from '@/components/ui/meter'
import { ProblemNotice } from '@/components/ui/problem-notice'
import type { InspectedImage } from '@/lib/inference/inspect-images'
import { listChosen } from '@/lib/inference/list-images'
import { listTaken, takeDropped } from './dropped-files'
import type { ListedImages } from './use-listed-images'
import { words } from './words'

/** Takes a folder or files that are dropped or chosen, and shows how the look at them goes on. */
export function ImagesPanel({ images }: { images: ListedImages }) {
  const { state, error, look, forget } = images
  const [isOver, setOver] = useState(false)
  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    const taken = takeDropped(event.dataTransfer)
    look((signal) => listTaken(taken, signal))
  }
  if (state.kind === 'looking') {
    const said = state.all === null ? words.images.listing : words.images.looking(state.seen, state.all)
    return (
      <section className="panel stack" id="step-images" aria-label={words.steps.images}>
        <h2>{words.images.title}</h2>
        <Meter label={words.images.listing} done={state.seen} total={state.all} />
        <div className="row spread">
          <p role="status">{said}</p>
          <button type="button" className="button" onClick={forget}>
            {words.images.stop}
          </button>
        </div>
      </section>
    )
  }
  if (state.kind === 'seen' && state.inspected.length > 0) {
    return (
      <section className="panel stack" id="step-images" aria-label={words.steps.images}>
        <div className="row spread">
          <h2>{words.images.found(state.inspected.length, kindsText(state.inspected))}</h2>
          <button type="button" className="button" onClick={forget}>
            {words.images.another}
          </button>
        </div>
      </section>
    )
  }
  return (
    <section
      className={isOver ? 'drop-zone over' : 'drop-zone'}
      id="step-images"
      aria-label={words.steps.images}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h2>{words.images.title}</h2>
      <p>{words.images.drop}</p>
      <div className="row">
        <FileButton label={words.images.folder} isFolder onChosen={(files) => look(chosen(files))} />
        <FileButton label={words.images.files} isMultiple onChosen={(files) => look(chosen(files))} />
      </div>
      <p className="note">{words.images.kinds}</p>
      {state.kind === 'seen' && <p role="alert">{words.images.nothing}</p>}
      <ProblemNotice problem={error} />
    </section>
  )
}

/** Lists what was chosen; a browser gives no handle with it. */
const chosen = (files: File[]) => async () => ({ files: listChosen(files), folder: null })

function kindsText(inspected: InspectedImage[]): string {
  const kinds = new Map<string, number>()
  for (const image of inspected) {
    const kind = image.state === 'unreadable' ? words.match.kinds.unreadable : image.seen.kind.toUpperCase()
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  }
  return [...kinds].map(([kind, images]) => `${images.toLocaleString('en')} ${kind}`).join(', ')
}
