import type { RunProgress } from '@/lib/inference/run-progress'
import { runWords as words } from './run-words'

/** Where the scores are computed, why there, and where the time goes. */
export function RunHow({ progress }: { progress: RunProgress }) {
  const { backend, backendReason, adapter, threads, shares, notes } = progress
  const facts = [
    [words.backend, backend ? words.backends[backend] : words.notYet],
    [words.why, backendReason],
    [words.adapter, adapter],
    [words.threads, threads],
    [words.shares, shares && words.sharesText(shares.decode, shares.preprocess, shares.inference)],
  ].filter(([, value]) => value !== null)
  return (
    <section className="panel" aria-label={words.how}>
      <h2>{words.how}</h2>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {Object.entries(notes).map(([note, images]) => (
          <div key={note}>
            <dt>{words.notes}</dt>
            <dd>{words.note(note, images)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
