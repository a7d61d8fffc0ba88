'use client'

import { usePathname } from 'next/navigation'
import { HoverLink } from '@/components/ui/hover-link'
import { SyntheticBadge } from '@/components/ui/synthetic-badge'
import { Icon, type IconName, Mark } from './icon'
import { words } from './words'

const sections: { name: IconName; path: string }[] = [
  { name: 'overview', path: '' },
  { name: 'datasets', path: '/datasets' },
  { name: 'models', path: '/models' },
  { name: 'evaluations', path: '/evaluations' },
  { name: 'imports', path: '/imports' },
  { name: 'scoring', path: '/scoring' },
]

export interface RailProject {
  id: number
  name: string
  isSynthetic: boolean
}

/** Where one can go: all projects, and within one its parts. A bar on narrow screens. */
export function Rail({ project }: { project?: RailProject }) {
  const here = usePathname()
  const base = `/projects/${project?.id}`
  const isHere = (path: string) => (path === '' ? here === base : here.startsWith(base + path))
  return (
    <header className="rail">
      <HoverLink className="brand" href="/projects">
        <Mark />
        {words.brand}
      </HoverLink>
      <nav aria-label={words.navigation}>
        <HoverLink className={project ? 'nav all' : 'nav'} href="/projects" aria-current={project ? undefined : 'page'}>
          <Icon name="projects" />
          {project ? words.allProjects : words.projects}
        </HoverLink>
        {project && (
          <p className="rail-project">
            {project.name} {project.isSynthetic && <SyntheticBadge />}
          </p>
        )}
        {project && (
          <div className="rail-sections">
            {sections.map(({ name, path }) => (
              <HoverLink key={name} className="nav" href={base + path} aria-current={isHere(path) ? 'page' : undefined}>
                <Icon name={name} />
                {words[name]}
              </HoverLink>
            ))}
          </div>
        )}
      </nav>
      <p className="rail-foot">
        {words.local}
        <br />
        {words.stays}
      </p>
    </header>
  )
}
