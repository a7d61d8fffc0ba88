import { count } from '@/components/ui/words'
import type { DatasetContents } from '@/lib/wire/dataset'

/** What the pages of datasets say; a catalogue in another language has the same keys. */
export const words = {
  list: {
    title: 'Datasets',
    noun: 'dataset',
    description: 'Where do the images come from? (optional)',
    none: 'No dataset yet. An import makes one: its images, patients, labels and attributes.',
    noneFound: 'No dataset fits. Change the search, or look among the archived ones.',
    noneArchived: 'No dataset is archived.',
  },
  import: 'Import predictions',
  images: 'Images',
  patients: 'Patients',
  file: 'File',
  goesWithIt: ({ examples, attributeSets, labelSources, evaluations }: DatasetContents) =>
    `With it go ${count(examples, 'image')}, ${count(labelSources, 'set of labels', 'sets of labels')}, ` +
    `${count(attributeSets, 'set of attributes', 'sets of attributes')} and ${count(evaluations, 'evaluation')} ` +
    'with their scores. This cannot be undone; only a backup brings them back.',
  size: ({ examples, subjects }: { examples: number; subjects: number }) =>
    `${count(examples, 'image')} of ${count(subjects, 'patient')}`,
  about: 'Where it comes from',
  description: 'Description',
  noDescription: 'None given',
  sha256: 'SHA-256 of the file',
  imported: 'Imported',
  isArchived: 'Archived',
  next: 'Another version’s scores',
  nextWhy: 'A table with the image and its score is enough: labels and attributes are here already.',
  attach: 'Attach scores of another version',
}
