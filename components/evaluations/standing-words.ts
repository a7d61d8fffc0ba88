import { count } from '@/components/ui/words'
import type { Finding } from '@/lib/wire/metric-frame'

/** What the table of tasks says; a catalogue in another language has the same keys. */
export const standingWords = {
  title: 'By task',
  ofVersion: (version: string) => `${version}, by task`,
  order:
    'At each task’s opening threshold, all images. Ordered by what is sure: the end of the interval nearer to no gap.',
  threshold: (value: string | null, rule: string | undefined) =>
    value === null ? 'the model’s own decisions' : `${rule ?? 'threshold'} ${value}`,
  rules: { youden: 'Youden', sensitivity: 'for a sensitivity,', specificity: 'for a specificity,' },
  tested: (done: number, total: number) => `${done} of ${count(total, 'task')} tested`,
  left: (seconds: number) =>
    seconds < 90 ? `about ${Math.max(1, Math.round(seconds))} s left` : `about ${Math.ceil(seconds / 60)} min left`,
  progress: 'Tasks tested',
  legend: {
    finding: 'finding, in whom',
    noGap: 'no gap shown; a gap in missed disease up to this size could have been missed',
  },
  task: 'Task',
  positives: 'Positive',
  positivesUnit: '/ images',
  auroc: 'AUROC',
  interval: '95 % interval',
  worst: 'Worst slice',
  worseBy: 'worse by, points',
  findings: 'Findings',
  findingCount: (findings: number) => count(findings, 'finding'),
  claims: {
    underdiagnosis: 'misses more disease',
    overdiagnosis: 'more false alarms',
    ranking: 'ranks less well',
  } satisfies Record<Finding['harm'], string>,
  noGap: 'no gap shown',
  noComparison: 'too few to compare',
  notTestable: 'too few to say in every group',
  suppressed: 'hidden: too few patients',
  noAuroc: 'too few',
  points: (points: number) => (points < 0.5 ? 'under 1 point' : count(Math.round(points), 'point')),
  acrossTask: (task: string, p: string, across: string) => `${task} (adjusted p ${p}, across tasks ${across})`,
  acrossAll: (tasks: number) =>
    `Each task was tested by itself; the worst slice of each is beyond chance among all ${tasks} tasks too.`,
  acrossNot: (tasks: number, open: string) =>
    `Each task was tested by itself. Counting all ${tasks} tasks, the worst slice of these is not beyond chance: ${open}.`,
  reachesZero: 'its interval reaches 0',
  waiting: 'being tested',
  failed: 'the test ended with a fault: open it to try again',
  notTested: 'not tested: open it to test',
}
