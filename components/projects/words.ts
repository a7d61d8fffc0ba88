/** What the projects page says; a catalogue in another language has the same keys. */
export const words = {
  title: 'Projects',
  about: 'A project is one clinical use case, for example “Pneumonia on chest X-rays”. Everything else belongs to one.',
  create: 'New project',
  createNow: 'Create',
  name: 'Name',
  description: 'What is it for? (optional)',
  save: 'Save',
  search: 'Search in names',
  find: 'Search',
  sort: 'Sort by',
  byName: 'name',
  byCreated: 'newest',
  show: 'Show',
  active: 'active',
  archived: 'archived',
  none: 'No project yet. Create one to bring in a dataset and a model’s predictions.',
  noneFound: 'No project fits. Change the search, or look among the archived ones.',
  noneArchived: 'No project is archived.',
  created: 'Created',
  actions: 'Actions',
  rename: (name: string) => `Rename ${name}`,
  archive: (name: string) => `Archive ${name}`,
  restore: (name: string) => `Restore ${name}`,
  remove: (name: string) => `Delete ${name}`,
  renameShort: 'Rename',
  archiveShort: 'Archive',
  restoreShort: 'Restore',
  removeShort: 'Delete',
  removeNow: 'Delete for good',
  counting: 'Counting what goes with it …',
  goesWithIt: ({ datasets, models, evaluations }: { datasets: number; models: number; evaluations: number }) =>
    `With it go ${count(datasets, 'dataset')}, ${count(models, 'model')} and ${count(evaluations, 'evaluation')}. ` +
    'This cannot be undone; only a backup brings them back.',
  shown: (total: number, page: number, pages: number) =>
    `${count(total, 'project')}${pages > 1 ? `, page ${page} of ${pages}` : ''}`,
  before: 'Previous page',
  after: 'Next page',
}

function count(number: number, noun: string) {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`
}
