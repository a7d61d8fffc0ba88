import { count } from '@/components/ui/words'

const number = (value: number) => value.toLocaleString('en')

/** Who may be worse, in figures. */
export interface Maybe {
  metric: string
  own: string
  other: string
  gap: string
  interval: string
  p: string
}

/** What the panel of unknowns says; a catalogue in another language has the same keys. */
export const notKnownWords = {
  title: 'Not known',
  why: 'a gap not shown is not equality',
  missableTerm: 'could have been missed',
  none: 'Every group had enough images for each number, and nothing else was left open.',
  more: (more: number) => `and ${number(more)} more`,
  reversedLead: 'Scores or labels look reversed.',
  reversed: (auroc: string, low: string, high: string) =>
    `The AUROC is ${auroc} (${low} to ${high}), wholly below 0.5: the model ranks disease below health. ` +
    'Check the direction of label and score before reading anything on this page.',
  may: (name: string, said: Maybe) =>
    `${name} may be worse (${said.metric} ${said.own} against ${said.other}, worse by ${said.gap} ${said.interval}, adjusted p ${said.p})`,
  andMoreMay: (more: number) => `, and ${count(more, 'more group', 'more groups')}`,
  notBeyondChance: (who: string, tested: number) =>
    `${who}, but not beyond what chance gives in ${count(tested, 'comparison')}`,
  alsoMissable: (gaps: string) => `; gaps smaller than ${gaps} could have been missed`,
  smallLead: (name: string) => `${name}: a small gap.`,
  small: (said: Maybe & { least: string }) =>
    `${said.metric} ${said.own} against ${said.other}, worse by ${said.gap} ${said.interval}, ` +
    `beyond chance (adjusted p ${said.p}), but no finding, since it is below the smallest gap asked for, ${said.least}.`,
  missableLead: (attributes: string, isAll: boolean) => (isAll ? `By ${attributes}:` : `By ${attributes}, the rest:`),
  missable: (gaps: string) => `no gap was shown; smaller ones than ${gaps} could have been missed.`,
  widest: (name: string, n: number, kind: string) => ` Least is known about ${name} (${number(n)} ${kind}).`,
  missableGap: (metric: string, gap: string) => `${gap} in ${metric}`,
  points: (points: string) => `${points} points`,
  metricsInside: {
    disease: { tpr: 'sensitivity', fpr: 'false alarms', auroc: 'AUROC' },
    healthy: { tpr: 'health recognised', fpr: 'missed disease', auroc: 'AUROC' },
  },
  kinds: {
    disease: { tpr: 'positive images', fpr: 'negative images', auroc: 'images' },
    healthy: { tpr: 'healthy images', fpr: 'images with disease', auroc: 'images' },
  },
  tooFewLead: (attributes: string) => `By ${attributes}, too few to say:`,
  tooFew: (groups: string) => `${groups}. At least 10 images of 5 patients are needed for a number.`,
  tooFewGroup: (name: string, n: number, kind: string) => `${name} (${number(n)} ${kind})`,
  andMoreGroups: (more: number) => ` and ${count(more, 'more group', 'more groups')}`,
  hiddenGroup: (name: string) => `${name} (hidden: too few patients)`,
  noSubjectsLead: 'Patients:',
  noSubjects:
    'no column says which patient an image is of. Every image counts as a patient of its own; where that is wrong, intervals are too narrow.',
  labelsLead: 'Missing labels:',
  labels: (missing: number, rows: number, share: string) =>
    `${number(missing)} of ${number(rows)} images (${share}) have none and are left out. Worst-case limits stand in the table of every number.`,
  unknownLead: (attribute: string) => `Unknown ${attribute}:`,
  unknown: (n: number, share: string) =>
    `${number(n)} labelled images (${share}). They are a group of their own and stay in everyone else.`,
  trainingLead: 'Training data:',
  inTraining: 'the model was trained on these patients, so its performance here is optimistic.',
  trainingUnknown: 'whether the model saw these patients is not known. If it did, its performance here is optimistic.',
  absentLead: (concepts: string) => `${concepts}:`,
  absent: 'not in this dataset. A gap between such groups cannot be seen here.',
  concepts: {
    sex: 'sex',
    age: 'age',
    ethnicity: 'race or ethnicity',
    insurance: 'insurance',
    language: 'language',
    site: 'site',
    scanner: 'device',
  },
}
