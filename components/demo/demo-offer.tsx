'use client'

import Link from 'next/link'
import { Meter } from '@/components/ui/meter'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { SyntheticBadge } from '@/components/ui/synthetic-badge'
import { demoPatients } from '@/lib/demo/demo-seed'
import { isDemoComing } from './demo-query'
import { useDemo } from './use-demo'
import { words } from './words'

/** The demonstration: being made, there, or to be had. */
export function DemoOffer() {
  const { demo, error, add, isAdding } = useDemo()
  return (
    <section className="panel first-step">
      <h2>
        {words.tryTitle} <SyntheticBadge />
      </h2>
      <p>{words.tryText(demoPatients)}</p>
      <div className="first-deed" aria-live="polite">
        <ProblemNotice problem={error} />
        {demo && isDemoComing(demo) && (
          <div className="stack">
            <Meter label={words.progress} done={demo.job?.stepsDone ?? 0} total={demo.job?.stepsTotal ?? null} />
            <p className="note">
              {demo.state === 'coming' ? words.coming : words.making(demo.job?.phase || words.starting)}
            </p>
          </div>
        )}
        {demo?.state === 'there' && (
          <Link className="button filled" href={`/projects/${demo.projectId}`}>
            {words.open}
          </Link>
        )}
        {demo?.state === 'failed' && <p className="note">{words.failed}</p>}
        {(demo?.state === 'absent' || demo?.state === 'failed') && (
          <button type="button" className="button filled" disabled={isAdding} onClick={add}>
            {demo.state === 'absent' ? words.add : words.again}
          </button>
        )}
      </div>
    </section>
  )
}
