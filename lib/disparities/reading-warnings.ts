import type { Warning } from '@/lib/wire/metric-frame'
import { countText } from './number-text'

/** What whoever read the rows found. */
export interface ReadingFacts {
  /** whether a column said which patient an image is of */
  hasSubjects: boolean
  /** attributes that nobody named and that have too many levels */
  skipped: readonly { name: string; levels: number }[]
  /** number of attributes by which rows are compared */
  attributes: number
  /** rows without a score, left out */
  unscored: number
  /** images are missing that were to be scored */
  isPartial?: boolean
  /** the images were generated */
  isSynthetic?: boolean
}

/** What reading leaves unknown. */
export function readingWarnings(facts: ReadingFacts): Warning[] {
  const { hasSubjects, skipped, attributes, unscored } = facts
  const warnings: Warning[] = []
  if (facts.isSynthetic) {
    warnings.push({ code: 'synthetic', text: 'The images are synthetic: these numbers say nothing about patients.' })
  }
  if (facts.isPartial) {
    warnings.push({
      code: 'partial',
      text: 'The scoring run ended before all images were scored: the numbers are of a part of them.',
    })
  }
  if (!hasSubjects) {
    warnings.push({
      code: 'no_subject_column',
      text: 'No column says which patient an image is of: every image counts as a patient of its own, and intervals are too narrow where that is wrong.',
    })
  }
  if (unscored > 0) {
    warnings.push({
      code: 'unscored_examples',
      text: `${countText(unscored)} images have no score and are left out: where that is not by chance, all numbers may mislead.`,
    })
  }
  for (const { name, levels } of skipped) {
    warnings.push({
      code: 'attribute_left_out',
      text: `${name} was left out: it has ${levels} levels. Name it in --by to keep it.`,
    })
  }
  if (attributes === 0) {
    warnings.push({
      code: 'no_attributes',
      text: 'No attribute was found: there is nobody to compare. Name columns in --by.',
    })
  }
  return warnings
}
