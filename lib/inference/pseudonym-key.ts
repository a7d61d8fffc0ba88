import { Problem } from '@/lib/problem'
import { browserStore, stored } from './browser-store'

const place = 'pseudonyms'
const algorithm = { name: 'HMAC', hash: 'SHA-256' }
const prefix = 'equiscope-key-1:'

/** Text that is no saved key. */
export class UnusableKey extends Problem {
  readonly status = 422
}

/**
 * The key under which pseudonyms are made, of 256 random bits at the first call. It stays in this browser; whoever has
 * it can match pseudonyms with identifiers that he knows.
 */
export async function pseudonymKey(): Promise<CryptoKey> {
  const store = await stored(browserStore())
  const kept = await store.get('keys', place)
  if (kept) return kept
  const made = await imported(crypto.getRandomValues(new Uint8Array(32)))
  const writing = store.transaction('keys', 'readwrite') // another tab may have been faster
  const present = await writing.store.get(place)
  if (!present) await stored(writing.store.put(made, place))
  await writing.done
  return present ?? made
}

/** The key as text, for a person to keep: another browser with it makes the same pseudonyms. */
export async function printKey(key: CryptoKey): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.exportKey('raw', key))
  return prefix + Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Reads a key that `printKey` wrote. */
export async function parseKey(text: string): Promise<CryptoKey> {
  const digits = text.trim().toLowerCase().replace(prefix, '')
  if (!/^[0-9a-f]{64}$/.test(digits))
    throw new UnusableKey('This is no key that Equiscope saved: it holds 64 hexadecimal digits.')
  return imported(Uint8Array.from({ length: 32 }, (_, at) => Number.parseInt(digits.slice(2 * at, 2 * at + 2), 16)))
}

/** Puts another key in the place of this browser's. Runs made under the former one no longer match. */
export async function replaceKey(key: CryptoKey): Promise<void> {
  const store = await stored(browserStore())
  await stored(store.put('keys', key, place))
}

function imported(bytes: Uint8Array<ArrayBuffer>) {
  return crypto.subtle.importKey('raw', bytes, algorithm, true, ['sign'])
}
