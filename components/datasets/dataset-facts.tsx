import Link from 'next/link'
import { dayText } from '@/components/ui/words'
import type { Dataset } from '@/lib/wire/dataset'
import { words } from './words'

/** Where a dataset comes from, and what can be added to it. */
export function DatasetFacts({ dataset }: { dataset: Dataset }) {
  const { projectId, id, description, sourceName, sourceSha256, createdAt, archivedAt } = dataset
  const facts = [
    [words.description, description || words.noDescription],
    [words.file, sourceName],
    [words.sha256, <code key="sha">{sourceSha256}</code>],
    [words.imported, dayText(createdAt)],
    ...(archivedAt ? [[words.isArchived, dayText(archivedAt)]] : []),
  ]
  return (
    <>
      <section className="panel">
        <h2>{words.about}</h2>
        <dl className="facts">
          {facts.map(([term, fact]) => (
            <div key={String(term)}>
              <dt>{term}</dt>
              <dd>{fact}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="panel">
        <h2>{words.next}</h2>
        <p>{words.nextWhy}</p>
        <p>
          <Link className="button" href={`/projects/${projectId}/import?dataset=${id}`}>
            {words.attach}
          </Link>
        </p>
      </section>
    </>
  )
}
