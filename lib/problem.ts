/** One thing a person can mend: where it is, and what to do. Never text that could identify a patient. */
export interface Fault {
  /** for example `row 14,310, column label_Edema`, or `--by` */
  path: string
  message: string
}

/** A failure that a person can act on. Everything else that is thrown is a bug. */
export abstract class Problem extends Error {
  /** HTTP status of the answer that carries it */
  abstract readonly status: number
  readonly errors: readonly Fault[]

  constructor(message: string, errors: readonly Fault[] = []) {
    super(message)
    this.name = new.target.name
    this.errors = errors
  }
}
