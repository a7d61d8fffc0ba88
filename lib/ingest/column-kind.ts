import { wordsOf } from '@/lib/slices/attribute-concept'

/** What a column of a task holds, and of which task, as its name tells. */
export interface TaskColumnName {
  kind: 'label' | 'score' | 'decision'
  /** the task's name; '' where the name is only the kind, as in `y_true` */
  task: string
  /** among several columns of a kind and task the lowest is taken */
  rank: number
}

const whole: Record<TaskColumnName['kind'], string[]> = {
  label: [
    'y true',
    'label',
    'labels',
    'true label',
    'ground truth',
    'groundtruth',
    'gt',
    'truth',
    'truth positive',
    'actual',
    'outcome',
    'y',
    'class',
    'target',
  ],
  score: [
    'y score',
    'score',
    'y prob',
    'y proba',
    'y pred proba',
    'y pred prob',
    'prob',
    'proba',
    'probability',
    'pred score',
    'pred prob',
    'pred proba',
    'prediction score',
    'predicted probability',
    'risk',
    'risk score',
    'confidence',
    'logit',
    'logits',
    'output',
  ],
  decision: ['pred', 'y pred', 'pred positive', 'pred label', 'prediction', 'predicted', 'predicted label', 'decision'],
}

const prefixes: [TaskColumnName['kind'], RegExp][] = [
  ['score', /^(?:prob|proba|probability|score|y_score|y_prob|pred_prob|pred_score|logit)[_:. -]+(.+)$/i],
  ['decision', /^(?:pred|y_pred|prediction|predicted|decision)[_:. -]+(.+)$/i],
  ['label', /^(?:label|y_true|truth|true|gt|ground_truth|target)[_:. -]+(.+)$/i],
  ['score', /^(.+?)[_:. -]+(?:prob|proba|probability|score|logit)$/i],
  ['decision', /^(.+?)[_:. -]+(?:pred|prediction|decision)$/i],
  ['label', /^(.+?)[_:. -]+(?:label|true|truth|gt)$/i],
]

/** Reads a column's name as a task's label, score or decision: `label_Edema`, `prob:Edema`, `y_true`. */
export function taskColumnName(name: string): TaskColumnName | undefined {
  const words = wordsOf(name)
  for (const kind of ['label', 'score', 'decision'] as const) {
    const rank = whole[kind].indexOf(words)
    if (rank >= 0) return { kind, task: '', rank }
  }
  for (const [rank, [kind, pattern]] of prefixes.entries()) {
    const match = pattern.exec(name.trim())
    if (match !== null) return { kind, task: match[1].trim(), rank: 100 + rank }
  }
  return undefined
}

const id = '(id|ids|index|idx|nbr|number|no|num|name|uid|key|hash|identifier|code|path|file|filename)'
const examples = [
  /^(image|img|dicom|sop instance|instance)( id| index| uid| name| key| path| file| hash| number)$/,
  /^(image|filename|file name|file|path|md5hash|md5|sha256|dicom|sop instance uid)$/,
  new RegExp(`^(example|sample|case|exam|examination|study|series|scan|slide|lesion|accession)( instance)? ${id}$`),
  /^(example|sample|case|accession)$/,
  new RegExp(`^(encounter|visit|admission|record|row) ${id}$`),
  /^(id|uid|uuid|key)$/,
]
const subjects = [new RegExp(`^(patient|subject|person|participant|individual|client)( ${id})?$`), /^(mrn|pid)$/]

function bestOf(header: readonly string[], patterns: readonly RegExp[]): string | undefined {
  for (const pattern of patterns) {
    const found = header.find((name) => pattern.test(wordsOf(name)))
    if (found !== undefined) return found
  }
  return undefined
}

/** the column that names the examples, if any name says so */
export function exampleColumn(header: readonly string[]): string | undefined {
  return bestOf(header, examples)
}

/** the column that names the subjects, if any name says so */
export function subjectColumn(header: readonly string[]): string | undefined {
  return bestOf(header, subjects)
}

/** the column that tells training rows from test rows, if any name says so */
export function splitColumn(header: readonly string[]): string | undefined {
  return bestOf(header, [/^(split|data split|partition|subset|fold)$/])
}

/** Whether a column's name says that it holds dates or times. */
export function isTimeName(name: string): boolean {
  return /\b(time|date|datetime|timestamp)\b/.test(wordsOf(name))
}

/** Whether a text is an ISO date or time. */
export function isTimeText(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/.test(text)
}

/** Whether a column's name says that it is a number of a row or compares the decision with the label. */
export function isByproductName(name: string): boolean {
  return /^(correct|is correct|error|loss|weight|unnamed.*|index|row|threshold)$/.test(wordsOf(name))
}

/** Whether a column's values may tell who somebody is: ids, and dates of their care. */
export function mayIdentify(name: string): boolean {
  return (
    exampleColumn([name]) !== undefined ||
    subjectColumn([name]) !== undefined ||
    isTimeName(name) ||
    /\b(id|name|birth)\b/.test(wordsOf(name))
  )
}
