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
  /** the panel of what is not known says the other answers */
  trainingOf: { yes: '', no: '· patients not seen in training · ', unknown: '' },
  file: 'File',
  goesWithIt: ({ tasks, answers }: EvaluationContents) =>
    `With it go the scores of ${count(tasks, 'task')} and ${count(answers, 'computed answer')}. ` +
    'Dataset and labels stay. This cannot be undone; only a backup brings them back.',
  notTestedYet: 'This view has not been tested for gaps',
  notTestedWhy: (seconds: number) =>
    `Values and intervals are below; which differences are beyond chance takes about ${Math.max(1, Math.round(seconds))} s.`,
  testFailed: 'The last test of this view ended with a fault.',
  testView: 'Test this view',
  starting: 'Starting …',
  loading: 'Reading the scores …',
  size: (n: number, subjects: number, positives: number) =>
    `${count(n, 'image')} of ${count(subjects, 'patient')}, ${count(positives, 'positive image')}`,
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
  verdicts: {
    gap: 'gap',
    advantage: 'better than the others',
    within_margin: 'within the margin',
    not_enough_evidence: 'not enough evidence',
  } satisfies Record<Verdict, string>,
  notTested: 'not tested',
  /** of a metric that is tested, once the findings are there */
  untested: 'not tested yet',
  noComparison: 'no comparison',
  download: 'Download JSON',
  stepsOf: (done: number, total: number) =>
    `${done.toLocaleString('en')} of ${total.toLocaleString('en')} permutations`,
  source: (name: string, sha256: string) => `From ${name}, SHA-256 ${sha256}`,
}
