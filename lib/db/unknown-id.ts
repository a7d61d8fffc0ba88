import { Problem } from '@/lib/problem'

/** There is none with this number, or it belongs to another project: from outside the two look alike. */
export class UnknownId extends Problem {
  readonly status = 404

  constructor(noun: string) {
    super(`There is no such ${noun}. It may have been deleted, or the address may be wrong.`)
  }
}
