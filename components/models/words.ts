import { count } from '@/components/ui/words'
import type { ModelContents, ModelVersionContents } from '@/lib/wire/model'

/** What the pages of models say; a catalogue in another language has the same keys. */
export const words = {
  list: {
    title: 'Models',
    noun: 'model',
    create: 'New model',
    description: 'What does it do? (optional)',
    none: 'No model yet. An import makes one, or create it here to note where it comes from.',
    noneFound: 'No model fits. Change the search, or look among the archived ones.',
    noneArchived: 'No model is archived.',
  },
  runOne: 'Run a model',
  goesWithIt: ({ versions, evaluations }: ModelContents) =>
    `With it go ${count(versions, 'version')} and ${count(evaluations, 'evaluation')} with their scores. ` +
    'Datasets and labels stay. This cannot be undone; only a backup brings them back.',
  goesWithVersion: ({ evaluations }: ModelVersionContents) =>
    `With it go ${count(evaluations, 'evaluation')} with their scores. ` +
    'Datasets and labels stay. This cannot be undone; only a backup brings them back.',
  versions: {
    noun: 'version',
    create: 'Add a version',
    none: 'No version yet. An import makes one, or add it here.',
    noneFound: 'No version fits. Change the search, or look among the archived ones.',
    noneArchived: 'No version is archived.',
  },
  versionsOf: (name: string) => `Versions of ${name}`,
  addVersion: 'Add a version',
  add: 'Add',
  version: 'Version',
  file: 'Model file and input',
  ready: 'ready to run',
  noInput: 'input not described',
  noFile: 'no model file',
  foundationModel: 'Foundation model',
  adaptation: 'Adaptation',
  trainingData: 'Trained on',
  notSaid: 'not said',
  optional: (label: string) => `${label} (optional)`,
}
