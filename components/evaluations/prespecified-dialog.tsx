'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import * as z from 'zod'
import { Dialog } from '@/components/ui/dialog'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { words as uiWords } from '@/components/ui/words'
import { printFamilies } from '@/lib/slices/slice-families'
import type { Evaluation } from '@/lib/wire/evaluation'
import type { EvaluationFacts } from '@/lib/wire/evaluation-facts'
import { fetchAnswer } from '@/lib/wire/fetch-answer'
import { Families } from './families'
import { words } from './view-words'

interface PrespecifiedDialogProps {
  evaluation: Evaluation
  facts: EvaluationFacts
  onClose: () => void
}

/** Other pre-specified families for the dataset, with the reason why, since people may have seen numbers already. */
export function PrespecifiedDialog({ evaluation, facts, onClose }: PrespecifiedDialogProps) {
  const [families, setFamilies] = useState(facts.prespecified)
  const [note, setNote] = useState('')
  const client = useQueryClient()
  const { projectId, id, datasetId } = evaluation
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      fetchAnswer(z.undefined(), `/api/v1/projects/${projectId}/datasets/${datasetId}/prespecified`, {
        method: 'PUT',
        body: { families: printFamilies(families), note },
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['evaluations', id] })
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    mutate()
  }
  return (
    <Dialog title={words.editPrespecified} onClose={onClose}>
      <form onSubmit={submit}>
        <p>{words.prespecifiedChange(facts.datasetName)}</p>
        <Families facts={facts} families={families} onChange={setFamilies} />
        <label className="field">
          {words.why}
          <textarea required maxLength={1000} rows={3} value={note} onChange={({ target }) => setNote(target.value)} />
        </label>
        <ProblemNotice problem={error} />
        <p className="row">
          <button type="submit" className="button filled" disabled={isPending || families.length === 0}>
            {words.savePrespecified}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {uiWords.cancel}
          </button>
        </p>
      </form>
    </Dialog>
  )
}
