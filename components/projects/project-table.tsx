import type { Project } from '@/lib/wire/project'
import { words } from './words'

interface Doing {
  onRename: (project: Project) => void
  onArchive: (project: Project) => void
  onRemove: (project: Project) => void
}

/** The projects of one page of the list, and what can be done to each. */
export function ProjectTable({ projects, ...doing }: { projects: Project[] } & Doing) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section className="scroller" aria-label={words.title} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.created}</th>
            <th scope="col">{words.actions}</th>
          </tr>
        </thead>
        <tbody>
          {projects.map((project) => (
            <ProjectRow key={project.id} project={project} {...doing} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function ProjectRow({ project, onRename, onArchive, onRemove }: { project: Project } & Doing) {
  const { name, description, createdAt, archivedAt } = project
  const deeds = [
    { short: words.renameShort, long: words.rename(name), run: onRename },
    archivedAt
      ? { short: words.restoreShort, long: words.restore(name), run: onArchive }
      : { short: words.archiveShort, long: words.archive(name), run: onArchive },
    { short: words.removeShort, long: words.remove(name), run: onRemove },
  ]
  return (
    <tr>
      <th scope="row">
        {name}
        {description && <p className="quiet">{description}</p>}
      </th>
      <td>{createdAt.slice(0, 10)}</td>
      <td>
        <div className="row">
          {deeds.map(({ short, long, run }) => (
            <button key={short} type="button" className="button" aria-label={long} onClick={() => run(project)}>
              {short}
            </button>
          ))}
        </div>
      </td>
    </tr>
  )
}
