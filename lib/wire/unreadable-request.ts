import type * as z from 'zod'
import { type Fault, Problem } from '@/lib/problem'

/** A request that is not what the interface describes: what is wrong with which part. */
export class UnreadableRequest extends Problem {
  readonly status: 400 | 413 | 415 | 422

  constructor(status: 400 | 413 | 415 | 422, message: string, errors: readonly Fault[] = []) {
    super(message, errors)
    this.status = status
  }
}

/** What Zod found, by path. Its messages name types and limits, never what was sent. */
export function faultsOf(error: z.ZodError): Fault[] {
  return error.issues.map(({ path, message }) => ({ path: path.join('.') || '(whole)', message }))
}
