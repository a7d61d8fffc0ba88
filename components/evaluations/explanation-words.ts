import type { Direction } from '@/lib/wire/metric-frame'
import type { MetricKey } from '@/lib/wire/metric-key'

/** A term of which a reader may not know the meaning. */
export type Term =
  | MetricKey
  | 'interval'
  | 'effective'
  | 'adjusted_p'
  | 'margin'
  | 'everyone_else'
  | 'everything_shown'
  | 'severity'
  | 'missable'
  | 'shrunken'

/** What a term says to who asks. */
export interface Explanation {
  title: string
  what: string
  formula?: string
  convention?: string
  /** which way is bad */
  worse?: string
  harm?: (direction: Direction) => string
}

const missed = 'A group with less has more of its disease missed: underdiagnosis.'
const alarmed = 'A group with less of it is called ill too often: overdiagnosis.'
const lower = 'Lower is worse.'
const higher = 'Higher is worse.'

/** Every metric and term in plain words; a catalogue in another language has the same keys. */
export const explanations: Record<Term, Explanation> = {
  tpr: {
    title: 'Sensitivity',
    what: 'Share of the images with label 1 that the model flags at the threshold.',
    formula: 'flagged positives / positives',
    convention: 'A score equal to the threshold counts as flagged. Interval: Wilson, clustered by patient.',
    worse: lower,
    harm: (direction) => (direction === 'disease' ? missed : alarmed),
  },
  fpr: {
    title: 'False alarms (false positive rate)',
    what: 'Share of the images with label 0 that the model flags at the threshold.',
    formula: 'flagged negatives / negatives = 1 − specificity',
    convention: 'Interval: Wilson, clustered by patient.',
    worse: higher,
    harm: (direction) =>
      direction === 'disease'
        ? 'A group with more is called ill too often: overdiagnosis.'
        : 'Label 1 means healthy: a group with more has its disease called healthy: underdiagnosis.',
  },
  tnr: {
    title: 'Specificity',
    what: 'Share of the images with label 0 that the model leaves alone.',
    formula: 'unflagged negatives / negatives',
    worse: lower,
    harm: (direction) => (direction === 'disease' ? alarmed : missed),
  },
  fnr: {
    title: 'Missed (false negative rate)',
    what: 'Share of the images with label 1 that the model does not flag.',
    formula: '1 − sensitivity',
    worse: higher,
    harm: (direction) =>
      direction === 'disease'
        ? 'A group with more has more of its disease missed: underdiagnosis.'
        : 'Label 1 means healthy: a group with more is called ill too often: overdiagnosis.',
  },
  auroc: {
    title: 'AUROC',
    what: 'The chance that an image with label 1 gets a higher score than one with label 0. It does not depend on the threshold.',
    formula: 'pairs ranked the right way round / all pairs; a tie counts one half',
    convention: '0.5 is chance, 1 is perfect. Interval: by patient, on the logit scale.',
    worse: lower,
  },
  auprc: {
    title: 'AUPRC (average precision)',
    what: 'Precision averaged over all thresholds, weighted by what each adds to sensitivity.',
    formula: 'Σ (recallₖ − recallₖ₋₁) · precisionₖ',
    convention: 'Depends on how common the label is: do not compare groups of unlike prevalence by it alone.',
    worse: lower,
  },
  ppv: {
    title: 'PPV (precision)',
    what: 'Of the flagged images, the share that has label 1.',
    formula: 'flagged positives / flagged',
    convention: 'Depends on how common the label is in the group.',
    worse: lower,
  },
  npv: {
    title: 'NPV',
    what: 'Of the images that are not flagged, the share that has label 0.',
    formula: 'unflagged negatives / unflagged',
    convention: 'Depends on how common the label is in the group.',
    worse: lower,
  },
  accuracy: {
    title: 'Accuracy',
    what: 'Share of images whose decision agrees with the label.',
    formula: '(flagged positives + unflagged negatives) / all',
    convention: 'Where few have label 1 it hides what is missed.',
    worse: lower,
  },
  balanced_accuracy: {
    title: 'Balanced accuracy',
    what: 'Mean of sensitivity and specificity.',
    formula: '(sensitivity + specificity) / 2',
    worse: lower,
  },
  f1: {
    title: 'F1',
    what: 'Harmonic mean of sensitivity and PPV.',
    formula: '2 TP / (2 TP + FP + FN)',
    convention: 'Depends on how common the label is.',
    worse: lower,
  },
  selection_rate: {
    title: 'Flagged',
    what: 'Share of all labelled images that the model flags.',
    formula: 'flagged / all',
    convention: 'Neither more nor less is worse by itself: groups may differ in how ill they are.',
  },
  prevalence: {
    title: 'Prevalence',
    what: 'Share of labelled images with label 1.',
    formula: 'positives / all',
    convention: 'Says something about the patients and the labels, nothing about the model.',
  },
  mean_score: {
    title: 'Mean score',
    what: 'The average score, as a probability.',
    formula: 'Σ score / n',
  },
  observed_minus_expected: {
    title: 'Observed minus expected',
    what: 'Prevalence minus the mean score: above 0 the scores promise too little, below 0 too much.',
    formula: 'prevalence − mean score',
    worse: 'Further from 0 is worse.',
  },
  brier: {
    title: 'Brier score',
    what: 'Mean squared distance between score and label.',
    formula: 'Σ (score − label)² / n',
    worse: higher,
  },
  ece: {
    title: 'Expected calibration error',
    what: 'How far scores are from what is observed, averaged over bins of equal counts.',
    convention: 'Biased upwards in small groups: to explore, never to decide.',
    worse: higher,
  },
  calibration_slope: {
    title: 'Calibration slope',
    what: 'Whether scores are spread as much as they should be: below 1 too extreme, above 1 too timid.',
    formula: 'slope of a logistic regression of the label on the logit of the score',
    worse: 'Further from 1 is worse.',
  },
  calibration_intercept: {
    title: 'Calibration in the large',
    what: 'Whether scores are too high (below 0) or too low (above 0) on the whole.',
    formula: 'intercept of the logistic regression with the slope fixed at 1',
    worse: 'Further from 0 is worse.',
  },
  net_benefit: {
    title: 'Net benefit',
    what: 'True positives less false alarms, weighed by the odds of the threshold, an image.',
    formula: 'TP / n − FP / n · t / (1 − t)',
    worse: lower,
  },
  interval: {
    title: '95 % interval',
    what: 'The range of values that these data are compatible with. A narrower one means that more is known.',
    convention: 'Images of one patient are not independent: intervals are computed by patient.',
  },
  effective: {
    title: 'Effective images',
    what: 'How many independent images would tell as much. Many images of few patients tell less than their number.',
    formula: 'n / design effect',
  },
  adjusted_p: {
    title: 'Adjusted p',
    what: 'How often chance alone would show a gap as surprising as this among all comparisons of this view, if no group differed.',
    formula: 'max-T: 1,999 permutations of patients within those with the same labels',
    convention: 'A finding needs 0.05 or less, harm, and a gap of at least 2 points.',
  },
  margin: {
    title: 'Margin',
    what: 'A difference whose whole interval lies within the margin is called “within the margin”.',
    convention: 'Set it before looking; 5 points unless you say otherwise.',
  },
  everyone_else: {
    title: 'Everyone else',
    what: 'All labelled images outside the group, those of unknown level included.',
    convention: 'Each group has its own everyone else. Findings are always against it.',
  },
  everything_shown: {
    title: 'Everything shown',
    what: 'All labelled images of this view, after split and filter.',
  },
  severity: {
    title: 'Severity',
    what: 'By the end of the interval that is nearer to 0: beyond 5 points high, beyond 2 medium, else low.',
    convention: 'So a large gap that is hardly known is not called severe.',
  },
  missable: {
    title: 'Could have been missed',
    what: 'The smallest gap that this comparison would have shown four times in five.',
    formula: '(critical value + 0.84) · standard error',
  },
  shrunken: {
    title: 'Shrunken values',
    what: 'Each cell is drawn towards the mean of its family, the more the less is known about it.',
    convention: 'The lowest of many small cells is mostly chance: a shrunken value is the better guess.',
  },
}

export const explanationWords = {
  label: (title: string) => `What is ${title}?`,
  formula: 'Formula',
  convention: 'Convention',
  worse: 'Which way is bad',
}
