import { shareText } from '@/lib/disparities/number-text'
import type { Evaluation } from '@/lib/wire/evaluation'
import type { EvaluationFacts } from '@/lib/wire/evaluation-facts'
import type { MetricFrame } from '@/lib/wire/metric-frame'
import { attributeNames, capital } from './attribute-names'
import { notKnownWords as say } from './not-known-words'
import { reversedScores, silentFamilies, smallGaps, tooFewGroups, unknownLevels } from './unknowns-of-frame'

/** One thing that these data cannot tell. */
export interface Unknown {
  lead: string
  text: string
}

/** Warnings that are said in words of our own, with numbers. */
const ownWords = new Set(['reversed_scores', 'missing_labels', 'no_subject_column', 'unknown_level'])

/** Warnings that put all numbers in doubt. */
const grave = new Set([
  'one_class',
  'no_labels',
  'all_scores_equal',
  'nothing_testable',
  'too_few_subjects',
  'no_attributes',
  'no_threshold',
  'nobody_flagged',
  'everybody_flagged',
  'verification_bias',
  'synthetic',
  'partial',
  'unscored_examples',
])

/** What is not known, the most important first. */
export function unknowns(
  frame: MetricFrame,
  inTrainingData: Evaluation['inTrainingData'],
  facts: Pick<EvaluationFacts, 'attributes'> | undefined,
): Unknown[] {
  const warnings = frame.warnings.filter(({ code }) => !ownWords.has(code)).map(({ code, text }) => ({ code, text }))
  const plain = ({ text }: { text: string }): Unknown => ({ lead: '', text })
  const withoutPatients = frame.warnings.some(({ code }) => code === 'no_subject_column')
  return [
    ...reversedScores(frame),
    ...warnings.filter(({ code }) => grave.has(code)).map(plain),
    ...(inTrainingData === 'yes' ? [{ lead: say.trainingLead, text: say.inTraining }] : []),
    ...smallGaps(frame),
    ...silentFamilies(frame),
    ...tooFewGroups(frame),
    ...(withoutPatients ? [{ lead: say.noSubjectsLead, text: say.noSubjects }] : []),
    ...missingLabels(frame),
    ...unknownLevels(frame),
    ...(inTrainingData === 'unknown' ? [{ lead: say.trainingLead, text: say.trainingUnknown }] : []),
    ...absentConcepts(facts),
    ...warnings.filter(({ code }) => !grave.has(code)).map(plain),
  ]
}

/** Among the rows of the view: the file's may be more, where there is a filter or a split. */
function missingLabels({ overall: { n, missingLabels } }: MetricFrame): Unknown[] {
  if (!missingLabels || n === null) return []
  const rows = n + missingLabels
  return [{ lead: say.labelsLead, text: say.labels(missingLabels, rows, shareText(missingLabels / rows)) }]
}

/** What patients are often told apart by, and this dataset does not. */
function absentConcepts(facts: Pick<EvaluationFacts, 'attributes'> | undefined): Unknown[] {
  if (!facts) return []
  const there = new Set(facts.attributes.map(({ concept }) => concept))
  const absent = Object.entries(say.concepts).filter(([concept]) => !there.has(concept))
  if (absent.length === 0) return []
  return [{ lead: say.absentLead(capital(attributeNames(absent.map(([, name]) => name)))), text: say.absent }]
}
