'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ProblemNotice } from '@/components/ui/problem-notice'
import type { Dataset } from '@/lib/wire/dataset'
import { fetchAnswer } from '@/lib/wire/fetch-answer'
import { Job } from '@/lib/wire/job'
import type { TablePreview } from '@/lib/wire/table-preview'
import { Attributes } from './attributes'
import { ColumnTable } from './column-table'
import { type Declaration, proposeDeclaration, withColumn } from './declaration'
import { Directions } from './directions'
import { EdgesEditor } from './edges-editor'
import { FileSummary } from './file-summary'
import { importRequestOf } from './import-request-of'
import { keepDeclaration, keptDeclaration } from './kept-declaration'
import { NamesForm } from './names-form'
import { openPoints } from './open-points'
import { isListed } from './propose-edges'
import { Purpose } from './purpose'
import { StepsStrip } from './steps-strip'
import { words } from './words'

interface DeclarationFormProps {
  projectId: number
  preview: TablePreview
  datasetId: number | undefined
  datasets: Dataset[]
  onAnother: () => void
}

/** All steps of an import on one page, and the button that starts it. */
export function DeclarationForm({ projectId, preview, datasetId, datasets, onAnother }: DeclarationFormProps) {
  const router = useRouter()
  const { sha256 } = preview
  const [declaration, setDeclaration] = useState<Declaration>(
    () =>
      keptDeclaration(
        sha256,
        preview.columns.map(({ name }) => name),
      ) ?? proposeDeclaration(preview, datasetId),
  )
  const points = openPoints(declaration)
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn: () =>
      fetchAnswer(Job, `/api/v1/projects/${projectId}/imports`, {
        method: 'POST',
        body: importRequestOf(declaration, sha256),
      }),
    onSuccess: ({ id }) => router.push(`/projects/${projectId}/imports/${id}?file=${sha256}`),
  })
  function change(to: Declaration) {
    setDeclaration(to)
    keepDeclaration(sha256, to)
  }
  const isScores = declaration.kind === 'scores'
  const isBusy = isPending || isSuccess
  return (
    <>
      <div className="row spread sticky">
        <div>
          <h1>{words.title}</h1>
          <FileSummary projectId={projectId} preview={preview} />
        </div>
        <div className="row">
          <span className="quiet reason" id="why-not" role="status">
            {points.length > 0 && words.andMore(points[0].text, points.length - 1)}
          </span>
          <button type="button" className="button" onClick={onAnother}>
            {words.another}
          </button>
          <button
            type="button"
            className="button filled"
            aria-describedby="why-not"
            disabled={points.length > 0 || isBusy}
            onClick={() => mutate()}
          >
            {isBusy ? words.starting : words.start}
          </button>
        </div>
      </div>
      <ProblemNotice problem={error} />
      <StepsStrip points={points} needless={isScores ? ['direction', 'attributes'] : []} />
      <Purpose kind={declaration.kind} onChange={(kind) => change({ ...declaration, kind })} />
      <ColumnTable preview={preview} declaration={declaration} onChange={change} />
      <div className="columns">
        <Directions declaration={declaration} onChange={change} />
        <div className="stack">
          <NamesForm declaration={declaration} datasets={datasets} onChange={change} />
          <Attributes preview={preview} declaration={declaration} onChange={change} />
          {!isScores &&
            declaration.columns.map(({ name, role, attribute }, at) => {
              const { histogram, levels } = preview.columns[at]
              if (role !== 'attribute' || histogram === null || isListed(levels.length)) return null
              const cut = (edges: number[]) =>
                change(withColumn(declaration, name, { attribute: { ...attribute, edges } }))
              return (
                <EdgesEditor
                  key={name}
                  name={attribute.name}
                  histogram={histogram}
                  edges={attribute.edges}
                  onChange={cut}
                />
              )
            })}
        </div>
      </div>
    </>
  )
}
