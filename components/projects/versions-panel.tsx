import Link from 'next/link'
import type { ProjectStanding, VersionStanding } from '@/lib/wire/standing'
import { VersionRow } from './version-row'
import { words } from './words'

const say = words.versions

/** Each version with its latest evaluation of a dataset; one that was never evaluated keeps its row and says what to do. */
export function VersionsPanel({ projectId, standing }: { projectId: number; standing: ProjectStanding }) {
  return (
    <section className="panel flush versions" aria-label={say.title}>
      <header className="row spread">
        <h2>{say.title}</h2>
        <Link href={`/projects/${projectId}/evaluations`}>{words.all}</Link>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard */}
      <section className="scroller" aria-label={say.title} tabIndex={0}>
        <table aria-label={say.title}>
          <thead>
            <tr>
              <th scope="col">{say.version}</th>
              <th scope="col">{say.evaluated}</th>
              <th scope="col" className="number">
                {say.findings}
              </th>
              <th scope="col">{say.worst}</th>
              <th scope="col">
                <span className="hidden">{say.action}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {byGroupFirst(standing.versions).flatMap((version) =>
              version.evaluations.length === 0
                ? [<VersionRow key={version.versionId} {...{ projectId, version }} />]
                : version.evaluations.map((evaluation) => (
                    <VersionRow key={evaluation.evaluationId} {...{ projectId, version, evaluation }} />
                  )),
            )}
          </tbody>
        </table>
      </section>
    </section>
  )
}

/** Those that were evaluated by group, then the others; each the newest first. */
function byGroupFirst(versions: readonly VersionStanding[]): VersionStanding[] {
  const isByGroup = ({ evaluations }: VersionStanding) => evaluations.some(({ hasAttributes }) => hasAttributes)
  return [...versions].sort((a, b) => Number(isByGroup(b)) - Number(isByGroup(a)))
}
