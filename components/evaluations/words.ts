import { count } from '@/components/ui/words'
import type { EvaluationContents } from '@/lib/wire/evaluation'
import type { Verdict } from '@/lib/wire/metric-frame'

/** What the pages of evaluations say; a catalogue in another language has the same keys. */
export const words = {
  list: {
    title: 'Evaluations',
    noun: 'evaluation',
    none: 'No evaluation yet. Import a table of predictions to get one.',
    noneFound: 'No evaluation fits. Change the search, or look among the archived ones.',
    noneArchived: 'No evaluation is archived.',
  },
  import: 'Import predictions',
  version: 'Model version',
  versionOf: (model: string, version: string) => `${model} ${/^\d/.test(version) ? `v${version}` : version}`,
  dataset: 'Dataset',
  split: 'Split',
  wholeTable: 'all rows',
  inTrainingData: 'Patients seen in training',
  training: { yes: 'yes', no: 'no', unknown: 'not known' },
  file: 'File',
  goesWithIt: ({ tasks, answers }: EvaluationContents) =>
    `With it go the scores of ${count(tasks, 'task')} and ${count(answers, 'computed answer')}. ` +
    'Dataset and labels stay. This cannot be undone; only a backup brings them back.',
  computing: 'Findings are being computed',
  notTestedYet: 'This view has not been tested for gaps',
  notTestedWhy: (seconds: number) =>
    `Values and intervals are below; which differences are beyond chance takes about ${Math.max(1, Math.round(seconds))} s.`,
  testFailed: 'The last test of this view ended with a fault.',
  testView: 'Test this view',
  starting: 'Starting …',
  loading: 'Reading the scores …',
  noGap: (points: number | undefined) =>
    points === undefined
      ? 'No gap was shown'
      : `No gap was shown; one in sensitivity smaller than ${points.toFixed(0)} points could have been missed`,
  claims: {
    underdiagnosis: (slice: string) => `Misses more disease in ${slice}`,
    overdiagnosis: (slice: string) => `Raises more false alarms in ${slice}`,
    ranking: (slice: string) => `Ranks less well in ${slice}`,
  },
  andMore: (more: number) => `, and ${more} more`,
  about: (task: string, name: string) => `${task}, ${name}`,
  size: (n: number, subjects: number, positives: number) =>
    `${count(n, 'image')} of ${count(subjects, 'patient')}, ${count(positives, 'positive image')}`,
  task: 'Task',
  groups: 'Groups',
  threshold: 'Threshold',
  asItOpens: 'as it opens',
  thresholdHint: 'a number, youden, sensitivity=0.9 or specificity=0.9',
  show: 'Show',
  atThreshold: (value: string, rule: string) => `at threshold ${value} (${rule})`,
  noThreshold: 'without a threshold',
  rules: {
    fixed: 'fixed',
    youden: 'Youden',
    sensitivity: 'for a sensitivity',
    specificity: 'for a specificity',
    given: 'the model’s own decisions',
  },
  chosenHere: ', chosen on these data',
  findings: 'Works less well for',
  findingsWhy: (findings: number, tested: number) => `${count(findings, 'finding')} in ${count(tested, 'comparison')}`,
  noFindings: 'No gap beyond chance was shown. That is not equality: see what is not known.',
  severity: { high: 'High', medium: 'Medium', low: 'Low' },
  notKnown: 'Not known',
  notKnownWhy: 'a gap not shown is not equality',
  allKnown: 'Every group had enough images for each number.',
  inTraining: 'The model was trained on these patients: its performance here is optimistic.',
  trainingUnknown:
    'Whether the model was trained on these patients is not known; if so, its performance here is optimistic.',
  couldMiss: (attributes: string, points: number) =>
    `${attributes}: no gap in sensitivity was shown; one smaller than ${points.toFixed(0)} points could have been missed.`,
  tooFew: (slice: string, metrics: string) => `${slice}: too few to say (${metrics}).`,
  by: (attributes: string) => `By ${attributes}`,
  notPlanned: 'not planned beforehand',
  slice: 'Group',
  images: 'Images',
  patients: 'Patients',
  positives: 'Positives',
  value: '95 % interval, n',
  difference: 'Difference',
  metrics: { auroc: 'AUROC', tpr: 'Sensitivity', fpr: 'False alarms' },
  units: { auroc: '95 % interval', tpr: 'in points', fpr: 'in points' },
  everyone: 'Everyone',
  verdicts: {
    gap: 'gap',
    advantage: 'better than the others',
    within_margin: 'within the margin',
    not_enough_evidence: 'not enough evidence',
  } satisfies Record<Verdict, string>,
  beingTested: 'being tested',
  notTested: 'not tested',
  tooFewRows: (n: number) => `too few: ${n.toLocaleString('en')}`,
  undefinedFor: { auroc: 'positives or negatives are missing', tpr: 'no positives', fpr: 'no negatives' },
  suppressed: 'hidden: too few patients',
  noComparison: 'no comparison',
  againstOthers: 'against everyone else',
  download: 'Download JSON',
  stepsOf: (done: number, total: number) =>
    `${done.toLocaleString('en')} of ${total.toLocaleString('en')} permutations`,
  source: (name: string, sha256: string) => `From ${name}, SHA-256 ${sha256}`,
}
