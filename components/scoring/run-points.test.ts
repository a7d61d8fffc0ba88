import { expect, test } from 'vitest'
import type { ModelVersion } from '@/lib/wire/model'
import { firstChoices, type RunChoices, withVersion } from './run-choices'
import { runPoints } from './run-points'

const version = {
  model: 'Model',
  version: {
    artefact: { isKept: true },
    inputSpecification: { tasks: [{ task: 'No Finding', index: 0 }] },
  } as ModelVersion,
}
const joined = { match: null, places: [0], matched: 0, odd: [] }
const label = {
  name: 'label',
  role: 'label' as const,
  task: 'No Finding',
  values: [],
  attribute: { name: 'label', kind: 'demographic' as const, concept: null, edges: [] },
}
const settled: RunChoices = {
  ...withVersion(firstChoices, version, []),
  ...{ dataset: 'NIH', inTrainingData: 'no' },
  columns: [{ ...label, name: 'file', role: 'image', task: '' }, label],
}

test('what 1 means is asked where a name suggests health, and known for tasks of the project', () => {
  expect(runPoints(settled, joined).map(({ text }) => text)).toEqual(['What 1 means in No Finding is to be declared.'])
  const known = {
    id: 1,
    projectId: 1,
    name: 'No Finding',
    kind: 'binary' as const,
    direction: 'healthy' as const,
    createdAt: '',
  }
  expect(withVersion(firstChoices, version, [known]).directions).toEqual({ 'No Finding': 'healthy' })
})

test('a dataset that is there needs neither labels nor attributes', () => {
  const attached = { ...settled, columns: [], isNewDataset: false, datasetId: 3 }
  expect(runPoints(attached, joined)).toEqual([])
})

test('a model that only its hash is known of has to be chosen', () => {
  const local = { ...version, version: { ...version.version, artefact: { isKept: false } } as ModelVersion }
  expect(runPoints({ ...settled, version: local }, joined)[0].step).toBe('version')
})
