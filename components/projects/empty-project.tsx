import Link from 'next/link'
import { words } from './words'

/** What to do first. */
export function EmptyProject({ projectId }: { projectId: number }) {
  return (
    <section className="panel stack">
      <p className="prose">{words.emptyWhy}</p>
      <ol className="prose">
        {words.emptySteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>
        <Link className="button filled" href={`/projects/${projectId}/import`}>
          {words.import}
        </Link>
      </p>
      <p>
        {words.emptyRun} <Link href={`/projects/${projectId}/scoring`}>{words.run}</Link>
      </p>
      <p className="note">
        {words.emptyCommand} <code>{words.command}</code>
      </p>
    </section>
  )
}
