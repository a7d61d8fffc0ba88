import { Problem } from '@/lib/problem'

/** A run that cannot go on by itself, and what to do: scores so far are kept. */
export class RunStopped extends Problem {
  readonly status = 409
}
