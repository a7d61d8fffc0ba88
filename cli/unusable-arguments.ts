import { type Fault, Problem } from '@/lib/problem'

/** Arguments of a command that make no sense, and how they should read. */
export class UnusableArguments extends Problem {
  readonly status = 422

  constructor(message: string, errors: readonly Fault[] = []) {
    super(message, errors)
  }
}
