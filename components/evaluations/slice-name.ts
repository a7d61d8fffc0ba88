import { attributeConcept, wordsOf } from '@/lib/slices/attribute-concept'
import { unknownLevel } from '@/lib/slices/cell-table'
import type { MetricFrame, Slice } from '@/lib/wire/metric-frame'
import { levelText } from './level-text'
import { sliceWords as say } from './slice-words'

/** A group as a sentence calls it. */
export interface SliceName {
  text: string
  /** about images (view, scanner, site) rather than people alone */
  isAcquisition: boolean
}

/** `women aged 60–79`, `AP images`, `patients whose insurance is Medicaid`: a slice in the words of a sentence. */
export function sliceName(slice: Slice): SliceName {
  const entries = Object.entries(slice)
  if (entries.length === 0) return { text: say.everyone, isAcquisition: false }
  let noun: string = say.patients
  let view: string | undefined
  const [people, whose, images]: [string[], string[], string[]] = [[], [], []]
  const isYoung = entries.some(([name, level]) => attributeConcept(name).concept === 'age' && isBelow18(level))
  for (const [name, level] of entries) {
    const { kind, concept } = attributeConcept(name)
    const own = kind === 'acquisition' ? images : people
    const sex = concept === 'sex' ? sexOf(level) : undefined
    if (level === unknownLevel) own.push(say.unknown(wordsOf(name)))
    else if (sex === 'female') noun = isYoung ? say.girls : say.women
    else if (sex === 'male') noun = isYoung ? say.boys : say.men
    else if (concept === 'age' && /\d/.test(level)) people.push(say.aged(ageText(level)))
    else if (concept === 'view' && view === undefined) view = level
    else if (kind === 'acquisition') images.push(say.with(wordsOf(name), levelText(level)))
    else whose.push(say.whose(wordsOf(name), levelText(level)))
  }
  const isAcquisition = view !== undefined || images.length > 0
  const persons = [noun, ...people, ...(whose.length > 0 ? [whose.join(say.and)] : [])].join(' ')
  if (!isAcquisition) return { text: persons, isAcquisition }
  const pictures = [view === undefined ? say.images : say.viewImages(view), ...images].join(' ')
  const hasPeople = persons !== say.patients
  return { text: hasPeople ? say.of(pictures, persons) : pictures, isAcquisition }
}

/** Whom a finding's slice is compared with: the other one of two, else everyone else. */
export function restName({ families }: Pick<MetricFrame, 'families'>, slice: Slice): string {
  const family = families.find(({ slices }) => slices.some((other) => isSameSlice(other.slice, slice)))
  const others = family?.slices.filter((other) => !isSameSlice(other.slice, slice)) ?? []
  if (family && others.length === 1 && family.by.length === 1) return sliceName(others[0].slice).text
  return sliceName(slice).isAcquisition ? say.otherImages : say.everyoneElse
}

/** Whether two slices have the same levels of the same attributes. */
export function isSameSlice(one: Slice, other: Slice): boolean {
  const names = Object.keys(one)
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name])
}

function ageText(level: string): string {
  const [, from, below] = /^\s*(\d+)\s*-\s*<\s*(\d+)\s*$/.exec(level) ?? []
  if (below !== undefined) return say.toUnder(from, below)
  const [, sign, years] = /^\s*(<|>|≥|>=)?\s*(\d+)\s*\+?\s*$/.exec(level) ?? []
  if (sign === '<') return say.under(years)
  if (sign === '>') return say.over(years)
  if (years !== undefined && (sign !== undefined || level.includes('+'))) return say.andOver(years)
  return levelText(level)
}

function isBelow18(level: string): boolean {
  const first = /\d+/.exec(level)
  return first !== null && Number(first[0]) < 18
}

function sexOf(level: string): 'female' | 'male' | undefined {
  if (/^(f|female|w|woman|women)$/i.test(level.trim())) return 'female'
  return /^(m|male|man|men)$/i.test(level.trim()) ? 'male' : undefined
}
