'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Bars } from '@/components/ui/bars'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { dayText } from '@/components/ui/words'
import type { Model } from '@/lib/wire/model'
import { versionsQuery } from './queries'
import { VersionForm } from './version-form'
import { words } from './words'

/** The versions of a model, and the way to add one. */
export function ModelVersions({ model }: { model: Model }) {
  const { data, error, isPending } = useQuery(versionsQuery(model.projectId, model.id))
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <div className="row spread">
        <div>
          <h1>{words.versionsOf(model.name)}</h1>
          {model.description && <p className="quiet">{model.description}</p>}
        </div>
        <button type="button" className="button filled" onClick={() => setOpen(true)}>
          {words.addVersion}
        </button>
      </div>
      <section className="panel">
        <ProblemNotice problem={error} />
        {isPending && <Bars rows={3} />}
        {data?.rows.length === 0 && <p>{words.noVersion}</p>}
        {data && data.rows.length > 0 && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
          <section className="scroller" aria-label={words.versions} tabIndex={0}>
            <table className="listed">
              <thead>
                <tr>
                  <th scope="col">{words.version}</th>
                  <th scope="col">{words.foundationModel}</th>
                  <th scope="col">{words.adaptation}</th>
                  <th scope="col">{words.trainingData}</th>
                  <th scope="col">{words.added}</th>
                </tr>
              </thead>
              <tbody>
                {data.rows.map(({ id, name, foundationModel, adaptation, trainingData, createdAt }) => (
                  <tr key={id}>
                    <th scope="row">{name}</th>
                    <td>{foundationModel ?? <span className="quiet">{words.notSaid}</span>}</td>
                    <td>{adaptation ?? <span className="quiet">{words.notSaid}</span>}</td>
                    <td>{trainingData ?? <span className="quiet">{words.notSaid}</span>}</td>
                    <td className="unbroken">{dayText(createdAt)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )}
      </section>
      {isOpen && <VersionForm projectId={model.projectId} modelId={model.id} onClose={() => setOpen(false)} />}
    </>
  )
}
