import { Problem } from '@/lib/problem'

/** A model that cannot be run here, or a specification that does not fit it. */
export class UnusableModel extends Problem {
  readonly status = 422
}
