import { Problem } from '@/lib/problem'

/** A file that cannot be kept: too large, empty, cut off, or no room for it. */
export class UnusableUpload extends Problem {
  readonly status: 400 | 413 | 422 | 507

  constructor(status: 400 | 413 | 422 | 507, message: string) {
    super(message)
    this.status = status
  }
}
