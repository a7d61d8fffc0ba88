'use client'

import { PageFrame } from '@/components/shell/page-frame'
import { Shell } from '@/components/shell/shell'
import { words } from '@/components/ui/words'

export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <Shell>
      <PageFrame crumbs={[{ name: words.faultTitle }]}>
        <h1>{words.faultTitle}</h1>
        <section className="panel" role="alert">
          <p>{words.fault(error.digest ?? '')}</p>
          <p>
            <button type="button" className="button" onClick={reset}>
              {words.again}
            </button>
          </p>
        </section>
      </PageFrame>
    </Shell>
  )
}
