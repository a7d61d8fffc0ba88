import type { ClientBase } from 'pg'
import type { ScoringProvenance } from '@/lib/wire/scoring-run'
import { UnknownId } from './unknown-id'

/** The run whose scores an import brings, and what the evaluation takes from it. */
export interface RunOfImport {
  id: number
  modelVersionId: number
  provenance: ScoringProvenance
  isPartial: boolean
  isSynthetic: boolean
}

/** What an evaluation says about where its scores come from. */
export const originOf = (run: RunOfImport | undefined) => ({
  provenance: run?.provenance ?? null,
  isPartial: run?.isPartial ?? false,
  isSynthetic: run?.isSynthetic ?? false,
})

/** Locks the run until the import's transaction ends. */
export async function lockRunOfImport(client: ClientBase, id: number): Promise<RunOfImport> {
  const { rows } = await client.query<RunOfImport>(
    `select id, model_version_id as "modelVersionId", provenance, is_partial as "isPartial",
       is_synthetic as "isSynthetic"
     from scoring_run where id = $1 and state = 'ended' for no key update`,
    [id],
  )
  if (rows.length === 0) throw new UnknownId('scoring run')
  return rows[0]
}

/** Names a run's evaluation and forgets its batches, which are now columns. */
export async function closeRun(client: ClientBase, { id }: RunOfImport, evaluationId: number): Promise<void> {
  await client.query('update scoring_run set evaluation_id = $2 where id = $1', [id, evaluationId])
  await client.query('delete from scored_example where scoring_run_id = $1', [id])
  await client.query('delete from score_batch where scoring_run_id = $1', [id])
}
