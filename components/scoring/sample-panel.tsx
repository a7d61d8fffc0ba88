'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { showRun } from './current-run'
import { sampleWords as words } from './sample-words'

/** One button that runs the sample, from nothing to an evaluation. */
export function SamplePanel() {
  const router = useRouter()
  const [said, setSaid] = useState('')
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      setSaid(words.preparing)
      const { startSample } = await import('./start-sample') // with the painter and the encoder, which nobody else needs
      return startSample((drawn, all) => setSaid(words.drawing(drawn, all)), AbortSignal.timeout(300_000))
    },
    onSuccess: ({ projectId, run }) => {
      showRun(projectId, run)
      router.push(`/projects/${projectId}/scoring`)
    },
  })
  return (
    <section className="panel stack" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p className="prose">{words.why}</p>
      <div className="row">
        <button type="button" className="button" disabled={isPending} onClick={() => mutate()}>
          {words.run}
        </button>
        <span role="status">{isPending && said}</span>
      </div>
      <ProblemNotice problem={error} />
    </section>
  )
}
