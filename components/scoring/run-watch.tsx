'use client'

import { useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { Meter } from '@/components/ui/meter'
import { ProblemNotice } from '@/components/ui/problem-notice'
import type { Run } from '@/lib/inference/run'
import { useRunProgress } from './current-run'
import { NotScored } from './not-scored'
import { RunHow } from './run-how'
import { RunOutcome } from './run-outcome'
import { runWords as words } from './run-words'

/** A run as it goes on: how far, how fast, on what; pause, end, cancel; then the way to its evaluation. */
export function RunWatch({ run, projectId, onLeft }: { run: Run; projectId: number; onLeft: () => void }) {
  const progress = useRunProgress(run)
  const [asked, setAsked] = useState<'cancel' | 'finish'>()
  const { state, done, images, perSecond, secondsLeft, isServerGone, isConstant, failed, problem } = progress
  const isOver = state === 'done' || state === 'cancelled' || state === 'stopped'
  const said = [
    words.of(done, images),
    perSecond === null ? undefined : words.speed(perSecond),
    secondsLeft === null ? undefined : words.left(secondsLeft),
  ]
  return (
    <>
      <h1 aria-live="polite">{words.headline(words.states[state], percentOf(progress))}</h1>
      <section className="panel stack">
        <Meter label={words.progress} done={done} total={state === 'opening' ? null : images} />
        <div className="row spread">
          <p>{said.filter(Boolean).join(', ')}</p>
          <div className="row">
            {state === 'running' && (
              <button type="button" className="button" onClick={() => run.pause()}>
                {words.pause}
              </button>
            )}
            {state === 'paused' && (
              <button type="button" className="button filled" onClick={() => run.resume()}>
                {words.resume}
              </button>
            )}
            {(state === 'running' || state === 'paused') && (
              <button type="button" className="button" onClick={() => setAsked('finish')}>
                {words.finishNow}
              </button>
            )}
            {!isOver && (
              <button type="button" className="button" onClick={() => setAsked('cancel')}>
                {words.cancel}
              </button>
            )}
          </div>
        </div>
        {!isOver && <p className="note">{words.safe}</p>}
        {isServerGone && (
          <p className="notice" role="status">
            {words.gone}
          </p>
        )}
        {isConstant && (
          <p className="notice" role="status">
            {words.constant}
          </p>
        )}
        <ProblemNotice problem={problem} />
        {(state === 'cancelled' || state === 'stopped') && (
          <p>
            <button type="button" className="button" onClick={onLeft}>
              {words.again}
            </button>
          </p>
        )}
      </section>
      {state === 'done' && progress.run?.jobId && (
        <RunOutcome
          projectId={projectId}
          jobId={progress.run.jobId}
          isPartial={done < images || failed.length > 0}
          onLeft={onLeft}
        />
      )}
      <RunHow progress={progress} />
      {failed.length > 0 && <NotScored failed={failed} />}
      {asked === 'cancel' && (
        <Confirm
          title={words.cancelTitle}
          why={words.cancelWhy(done)}
          deed={words.cancelNow}
          onDeed={() => run.cancel()}
          onClose={() => setAsked(undefined)}
        />
      )}
      {asked === 'finish' && (
        <Confirm
          title={words.finishTitle}
          why={words.finishWhy(images - done)}
          deed={words.finishNow}
          onDeed={async () => run.finishNow()}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  )
}

function percentOf({ state, done, images }: Run['progress']): number | undefined {
  return state === 'running' || state === 'paused' ? Math.floor((100 * done) / images) : undefined
}

interface ConfirmProps {
  title: string
  why: string
  deed: string
  /** the way back */
  stay?: string
  onDeed: () => Promise<void>
  onClose: () => void
}

/** Asks before something that cannot be undone; a refusal of the server stays in the dialog. */
export function Confirm({ title, why, deed, stay = words.goOn, onDeed, onClose }: ConfirmProps) {
  const [error, setError] = useState<Error | null>(null)
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="stack">
        <p>{why}</p>
        <ProblemNotice problem={error} />
        <div className="row">
          <button type="button" className="button" onClick={onClose}>
            {stay}
          </button>
          <button type="button" className="button danger" onClick={() => onDeed().then(onClose, setError)}>
            {deed}
          </button>
        </div>
      </div>
    </Dialog>
  )
}
