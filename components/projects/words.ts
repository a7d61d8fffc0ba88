import { count } from '@/components/ui/words'

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
  holds: ({ datasets, models, evaluations }: { datasets: number; models: number; evaluations: number }) =>
    `${count(evaluations, 'evaluation')} of ${count(models, 'model')} on ${count(datasets, 'dataset')}`,
  isArchived: 'This project is archived; it can be restored in the list of projects.',
  running: 'Running now',
  latest: 'Latest evaluations',
  all: 'All evaluations',
}
