import { Problem } from '@/lib/problem'

/** Names or values that were asked for and that the table does not have, or columns whose roles stay unclear. */
export class UnmatchedColumns extends Problem {
  readonly status = 422
}
