import { Problem } from '@/lib/problem'

/** An image that cannot be read. The words never hold a file's name or what its header says of a patient. */
export class UnreadableImage extends Problem {
  readonly status = 422
}

/** Runs a decoder: whatever it throws that is no Problem becomes an UnreadableImage with these words. */
export function decodedOr<T>(words: string, decode: () => T): T {
  try {
    return decode()
  } catch (error) {
    throw error instanceof Problem ? error : new UnreadableImage(words)
  }
}
