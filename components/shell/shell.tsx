import type { ReactNode } from 'react'
import { Rail } from './rail'

/** The rail, and beside it a page. */
export function Shell({ project, children }: { project?: { id: number; name: string }; children: ReactNode }) {
  return (
    <div className="shell">
      <Rail project={project} />
      <div className="page">{children}</div>
    </div>
  )
}
