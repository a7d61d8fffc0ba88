import type { MetricKey } from '@/lib/wire/metric-key'

type Kind = 'positive' | 'negative' | 'either'
const images: Record<Kind, string> = { positive: 'positive images', negative: 'negative images', either: 'images' }
const noneOf: Record<Kind, string> = { positive: 'no positives', negative: 'no negatives', either: 'not defined' }

/** Images without which a rate is not given (statistics.md section 4). */
const needed = 10

const titles: Record<MetricKey, string> = {
  auroc: 'AUROC',
  auprc: 'AUPRC',
  tpr: 'Sensitivity',
  fpr: 'False positive rate',
  tnr: 'Specificity',
  fnr: 'Miss rate',
  ppv: 'PPV',
  npv: 'NPV',
  accuracy: 'Accuracy',
  balanced_accuracy: 'Balanced accuracy',
  f1: 'F1',
  selection_rate: 'Flagged',
  prevalence: 'Prevalence',
  mean_score: 'Mean score',
  observed_minus_expected: 'Observed − expected',
  brier: 'Brier score',
  ece: 'ECE',
  calibration_slope: 'Calibration slope',
  calibration_intercept: 'Calibration intercept',
  net_benefit: 'Net benefit',
}

/** What a metric says in one line; what is missed and what is a false alarm depends on what label 1 means. */
function about(key: MetricKey, isDisease: boolean, task: string): string {
  if (!isDisease) {
    if (key === 'tnr') return `share of images with disease not called “${task}”`
    if (key === 'fpr') return `missed: share of images with disease called “${task}”`
    if (key === 'tpr') return `share of healthy images called “${task}”`
    if (key === 'fnr') return 'false alarms: share of healthy images not called so'
  }
  const known: Partial<Record<MetricKey, string>> = {
    auroc: 'ranking, free of the threshold',
    auprc: 'ranking, depends on prevalence',
    tpr: `share of ${task.toLowerCase()} found`,
    tnr: 'share of the others left alone',
    fpr: 'false alarms: share of the others flagged',
    fnr: `missed: share of ${task.toLowerCase()} not found`,
    ppv: 'share of the flagged that are positive',
    npv: 'share of the others that are negative',
    selection_rate: 'share flagged',
    prevalence: 'share positive',
    brier: 'lower is better',
    ece: 'lower is better',
  }
  return known[key] ?? ''
}

/** What the frame of an evaluation's page says: the view, the threshold, the groups. */
export const words = {
  metric: (key: MetricKey, isDisease: boolean, task: string) => ({
    title:
      !isDisease && key === 'tnr' ? 'Disease found' : !isDisease && key === 'tpr' ? 'Health recognised' : titles[key],
    about: about(key, isDisease, task),
  }),
  metricTitles: titles,
  reason: (status: 'too_few' | 'undefined' | 'suppressed' | 'not_asked', of: Kind, missing: Kind, n: number) =>
    ({
      too_few: { text: `too few: ${n} ${images[of]}, ${needed} needed`, short: 'too few' },
      undefined: { text: noneOf[missing], short: noneOf[missing] },
      suppressed: { text: 'hidden: under 11 patients', short: 'hidden' },
      not_asked: { text: 'being computed', short: 'not yet' },
    })[status],
  allImages: 'All images',
  acquisition: 'acquisition',
  notPlanned: 'not planned',
  hidden: 'hidden',
}
