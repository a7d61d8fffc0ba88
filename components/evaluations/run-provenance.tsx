import { SyntheticBadge } from '@/components/ui/synthetic-badge'
import type { Evaluation } from '@/lib/wire/evaluation'
import { provenanceWords as words } from './provenance-words'

/** Where a browser computed the scores, and how; nothing where they came from a file. */
export function RunProvenance({ evaluation }: { evaluation: Evaluation }) {
  const { provenance, isPartial, isSynthetic } = evaluation
  if (!provenance && !isPartial && !isSynthetic) return null
  return (
    <section className="panel stack" aria-label={words.title}>
      <h2>{words.title}</h2>
      {isSynthetic && <p className="notice">{words.synthetic}</p>}
      {isPartial && <p className="notice">{words.partial}</p>}
      {provenance && <Facts provenance={provenance} />}
    </section>
  )
}

function Facts({ provenance }: { provenance: NonNullable<Evaluation['provenance']> }) {
  const { backend, backendReason, adapter, runtime, threads, tolerance, difference, modelSha256, userAgent } =
    provenance
  const facts = [
    [words.backend, words.backends[backend]],
    [words.why, backendReason],
    [words.adapter, adapter],
    [words.runtime, runtime],
    [words.threads, threads],
    [words.tolerance, difference === null ? words.oneBackend(tolerance) : words.seen(difference, tolerance)],
    [words.model, modelSha256],
    [words.browser, userAgent],
  ].filter(([, value]) => value !== null)
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The words that stand beside an evaluation wherever it is listed; nothing where there is nothing to say. */
export function RunMarks({
  evaluation: { isPartial, isSynthetic },
}: {
  evaluation: Pick<Evaluation, 'isPartial' | 'isSynthetic'>
}) {
  if (!isPartial && !isSynthetic) return null
  return (
    <span className="run-marks">
      {isSynthetic && <SyntheticBadge />}
      {isPartial && <span className="tag">{words.partialTag}</span>}
    </span>
  )
}
