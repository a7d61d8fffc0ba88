import { count } from '@/components/ui/words'
import type { Job } from '@/lib/wire/job'

/** What the pages of jobs say; a catalogue in another language has the same keys. */
export const words = {
  title: 'Imports',
  import: 'Import predictions',
  none: 'Nothing has been imported yet.',
  what: 'What',
  state: 'State',
  started: 'Started',
  progress: 'Progress',
  earlier: 'Newer ones',
  later: 'Older ones',
  pages: 'Pages',
  kinds: { import: 'Import', findings: 'Findings', demo: 'Demo' } satisfies Record<Job['kind'], string>,
  states: {
    queued: 'waiting',
    running: 'running',
    done: 'done',
    failed: 'failed',
    cancelled: 'cancelled',
  } satisfies Record<Job['state'], string>,
  cancelling: 'being cancelled',
  name: (kind: string, id: number) => `${kind} ${id}`,
  waiting: 'Waiting for its turn',
  running: (kind: Job['kind'], percent: number | undefined) => {
    const doing = { import: 'Importing', findings: 'Computing findings', demo: 'Making the demo' } as const
    return `${doing[kind]}${percent === undefined ? '' : `: ${percent} % done`}`
  },
  imported: (rows: number) => `${count(rows, 'row')} imported`,
  done: { import: 'Imported', findings: 'Findings computed', demo: 'The demo is there' } satisfies Record<
    Job['kind'],
    string
  >,
  failed: {
    import: 'Not imported; nothing was stored',
    findings: 'The findings could not be computed',
    demo: 'The demo could not be made',
  } satisfies Record<Job['kind'], string>,
  cancelled: 'Cancelled; nothing was stored',
  canClose: 'This page may be closed: the work goes on, and stands in the list of imports.',
  phase: (phase: string) => (phase === '' ? 'starting' : phase),
  steps: (done: number, total: number | null, unit: string) =>
    total === null ? count(done, unit) : `${done.toLocaleString('en')} of ${count(total, unit)}`,
  speed: (perSecond: number, unit: string) => `${count(Math.round(perSecond), unit)} a second`,
  left: (seconds: number) =>
    seconds < 1
      ? 'almost done'
      : seconds < 90
        ? `about ${Math.ceil(seconds)} s left`
        : `about ${Math.ceil(seconds / 60)} min left`,
  row: 'row',
  step: 'step',
  cancel: 'Cancel',
  cancelAsked: 'Cancelling …',
  evaluation: 'See the evaluation',
  dataset: 'See the dataset',
  unmatched: (rows: number, images: number) =>
    `${count(rows, 'row')} had no image in the dataset and ${rows === 1 ? 'was' : 'were'} left out; ` +
    `${count(images, 'image')} of the dataset ${images === 1 ? 'has' : 'have'} no score.`,
  unmatchedRows: (numbers: string, more: number) =>
    `Rows without an image: ${numbers}${more > 0 ? ` and ${more} more` : ''}.`,
  faults: (faults: number) => `${count(faults, 'cell')} need${faults === 1 ? 's' : ''} attention`,
  faultsFirst: (shown: number) => `the first ${shown} are listed`,
  where: 'Where',
  remedy: 'What to do',
  download: 'Download the list',
  back: 'Correct it and try again',
  other: 'Import another file',
}
