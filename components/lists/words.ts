import { count } from '@/components/ui/words'

/** What every list says; a catalogue in another language has the same keys. */
export const words = {
  name: 'Name',
  created: 'Created',
  actions: 'Actions',
  save: 'Save',
  create: 'Create',
  search: 'Search in names',
  find: 'Search',
  sort: 'Sort by',
  byName: 'name',
  byCreated: 'newest',
  show: 'Show',
  active: 'active',
  archived: 'archived',
  rename: (name: string) => `Rename ${name}`,
  archive: (name: string) => `Archive ${name}`,
  restore: (name: string) => `Restore ${name}`,
  remove: (name: string) => `Delete ${name}`,
  renameShort: 'Rename',
  archiveShort: 'Archive',
  restoreShort: 'Restore',
  removeShort: 'Delete',
  removeNow: 'Delete for good',
  confirm: (name: string) => `Type “${name}” to confirm`,
  counting: 'Counting what goes with it …',
  hasArchived: (name: string) => `${name} is archived.`,
  hasRestored: (name: string) => `${name} is among the active ones again.`,
  hasDeleted: (name: string) => `${name} is deleted.`,
  undo: 'Undo',
  shown: (total: number, noun: string, page: number, pages: number) =>
    `${count(total, noun)}${pages > 1 ? `, page ${page} of ${pages}` : ''}`,
  pages: 'Pages',
  before: 'Previous page',
  after: 'Next page',
}

/** What one kind of thing says in its list. */
export interface ListWords {
  title: string
  noun: string
  create?: string
  description?: string
  none: string
  noneFound: string
  noneArchived: string
}
