'use client'

import { words } from '@/components/ui/words'

export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <section className="panel" role="alert">
      <h1>{words.faultTitle}</h1>
      <p>{words.fault(error.digest ?? '')}</p>
      <button type="button" className="button" onClick={reset}>
        {words.again}
      </button>
    </section>
  )
}
