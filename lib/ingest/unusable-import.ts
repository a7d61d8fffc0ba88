import { Problem } from '@/lib/problem'

/** An import that was asked for in a way that contradicts itself or the file. */
export class UnusableImport extends Problem {
  readonly status = 422
}
