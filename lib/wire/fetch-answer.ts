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

interface Asked {
  signal?: AbortSignal
  method?: string
  body?: unknown
}

/** Asks our own interface; what it answers fits `schema`, and what it refuses is thrown as a Problem. */
export async function fetchAnswer<T extends z.ZodType>(
  schema: T,
  address: string,
  asked: Asked = {},
): Promise<z.infer<T>> {
  return (await fetchAnswerAndHeaders(schema, address, asked)).answer
}

/** The same, with what the headers say beside the answer. */
export async function fetchAnswerAndHeaders<T extends z.ZodType>(
  schema: T,
  address: string,
  { signal, method = 'GET', body }: Asked = {},
): Promise<{ answer: z.infer<T>; headers: Headers }> {
  const sent = body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const response = await fetch(address, { method, signal, ...sent }).catch((error: unknown) => {
    if (signal?.aborted) throw error
    throw answeredProblem(0, undefined)
  })
  const answer: unknown = response.status === 204 ? undefined : await response.json().catch(() => undefined)
  if (response.ok) return { answer: schema.parse(answer), headers: response.headers }
  throw answeredProblem(response.status, answer)
}

/** The Problem that an answer other than success tells about; status 0: there was no answer. */
export function answeredProblem(status: number, answer: unknown): AnsweredProblem {
  if (status === 0) {
    return new AnsweredProblem(0, 'Equiscope does not answer. Is it still running? Nothing was changed; try again.')
  }
  const problem = ProblemAnswer.safeParse(answer)
  if (problem.success) return new AnsweredProblem(status, problem.data.detail, problem.data.errors)
  return new AnsweredProblem(status, `Equiscope answered with status ${status}. Try again.`)
}
