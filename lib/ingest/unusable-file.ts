import { Problem } from '@/lib/problem'

/** A file that is no table: missing, cut off, of another format, without rows, with rows of unequal length. */
export class UnusableFile extends Problem {
  readonly status = 422
}
