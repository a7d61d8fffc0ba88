import { count } from '@/components/ui/words'
import type { Finding } from '@/lib/wire/metric-frame'

/** What the pages of projects say; a catalogue in another language has the same keys. */
export const words = {
  list: {
    title: 'Projects',
    noun: 'project',
    create: 'New project',
    description: 'What is it for? (optional)',
    none:
      'No project yet. Create one to bring in a dataset and a model’s predictions. ' +
      'A project is one clinical use case, for example “Pneumonia on chest X-rays”; everything else belongs to one.',
    noneFound: 'No project fits. Change the search, or look among the archived ones.',
    noneArchived: 'No project is archived.',
  },
  goesWithIt: ({ datasets, models, evaluations }: { datasets: number; models: number; evaluations: number }) =>
    `With it go ${count(datasets, 'dataset')}, ${count(models, 'model')} and ${count(evaluations, 'evaluation')}. ` +
    'This cannot be undone; only a backup brings them back.',
  empty: 'Nothing has been imported yet',
  emptyWhy:
    'Import a table with one row an image: who the patient is, what the finding was, and how the model scored it. ' +
    'Equiscope then says for which patients the model works less well, and for whom the data cannot tell.',
  import: 'Import predictions',
  emptyRun: 'There are images but no scores yet?',
  run: 'Run a model on them in this browser',
  emptySteps: [
    'Drop a table of predictions (CSV, TSV or Parquet). Roles of its columns are guessed and can be corrected.',
    'Say whether label 1 means disease, and which columns are about people or about how an image was made.',
    'Read for whom the model works less well, how surely, and what the data cannot tell.',
  ],
  emptyCommand: 'Or without a server, on the command line:',
  command: 'npm run --silent audit -- predictions.csv --format markdown',
  synthetic: 'synthetic data',
  isArchived: 'This project is archived; it can be restored in the list of projects.',
  running: 'Running now',
  all: 'All evaluations',
  versions: {
    title: 'Versions',
    version: 'Version',
    evaluated: 'Evaluated by group',
    findings: 'Findings',
    worst: 'Worst slice',
    action: 'What to do',
    open: 'Open',
    openOf: (version: string, dataset: string) => `Open ${version} on ${dataset}`,
    import: 'Import predictions',
    importGroups: 'Import with groups',
    never: 'Never',
    neverWhy: 'no predictions imported',
    neverByGroup: 'Never by group',
    neverByGroupWhy: 'scores are here, attributes are not',
    notKnown: 'not known',
    tasks: (answered: number, tasks: number) => `${answered} of ${count(tasks, 'task')}`,
    computing: (tasks: number) => `${count(tasks, 'task')} being tested`,
    notTested: 'open it to test the others',
    none: 'no gap shown',
    noneSoFar: 'none so far',
    at: (dataset: string, day: string) => `${dataset}, ${day}`,
    worstOf: (task: string, slice: string) => `${task}, ${slice}`,
    gaps: {
      underdiagnosis: (gap: string) => `misses ${gap} points more disease`,
      overdiagnosis: (gap: string) => `${gap} points more false alarms`,
      ranking: (gap: string) => `AUROC lower by ${gap}`,
    } satisfies Record<Finding['harm'], (gap: string) => string>,
  },
  adaptations: {
    'zero-shot': 'zero-shot',
    'linear-probe': 'linear probe',
    adapter: 'adapter',
    'full-fine-tune': 'full fine-tune',
    'from-scratch': 'from scratch',
  } as Record<string, string>,
  never: {
    title: 'Never evaluated',
    all: 'Every attribute that is usually looked at is in some dataset of this project.',
    missing: 'in no dataset of this project.',
    join: 'Import a dataset with them',
    few: 'Groups with too few images to say',
    fewWhy: (families: string) => `${families}.`,
    more: 'See which',
    concepts: {
      sex: 'sex',
      age: 'age',
      ethnicity: 'race or ethnicity',
      skin_tone: 'skin tone',
      insurance: 'insurance',
      language: 'language',
      site: 'site',
      scanner: 'scanner',
      view: 'view',
    } as Record<string, string>,
  },
  headline: {
    nothing: 'No model has been evaluated yet',
    neverByGroup: 'No model was evaluated by group yet',
    computing: (version: string) => `Findings of ${version} are being computed`,
    notTested: (version: string) => `${version} has not been tested for gaps yet`,
    found: (concerned: number, tasks: number, version: string) =>
      `${concerned < tasks ? `${concerned} of ${tasks} tasks` : tasks === 2 ? 'Both tasks' : `All ${tasks} tasks`} of ` +
      `${version} ${concerned === 1 ? 'has' : 'have'} open findings`,
    foundInOne: {
      underdiagnosis: (version: string, slice: string) => `${version} misses more disease in ${slice}`,
      overdiagnosis: (version: string, slice: string) => `${version} raises more false alarms in ${slice}`,
      ranking: (version: string, slice: string) => `${version} ranks less well in ${slice}`,
    } satisfies Record<Finding['harm'], (version: string, slice: string) => string>,
    noGap: (version: string) => `No gap was shown in ${version}; that is not equality`,
    soFar: ' so far',
    never: (versions: number) =>
      `${numberWord(versions)} ${versions === 1 ? 'version was' : 'versions were'} never evaluated by group`,
    concern: (families: string) => `Found ${families}.`,
  },
}

/** `by view in 11 of 14 tasks, by age group in 6 and by sex in 1`. */
export function byFamilies(families: { name: string; tasks: number }[], of: number): string {
  const parts = families.map(
    ({ name, tasks }, at) => `by ${name} in ${tasks}${at === 0 ? ` of ${count(of, 'task')}` : ''}`,
  )
  const last = parts.pop()
  return parts.length > 0 ? `${parts.join(', ')} and ${last}` : String(last)
}

function numberWord(number: number): string {
  return ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'][number] ?? String(number)
}
