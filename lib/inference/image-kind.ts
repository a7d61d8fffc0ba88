export type ImageKind = 'dicom' | 'png' | 'jpeg' | 'webp'

/** Bytes that `imageKind` wants to see. */
export const kindBytes = 132

const vr = /^(A[EST]|CS|D[AST]|F[DL]|IS|L[OT]|O[BDFLVW]|PN|S[HLQSTV]|TM|U[CILNRSTV])$/

/**
 * What a file is by its first bytes, never by its name: names lie, and DICOM files often have none. A data set without
 * the DICOM prefix is recognised by its first element, of group 2 or 8.
 * @param head the first 132 bytes, or all of a shorter file
 */
export function imageKind(head: Uint8Array): ImageKind | undefined {
  if (starts(head, 0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  if (starts(head, 0, 0xff, 0xd8, 0xff)) return 'jpeg'
  if (starts(head, 0, 0x52, 0x49, 0x46, 0x46) && starts(head, 8, 0x57, 0x45, 0x42, 0x50)) return 'webp'
  if (starts(head, 128, 0x44, 0x49, 0x43, 0x4d)) return 'dicom'
  return bareDicom(head) ? 'dicom' : undefined
}

/** How a data set without prefix begins: explicit or implicit lengths, or `undefined` where it is none. */
export function bareDicom(head: Uint8Array): 'explicit' | 'implicit' | undefined {
  if (head.length < 16 || (head[0] !== 2 && head[0] !== 8) || head[1] !== 0 || head[3] !== 0) return undefined
  if (vr.test(String.fromCharCode(head[4], head[5]))) return 'explicit'
  const length = head[4] | (head[5] << 8) | (head[6] << 16) | (head[7] << 24)
  return length >= 0 && length <= 256 ? 'implicit' : undefined
}

function starts(head: Uint8Array, at: number, ...bytes: number[]) {
  return bytes.every((byte, place) => head[at + place] === byte)
}
