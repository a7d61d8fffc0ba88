import type { DataSet } from 'dicom-parser'

/** A table that stands in a header: value `first + i` becomes `entries[i]`, those outside the nearest one. */
export interface LookupTable {
  first: number
  entries: Uint16Array
  /** bits of an entry: 2^bits - 1 is the brightest */
  bits: number
}

/** Reads a lookup table by its descriptor's and its entries' tags; `undefined` where it is missing or damaged. */
export function readLookupTable(
  set: DataSet,
  descriptor: string,
  entries: string,
  isSigned: boolean,
): LookupTable | undefined {
  const element = set.elements[entries]
  const count = (set.uint16(descriptor, 0) ?? 0) || 65536
  const first = (isSigned ? set.int16(descriptor, 1) : set.uint16(descriptor, 1)) ?? 0
  const bits = set.uint16(descriptor, 2) ?? 16
  if (!element || element.dataOffset + element.length > set.byteArray.length) return undefined
  if (element.length >= count * 2) {
    const words = Uint16Array.from({ length: count }, (_, place) => set.uint16(entries, place) ?? 0)
    return { first, entries: words, bits }
  }
  if (element.length < count) return undefined
  const bytes = set.byteArray.subarray(element.dataOffset, element.dataOffset + count)
  return { first, entries: Uint16Array.from(bytes), bits: Math.min(bits, 8) }
}

export function lookUp({ first, entries }: LookupTable, value: number): number {
  return entries[Math.min(Math.max(Math.round(value) - first, 0), entries.length - 1)]
}
