import * as z from 'zod'
import { type Fault, Problem } from '@/lib/problem'

const ProblemAnswer = z.object({
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).default([]),
})

/** A Problem that the server told us about. */
export class AnsweredProblem extends Problem {
  readonly status: number

  constructor(status: number, message: string, errors: readonly Fault[] = []) {
    super(message, errors)
    this.status = status
  }
}

/** Asks our own interface; what it answers fits `schema`, and what it refuses is thrown as a Problem. */
export async function fetchAnswer<T extends z.ZodType>(
  schema: T,
  address: string,
  { signal, method = 'GET', body }: { signal?: AbortSignal; method?: string; body?: unknown } = {},
): Promise<z.infer<T>> {
  const sent = body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const response = await fetch(address, { method, signal, ...sent }).catch((error: unknown) => {
    if (signal?.aborted) throw error
    throw new AnsweredProblem(0, 'Equiscope does not answer. Is it still running? Nothing was changed; try again.')
  })
  const answer: unknown = response.status === 204 ? undefined : await response.json().catch(() => undefined)
  if (response.ok) return schema.parse(answer)
  const problem = ProblemAnswer.safeParse(answer)
  if (problem.success) throw new AnsweredProblem(response.status, problem.data.detail, problem.data.errors)
  throw new AnsweredProblem(response.status, `Equiscope answered with status ${response.status}. Try again.`)
}
