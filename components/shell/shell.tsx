import type { ReactNode } from 'react'
import { Rail, type RailProject } from './rail'

/** The rail, and beside it a page. */
export function Shell({ project, children }: { project?: RailProject; children: ReactNode }) {
  return (
    <div className="shell">
      <Rail project={project} />
      <div className="page">{children}</div>
    </div>
  )
}
