'use client'

import { type DragEvent, useEffect, useRef, useState } from 'react'
import { FileButton } from '@/components/ui/file-button'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { DecoderPool } from '@/lib/inference/decoder-pool'
import type { ModelView } from '@/lib/inference/protocol'
import type { InputSpecification } from '@/lib/wire/input-specification'
import { versionWords as words } from './version-words'

/** One image as the model really sees it: the prepared tensor drawn back, and the range of its values. */
export function ModelPreview({ specification }: { specification: InputSpecification }) {
  const [image, setImage] = useState<File>()
  const [isOver, setOver] = useState(false)
  const { view, error } = useModelView(image, specification)
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    if (view) canvas.current?.getContext('2d')?.putImageData(new ImageData(view.rgba, view.width, view.height), 0, 0)
  }, [view])
  function drop(event: DragEvent) {
    event.preventDefault()
    event.stopPropagation()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file) setImage(file)
  }
  return (
    <section
      className={isOver ? 'preview-image over' : 'preview-image'}
      aria-label={words.preview}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h3>{words.preview}</h3>
      {view && (
        <>
          <canvas
            ref={canvas}
            width={view.width}
            height={view.height}
            role="img"
            aria-label={words.previewAlt(view.width, view.height)}
          />
          {view.ranges.map(({ low, high }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a channel is its place
            <p key={at} className="note">
              {view.ranges.length === 1
                ? words.range(valueText(low), valueText(high))
                : words.channelRange(at + 1, valueText(low), valueText(high))}
            </p>
          ))}
          <p className="note">{words.painted}</p>
          {view.notes.map((note) => (
            <p key={note} className="note">
              {note}
            </p>
          ))}
        </>
      )}
      <ProblemNotice problem={error} />
      <p>{words.previewWhy}</p>
      <FileButton label={words.previewChoose} onChosen={([file]) => setImage(file)} />
      <p className="note">{words.previewStays}</p>
    </section>
  )
}

/** Prepares the image in a thread, anew at each change of the specification; the last view stays until the next is there. */
function useModelView(image: File | undefined, specification: InputSpecification) {
  const [view, setView] = useState<ModelView>()
  const [error, setError] = useState<Error | null>(null)
  const key = JSON.stringify(specification)
  useEffect(() => {
    const parsed = JSON.parse(key) as InputSpecification
    if (!image || !isDrawable(parsed)) return
    const controller = new AbortController()
    const pool = new DecoderPool(controller.signal, 1)
    pool
      .ask(async (remote) => remote.view(image, parsed))
      .then(
        (next) => {
          setView(next)
          setError(null)
        },
        (reason: Error) => !controller.signal.aborted && setError(reason),
      )
      .finally(() => pool.end())
    return () => controller.abort()
  }, [image, key])
  return { view, error }
}

function isDrawable({ width, height, normalisation }: InputSpecification): boolean {
  const isSized = width >= 8 && height >= 8 && width <= 4096 && height <= 4096
  return isSized && (normalisation.kind !== 'mean-std' || normalisation.std.every((std) => std > 0))
}

const valueText = (value: number) => value.toLocaleString('en', { maximumSignificantDigits: 4 }).replace('-', '−')
