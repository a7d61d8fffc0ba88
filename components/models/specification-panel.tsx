'use client'

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { tryModel } from '@/lib/inference/open-model'
import { Problem } from '@/lib/problem'
import { AnsweredProblem, fetchAnswer } from '@/lib/wire/fetch-answer'
import { InputSpecification } from '@/lib/wire/input-specification'
import { ModelVersion } from '@/lib/wire/model'
import type { Task } from '@/lib/wire/task'
import { CopyOffer } from './copy-offer'
import { ModelPreview } from './model-preview'
import { SpecificationFields } from './specification-fields'
import { TaskOutputs } from './task-outputs'
import type { OpenedModel } from './use-opened-model'
import { versionWords as words } from './version-words'

interface SpecificationPanelProps {
  projectId: number
  version: ModelVersion
  opened: OpenedModel
  tasks: Task[]
  onChanged: (version: ModelVersion) => void
}

/** How the input is made and the output read: proposed from the file, completed by a person, tried before it is saved. */
export function SpecificationPanel({ projectId, version, opened, tasks, onChanged }: SpecificationPanelProps) {
  const { file, proposal } = opened
  const [draft, setDraft] = useState<InputSpecification | undefined>(() => firstDraft(version, opened, tasks))
  const put = (id: number) => {
    const address = `/api/v1/projects/${projectId}/model-versions/${id}/input-specification`
    return fetchAnswer(ModelVersion, address, { method: 'PUT', body: checked(draft) })
  }
  const saving = useMutation({
    mutationFn: async () => {
      const trial = file && (await tryModel(file, checked(draft), AbortSignal.timeout(120_000)))
      return { trial, saved: await put(version.id) }
    },
    onSuccess: ({ saved }) => onChanged(saved),
  })
  const trial = saving.data?.trial
  const isFixed = saving.error instanceof AnsweredProblem && saving.error.status === 409
  return (
    <section className="panel stack" aria-label={words.input}>
      <div>
        <h2>{words.input}</h2>
        <p className="quiet">{words.inputWhy}</p>
      </div>
      {!draft && <p>{words.first}</p>}
      {draft && (
        <>
          {proposal?.open.map((open) => (
            <p key={open} className="notice">
              {words.open[open]}
            </p>
          ))}
          <div className="sees">
            <div className="stack">
              <SpecificationFields draft={draft} outputs={proposal?.outputs} onChange={setDraft} />
              <TaskOutputs draft={draft} known={tasks} onChange={setDraft} />
            </div>
            <ModelPreview specification={draft} />
          </div>
          <div className="row">
            <button type="button" className="button filled" disabled={saving.isPending} onClick={() => saving.mutate()}>
              {saving.isPending ? words.saving : words.save}
            </button>
            <span role="status">{saving.isSuccess && words.saved(trial?.msPerImage)}</span>
          </div>
          {trial?.isConstant && <p className="notice">{words.constant}</p>}
          {trial && !trial.isProbability && <p className="notice">{words.noProbability}</p>}
          <ProblemNotice problem={saving.error} />
          {isFixed && <CopyOffer projectId={projectId} version={version} onCopied={({ id }) => put(id)} />}
        </>
      )}
    </section>
  )
}

function firstDraft({ inputSpecification }: ModelVersion, { proposal }: OpenedModel, tasks: Task[]) {
  if (inputSpecification) return inputSpecification
  if (!proposal) return undefined
  const width = proposal.outputs[0].width ?? 1
  // two outputs for one task are mostly its absence and its presence
  const first = { task: tasks[0]?.name ?? '', index: width === 2 ? 1 : 0 }
  return { ...proposal.specification, tasks: [first] }
}

/** A draft that the schema refuses: each field and what is wrong. */
class UnusableSpecification extends Problem {
  readonly status = 422
}

function checked(draft: InputSpecification | undefined): InputSpecification {
  const parsed = InputSpecification.safeParse(draft)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
  throw new UnusableSpecification(words.unusable, faults)
}
