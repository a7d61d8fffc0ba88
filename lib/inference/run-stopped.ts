import { Problem } from '@/lib/problem'

/** A run that cannot go on by itself, and what to do: scores so far are kept. */
export class RunStopped extends Problem {
  readonly status = 409
}

/** The server went away before a thread or a codec was fetched from it. */
export const notLoaded = 'A part of the program could not be loaded. Is Equiscope still running? Then resume the run.'
