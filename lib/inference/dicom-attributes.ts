import type { DataSet } from 'dicom-parser'
import { ageYears, yearsBetween } from './age-years'

/** What of a DICOM header a person may choose as attributes; `''` where the header says nothing. */
export const headerAttributes = ['sex', 'age', 'ethnic_group', 'view', 'manufacturer', 'model', 'institution'] as const
export type HeaderAttribute = (typeof headerAttributes)[number]

/** Identifiers from which pseudonyms are made. They never leave the thread that read them. */
export interface HeaderIdentifiers {
  patient: string
  image: string
}

export function readAttributes(set: DataSet): Record<HeaderAttribute, string> {
  const age = ageYears(set.string('x00101010')) ?? yearsBetween(set.string('x00100030'), set.string('x00080020'))
  return {
    sex: sexLevel(text(set, 'x00100040')),
    age: age === undefined ? '' : String(age),
    ethnic_group: text(set, 'x00102160'),
    view: text(set, 'x00185101'),
    manufacturer: text(set, 'x00080070'),
    model: text(set, 'x00081090'),
    institution: text(set, 'x00080080'),
  }
}

export function readIdentifiers(set: DataSet): HeaderIdentifiers {
  return { patient: text(set, 'x00100020'), image: text(set, 'x00080018') }
}

/** Text of at most 200 characters, in the character set that the header names: Latin 1 or UTF-8. */
function text(set: DataSet, tag: string): string {
  const element = set.elements[tag]
  if (!element || element.length === 0 || element.dataOffset + element.length > set.byteArray.length) return ''
  const bytes = set.byteArray.subarray(element.dataOffset, element.dataOffset + element.length)
  const isUnicode = set.string('x00080005')?.includes('ISO_IR 192') ?? false
  const decoded = new TextDecoder(isUnicode ? 'utf-8' : 'latin1').decode(bytes)
  return decoded.replaceAll('\0', '').split('\\')[0].trim().normalize('NFC').slice(0, 200)
}

function sexLevel(written: string) {
  return { male: 'M', female: 'F', m: 'M', f: 'F' }[written.toLowerCase()] ?? written
}
