import { Fragment, type ReactNode } from 'react'
import { HoverLink } from '@/components/ui/hover-link'
import { SyntheticBadge } from '@/components/ui/synthetic-badge'
import { words } from './words'

export interface Crumb {
  name: string
  href?: string
  /** what it names was generated */
  isSynthetic?: boolean
}

/** The top bar, which says where we are, and the content below it. */
export function PageFrame({ crumbs, children }: { crumbs: Crumb[]; children: ReactNode }) {
  return (
    <>
      <nav className="top-bar" aria-label={words.breadcrumb}>
        {crumbs.map(({ name, href, isSynthetic }, at) => (
          <Fragment key={href ?? name}>
            {at > 0 && <span aria-hidden="true">/</span>}
            {href ? <HoverLink href={href}>{name}</HoverLink> : <span aria-current="page">{name}</span>}
            {isSynthetic && <SyntheticBadge />}
          </Fragment>
        ))}
      </nav>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </>
  )
}
