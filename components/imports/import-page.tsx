'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useState } from 'react'
import { Bars } from '@/components/ui/bars'
import type { Dataset } from '@/lib/wire/dataset'
import { DeclarationForm } from './declaration-form'
import { DropZone } from './drop-zone'
import { GoneFile } from './gone-file'
import { previewQuery } from './queries'
import { StepsStrip } from './steps-strip'
import { useUpload } from './use-upload'
import { words } from './words'

interface ImportPageProps {
  projectId: number
  /** of a file that has arrived already */
  sha256?: string
  /** the dataset that scores are to be attached to */
  datasetId?: number
  datasets: Dataset[]
}

/** From a file to a job: drop it, look at it, declare what it means, start the import. */
export function ImportPage({ projectId, sha256: arrived, datasetId, datasets }: ImportPageProps) {
  const [sha256, setSha256] = useState(arrived)
  const preview = useQuery({ ...previewQuery(projectId, sha256 ?? ''), enabled: sha256 !== undefined })
  function show(to: string | undefined) {
    setSha256(to)
    const query = new URLSearchParams({
      ...(to === undefined ? {} : { file: to }),
      ...(datasetId === undefined ? {} : { dataset: String(datasetId) }),
    })
    window.history.replaceState(null, '', `?${query}`) // a reload shows the same file
  }
  const upload = useUpload(projectId, (receipt) => show(receipt.sha256))
  if (sha256 !== undefined && preview.data) {
    return (
      <DeclarationForm
        key={sha256}
        projectId={projectId}
        preview={preview.data}
        datasetId={datasetId}
        datasets={datasets}
        onAnother={() => show(undefined)}
      />
    )
  }
  return (
    <>
      <h1>{words.title}</h1>
      <StepsStrip points={undefined} needless={[]} />
      {sha256 === undefined ? (
        <>
          <DropZone {...upload} />
          <p>
            {words.noScores} <Link href={`/projects/${projectId}/scoring`}>{words.runModel}</Link>
          </p>
        </>
      ) : (
        <section className="panel stack">
          {preview.error ? (
            <>
              <GoneFile projectId={projectId} problem={preview.error} />
              <p>
                <button type="button" className="button" onClick={() => show(undefined)}>
                  {words.another}
                </button>
              </p>
            </>
          ) : (
            <>
              <p role="status">{words.looking}</p>
              <Bars rows={6} />
            </>
          )}
        </section>
      )}
    </>
  )
}
