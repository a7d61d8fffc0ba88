import type { ClientBase } from 'pg'
import { writeColumn } from './chunks'

/** The scores of one task, by example: NaN where there is none; decisions 255. */
export interface ScoreValues {
  score: Float64Array<ArrayBuffer>
  decision: Uint8Array<ArrayBuffer> | undefined
}

/** Stores the scores of one evaluation and task, and how many examples have none, which it also returns. */
export async function writeScores(
  client: ClientBase,
  evaluationId: number,
  taskId: number,
  { score, decision }: ScoreValues,
): Promise<number> {
  let unscored = 0
  for (const value of score) if (Number.isNaN(value)) unscored++
  await client.query(
    `insert into scored_task (evaluation_id, task_id, scored, unscored, has_decisions) values ($1, $2, $3, $4, $5)`,
    [evaluationId, taskId, score.length - unscored, unscored, decision !== undefined],
  )
  await writeColumn(client, 'score', [evaluationId, taskId], score)
  if (decision) await writeColumn(client, 'decision', [evaluationId, taskId], decision)
  return unscored
}
