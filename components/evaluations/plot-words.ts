const number = (value: number) => value.toLocaleString('en')

/** What plots, heat map and the table of every number say; a catalogue in another language has the same keys. */
export const plotWords = {
  all: 'All',
  allOf: (attribute: string) => `All, ${attribute}`,
  family: 'Groups',
  ranking: (family: string) => `Ranking by ${family}`,
  precision: (family: string) => `Precision and recall by ${family}`,
  rocUnit: 'ROC; markers at the threshold',
  prUnit: 'precision against what is found; markers at the threshold',
  roc: 'ROC',
  pr: 'Precision–recall',
  plot: 'Plot',
  rocHead: 'AUROC (95 % interval)',
  prHead: 'AUPRC (95 % interval)',
  noArea: 'no number',
  notAsked: 'being computed',
  found: 'Found, %',
  falseAlarms: 'False alarms, %',
  precisionAxis: 'Of the flagged, positive, %',
  group: 'Group',
  low: '95 % low',
  high: '95 % high',
  n: 'n',
  threshold: 'threshold',
  foundAt: 'found at the threshold, %',
  alarmsAt: 'false alarms at the threshold, %',
  precisionAt: 'precision at the threshold, %',
  tpr: 'sensitivity',
  fpr: 'false positive rate',
  ppv: 'precision',
  prevalence: 'Dotted: the share of positives, which flagging by chance would reach.',
  pick: (shown: number, all: number) => `Groups shown: ${number(shown)} of ${number(all)}`,
  calibration: (family: string) => `Calibration by ${family}`,
  calibrationUnit: 'each group in tenths by score; 95 % intervals by patient; below: how many have which score',
  calibrationLogUnit:
    'each group in tenths by score, both axes logarithmic; 95 % intervals; below: how many have which score',
  onlyRank: 'These scores only rank, they promise no probability: there is no calibration to show.',
  meanScore: 'mean score, %',
  observed: 'observed, %',
  from: 'scores from, %',
  to: 'scores to, %',
  scores: 'all scores',
  heat: (metric: string, family: string) => `${metric} by ${family}`,
  heatUnit: (unit: string, n: string) => `${unit}95 % interval; n = ${n}`,
  nOf: {
    positives: 'positive images',
    negatives: 'negative images',
    flagged: 'flagged images',
    unflagged: 'images not flagged',
    labelled: 'labelled images',
  },
  percent: '%, ',
  points: 'points, everyone else as 0, ',
  heatMetric: 'Metric',
  rows: 'Rows',
  columns: 'Columns',
  values: 'Values',
  raw: 'Raw',
  shrunken: 'Shrunken',
  differences: 'Differences',
  tooFew: 'too few',
  undefined: 'no number',
  suppressed: 'hidden',
  nText: (n: number) => `n = ${number(n)}`,
  notInView: (family: string) => `${family} is not among the groups of this view, so its cells are not computed yet.`,
  add: (family: string) => `Add ${family}`,
  oneAttribute: 'A heat map needs two attributes; this evaluation has one.',
  lowestLead: (name: string, value: string, interval: string, n: number) =>
    `Lowest shown: ${name}, ${value} ${interval}, n = ${number(n)}.`,
  highestLead: (name: string, value: string, interval: string, n: number) =>
    `Highest shown: ${name}, ${value} ${interval}, n = ${number(n)}.`,
  extreme: 'An extreme of many cells is partly chance: read it beside its shrunken value.',
  notShrunken: 'There are no shrunken values of this metric: these are the raw ones.',
  hatched: (cells: number) => `${number(cells)} ${cells === 1 ? 'cell is' : 'cells are'} too few to say.`,
  everyNumber: 'Every number',
  differenceFrom: 'difference from',
  everyoneElse: 'everyone else',
  intervals: '95 % intervals by patient',
  search: 'Filter groups',
  metrics: (shown: number) => `Metrics: ${number(shown)}`,
  attributes: 'By',
  images: 'Images',
  patients: 'Patients',
  positives: 'Positive',
  effective: 'Effective patients',
  missingLabels: 'Labels missing',
  value: 'value',
  pointsUnit: 'points',
  difference: 'difference',
  verdict: 'verdict',
  p: 'adjusted p',
  nEff: 'effective n',
  limits: (low: string, high: string) => `missing labels: ${low} to ${high}`,
  noneFits: 'No group fits this filter.',
  shownOf: (shown: number, all: number) => `${number(shown)} of ${number(all)} rows`,
  sortBy: (column: string) => `Sort by ${column}`,
  source: (parts: {
    name: string
    dataset: string
    version: string
    rows: number
    patients: number
    day: string
    sha256: string
    task: string
    threshold: string | undefined
  }) =>
    `${parts.task}; ${[parts.version, parts.dataset].filter(Boolean).join(' on ')}${parts.version ? '' : parts.name}; ` +
    `${number(parts.rows)} images of ${number(parts.patients)} patients` +
    `${parts.threshold === undefined ? '' : `; threshold ${parts.threshold}`}; ${parts.day}; SHA-256 ${parts.sha256}`,
  loading: 'Reading …',
}
