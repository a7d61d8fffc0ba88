import type { Metadata } from 'next'
import Link from 'next/link'
import { words } from '@/components/ui/words'

export const metadata: Metadata = { title: words.notFoundTitle }

export default function NotFound() {
  return (
    <section className="panel">
      <h1>{words.notFoundTitle}</h1>
      <p>{words.notFound}</p>
      <p>
        <Link href="/projects">{words.toProjects}</Link>
      </p>
    </section>
  )
}
