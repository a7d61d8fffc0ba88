import { Problem } from '@/lib/problem'

/** A setting of an audit that cannot be read: its name where it was given, and what it takes. */
export class UnreadableSetting extends Problem {
  readonly status = 422

  constructor(setting: string, remedy: string) {
    super(`${setting} ${remedy}.`, [{ path: setting, message: `${remedy[0].toUpperCase()}${remedy.slice(1)}.` }])
  }
}
