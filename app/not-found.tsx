import type { Metadata } from 'next'
import Link from 'next/link'
import { PageFrame } from '@/components/shell/page-frame'
import { Shell } from '@/components/shell/shell'
import { words } from '@/components/ui/words'

export const metadata: Metadata = { title: words.notFoundTitle }

export default function NotFound() {
  return (
    <Shell>
      <PageFrame crumbs={[{ name: words.notFoundTitle }]}>
        <h1>{words.notFoundTitle}</h1>
        <section className="panel">
          <p>{words.notFound}</p>
          <p>
            <Link href="/projects">{words.toProjects}</Link>
          </p>
        </section>
      </PageFrame>
    </Shell>
  )
}
