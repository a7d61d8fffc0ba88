/** SHA-256 of a file, as hexadecimal digits. Takes the whole file into memory for a moment: WebCrypto knows no stream. */
export async function sha256Of(file: Blob): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
