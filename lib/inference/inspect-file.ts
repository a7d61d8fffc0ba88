import { Problem } from '@/lib/problem'
import { readAttributes, readIdentifiers } from './dicom-attributes'
import { parseDicomFile } from './dicom-file'
import { readLayout } from './dicom-frame'
import { imageKind, kindBytes } from './image-kind'
import type { InspectedFile } from './protocol'
import { pathPseudonym, pseudonym } from './pseudonym'
import { readFile } from './read-file'
import { UnreadableImage } from './unreadable-image'

/** A DICOM header is rarely longer: for the first look this much is read. */
const headBytes = 256 * 1024

/**
 * Looks at a file without decoding it: its kind, its pseudonyms, its header's attributes. The example is PatientID with
 * SOPInstanceUID, or the path; the subject is PatientID, or the example.
 */
export async function inspectFile(file: Blob, path: string, key: CryptoKey): Promise<InspectedFile> {
  if (file.size === 0) throw new UnreadableImage('This file is empty.')
  const head = await readFile(file.slice(0, headBytes))
  const kind = imageKind(head.subarray(0, kindBytes))
  if (!kind) throw new UnreadableImage('This is no image that can be read: DICOM, PNG, JPEG or WebP.')
  const byPath = () => pathPseudonym(key, path)
  if (kind !== 'dicom') {
    const example = await byPath()
    return { kind, example, subject: example, attributes: null }
  }
  const { set } = await header(file, head).catch((error: unknown) => {
    throw error instanceof Problem
      ? error
      : new UnreadableImage('This DICOM file is damaged: its header cannot be read.')
  })
  const { patient, image } = readIdentifiers(set)
  const example = image === '' ? await byPath() : await pseudonym(key, 'image', patient, image)
  const subject = patient === '' ? example : await pseudonym(key, 'patient', patient)
  return { kind, example, subject, attributes: readAttributes(set) }
}

/** Refuses already here what is no picture. The pixels' element is there when the parser stopped at it. */
async function header(file: Blob, head: Uint8Array) {
  try {
    const begun = parseDicomFile(head, 'pixels')
    if (begun.set.elements.x7fe00010) {
      readLayout(begun)
      return begun
    }
  } catch (error) {
    if (file.size <= head.length) throw error
  }
  const whole = parseDicomFile(await readFile(file), 'pixels')
  readLayout(whole)
  return whole
}
