import { count } from '@/components/ui/words'
import type { MetricKey } from '@/lib/wire/metric-key'
import { taskInside } from './level-text'

type Kind = 'positive' | 'negative'

/** Images without which a rate is not given (statistics.md section 4). */
const needed = 10
const neededPatients = 5

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
    tpr: `share of ${taskInside(task)} found`,
    tnr: 'share of the others left alone',
    fpr: 'false alarms: share of the others flagged',
    fnr: `missed: share of ${taskInside(task)} not found`,
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
  reason: (status: 'too_few' | 'undefined' | 'suppressed' | 'not_asked', of: Kind, n: number) =>
    ({
      too_few: {
        text: n < needed ? `too few: ${n} ${of}s, ${needed} needed` : `too few patients: ${neededPatients} needed`,
      },
      undefined: { text: n === 0 ? `no ${of}s` : 'not defined' },
      suppressed: { text: 'hidden: under 11 patients' },
      not_asked: { text: 'being computed' },
    })[status],
  allImages: 'All images',
  acquisition: 'acquisition',
  notPlanned: 'not planned',
  hidden: 'hidden',
  byGroup: 'By group',
  show: 'Show',
  values: 'Values',
  differences: 'Differences',
  metricShown: 'Metric',
  column: (title: string) => `Metric of this column: ${title}`,
  againstNote: 'Verdicts are always against everyone else; the differences shown are not tested.',
  againstOwn: (levels: string[]) => `against ${levels.join(', ')} of the same kind otherwise`,
  threshold: 'Threshold',
  noScores: 'No image of this view has both a label and a score.',
  rule: 'Rule',
  rules: {
    opens: 'As the evaluation opens',
    fixed: 'Fixed',
    youden: 'Youden, on these data',
    sensitivity: 'Sensitivity of …',
    specificity: 'Specificity of …',
  },
  movedFrom: (threshold: string) => `Moved from ${threshold}`,
  target: 'Target',
  value: 'Value',
  shownBy: 'Groups shown',
  ofThousand: 'Of 1,000 images like these',
  foundOf: (found: number, all: number) => `${found} of ${all}`,
  areFound: (isDisease: boolean, task: string) => `with ${isDisease ? taskInside(task) : 'disease'} are found`,
  missedOf: (missed: number) => `${missed} missed`,
  alarms: (alarms: number) => count(alarms, 'false alarm'),
  pointsOnly: 'Points only while the threshold moves.',
  intervalsFollow: 'Intervals and verdicts follow when you let go.',
  findingsHold: (threshold: string) => `The findings hold for threshold ${threshold}.`,
  ownDecisions: 'These are the model’s own decisions, which follow no threshold. Move the slider to try one.',
  ruleNotes: {
    fixed: 'A fixed threshold: no rule chose it on these data.',
    youden: 'The threshold with the largest sum of sensitivity and specificity.',
    sensitivity: 'The highest threshold that keeps the sensitivity asked for.',
    specificity: 'The lowest threshold that keeps the specificity asked for.',
    given: 'These are the model’s own decisions.',
  },
  optimistic: 'Optimistic:',
  chosenHere: (threshold: string) => `threshold ${threshold} was chosen on these data.`,
  appliedAsItIs: 'It is applied as it is, not cross-fitted: figures here are a little better than new data would give.',
  crossFitted: (found: string, seems: string, alarms: string, seemAlarms: string) =>
    `Cross-fitted, as all figures here are, it finds ${found} instead of ${seems}, with ${alarms} false alarms ` +
    `instead of ${seemAlarms}.`,
  opening: (threshold: string, found: string, alarms: string) =>
    `At ${threshold}, where it opened: ${found} found, ${alarms} false alarms.`,
  saveOperatingPoint: 'Save as operating point',
  saveTitle: (threshold: string) => `Save ${threshold} as operating point?`,
  saveMeans: (version: string, task: string, before: string | undefined) =>
    `${version} then decides ${task} at this threshold: its evaluations open with it, and the project’s page judges ` +
    `by it. ${before === undefined ? 'It has none yet.' : `Until now it is ${before}, which stays on record.`} ` +
    'It cannot be taken back, but another one can follow.',
  saveIt: (threshold: string) => `Save ${threshold}`,
  isOperatingPoint: (version: string, task: string) => `This is the operating point of ${version} for ${task}.`,
  view: 'View',
  task: 'Task',
  groups: 'Groups',
  none: 'none',
  families: (families: number) => `${families} families`,
  kinds: { demographic: 'People', acquisition: 'How images were made' },
  attribute: (name: string, levels: number) => `${name} (${count(levels, 'level')})`,
  prespecified: 'pre-specified',
  intersections: 'Intersections',
  part: (at: number) => `Attribute ${at} of the intersection`,
  choose: 'choose',
  noThird: 'no third',
  twoNeeded: 'Choose two or three different attributes.',
  add: 'Add',
  showGroups: 'Show these groups',
  asPrespecified: 'As pre-specified',
  prespecifiedMeans: 'Pre-specified families were named before anybody looked; all others are exploratory.',
  prespecifiedWhy: (note: string) => `Declared: “${note}”`,
  editPrespecified: 'Edit pre-specified families',
  prespecifiedChange: (dataset: string) =>
    `These families hold for ${dataset} and all evaluations on it. Say why they change: people may have seen numbers already, and the reason stays on record.`,
  why: 'Why they change',
  savePrespecified: 'Save these families',
  comparedWith: 'Compared with',
  everyoneElse: 'everyone else',
  comparedMeans:
    'A chosen level is the reference for families of its attribute; in an intersection a group stands against the one ' +
    'that differs in that attribute alone. Verdicts and findings stay against everyone else.',
  split: 'Split',
  asEvaluated: 'as evaluated',
  margin: 'Margin',
  asItOpens: 'as it opens',
  points: (points: string) => `${points} points`,
  heldEqual: 'Held equal',
  heldEqualNames: (names: string[]) => names.map((name) => name.replaceAll('_', ' ')).join(', ') || 'nothing',
  marginPoints: 'Margin, points',
  marginMeans: 'A difference whose whole interval lies within it does not matter.',
  gapPoints: 'Smallest gap, points',
  gapMeans: 'A smaller difference is no finding, however sure it is.',
  caseMix: 'Case mix to hold equal in findings',
  caseMixMeans: 'Each finding also says what is left of its gap among images alike in one of these.',
  apply: 'Apply',
  addFilter: '+ Filter',
  filterOf: (attribute: string, levels: string) => `${attribute}: ${levels}`,
  removeFilter: (filter: string) => `Remove the filter ${filter}`,
  attributeToFilter: 'Attribute',
  onlyThese: 'Only images with',
  filterMeans: 'A filter makes another pool: “everyone else” is then everyone else within it.',
  tickOne: 'Tick at least one level.',
  showOnly: 'Show only these',
  more: 'More',
  moreValue: (isAgainst: boolean, isFiltered: boolean) =>
    [isAgainst ? 'against a slice' : 'against everyone else', ...(isFiltered ? ['filtered'] : [])].join(', '),
  done: 'Done',
  stale: 'Showing the view before, while this one is computed',
  frameFailed: 'This view could not be shown. Below is the one before.',
  synthetic: 'synthetic data',
  onlyFilter: (filter: string) => `only ${filter},`,
}
