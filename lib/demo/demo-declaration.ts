import { demoTasks } from './planted-gaps'

/** What everything of the demo is called. */
export const demoNames = {
  project: 'Synthetic demo: chest X-rays',
  description: 'Generated, not real: made-up patients, made-up findings, and gaps that were planted to be found.',
  dataset: 'Synthetic chest X-rays',
  model: 'Synthetic classifier',
  versions: ['1', '2'],
  files: ['synthetic-chest-x-rays.csv', 'synthetic-scores-of-version-2.csv'],
  note: 'Declared by the generator before any score was looked at: women of 70 and more are one of the planted gaps.',
} as const

/** Lower-inclusive bands of age. */
export const demoAgeEdges: number[] = [40, 60, 70]

/** The families by which the demo is compared: each attribute alone, and sex with age. */
export const demoFamilies: string[][] = [
  ...['sex', 'age', 'ethnicity', 'insurance', 'site', 'view'].map((name) => [name]),
  ['sex', 'age'],
]

const attribute = (name: string, kind: 'demographic' | 'acquisition', edges: number[] = []) => ({
  ...{ column: name, name, kind, concept: name, edges },
})

/** What the columns of the first table mean, as the person who imports it would say. */
export const demoColumns = {
  columns: { example: 'image_id', subject: 'patient_id', split: 'split' },
  tasks: demoTasks.map(({ name }) => ({
    ...{ name, direction: 'disease' as const },
    ...{ label: `label:${name}`, score: `score:${name}`, decision: null },
  })),
  attributes: [
    attribute('sex', 'demographic'),
    attribute('age', 'demographic', demoAgeEdges),
    attribute('ethnicity', 'demographic'),
    attribute('insurance', 'demographic'),
    attribute('site', 'acquisition'),
    attribute('view', 'acquisition'),
  ],
}

/** What those of the second version's scores mean. */
export const demoScoreColumns = {
  columns: { example: 'image_id' },
  tasks: demoTasks.map(({ name }) => ({ name, score: `score:${name}`, decision: null })),
}
