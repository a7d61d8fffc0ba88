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

/**
 * Where a data set without prefix begins, and whether its lengths are explicit; `undefined` where it is none. Tools that
 * cut the prefix off sometimes leave the last byte of what stood before.
 */
export function bareDicom(head: Uint8Array): { begin: number; isExplicit: boolean } | undefined {
  for (const begin of [0, 1]) {
    const at = (place: number) => head[begin + place]
    if (head.length < 16 || (at(0) !== 2 && at(0) !== 8) || at(1) !== 0 || at(3) !== 0) continue
    if (vr.test(String.fromCharCode(at(4), at(5)))) return { begin, isExplicit: true }
    const length = at(4) | (at(5) << 8) | (at(6) << 16) | (at(7) << 24)
    if (begin === 0 && length >= 0 && length <= 256) return { begin, isExplicit: false }
  }
  return undefined
}

function starts(head: Uint8Array, at: number, ...bytes: number[]) {
  return bytes.every((byte, place) => head[at + place] === byte)
}
