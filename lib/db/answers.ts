import { pool } from './client'

/** What an answer is: a MetricFrame without its findings, or with them; where scores lie; calibration. */
export type AnswerKind = 'metric-frame' | 'findings' | 'curves' | 'calibration'

/** The answer to a question, as it was printed; undefined: it was never computed. */
export async function readAnswer(question: string): Promise<string | undefined> {
  const { rows } = await pool().query<{ body: string }>({
    name: 'read answer',
    text: 'select body from answer where question = $1',
    values: [question],
  })
  return rows[0]?.body
}

/** Whether a question was answered. */
export async function isAnswered(question: string): Promise<boolean> {
  return (await answeredAmong([question])).size === 1
}

/** Those of several questions that were answered. */
export async function answeredAmong(questions: readonly string[]): Promise<Set<string>> {
  const text = 'select question from answer where question = any($1)'
  const { rows } = await pool().query<{ question: string }>({ name: 'answered among', text, values: [questions] })
  return new Set(rows.map(({ question }) => question))
}

/**
 * Keeps an answer for good. The first one stays: another process may have computed it meanwhile, to the same digits. An
 * evaluation that was deleted meanwhile keeps none.
 */
export async function keepAnswer(
  question: string,
  { evaluationId, taskId, kind, body }: { evaluationId: number; taskId: number; kind: AnswerKind; body: string },
): Promise<void> {
  await pool().query(
    `insert into answer (question, evaluation_id, task_id, kind, body)
     select $1, $2, $3, $4, $5 where exists (select from evaluation where id = $2 for key share)
     on conflict (question) do nothing`,
    [question, evaluationId, taskId, kind, body],
  )
}
