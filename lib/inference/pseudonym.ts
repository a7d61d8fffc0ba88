/**
 * A name that says nothing and is the same in every run with the same key: HMAC-SHA256 of the parts, its first 32
 * hexadecimal digits. Parts are kept apart by a zero byte, so that `ab, c` is not `a, bc`.
 */
export async function pseudonym(key: CryptoKey, ...parts: string[]): Promise<string> {
  const written = new TextEncoder().encode(parts.map((part) => part.normalize('NFC')).join('\0'))
  const digest = new Uint8Array(await crypto.subtle.sign('HMAC', key, written))
  return Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Of an image that names itself by its place in the folder alone. */
export function pathPseudonym(key: CryptoKey, path: string): Promise<string> {
  return pseudonym(key, 'path', path)
}
