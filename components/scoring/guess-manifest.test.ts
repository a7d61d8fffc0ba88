import { expect, test } from 'vitest'
import { readManifest } from '@/lib/inference/read-manifest'
import { guessColumns } from './guess-manifest'

const rows = Array.from(
  { length: 40 },
  (_, at) => `${at}.png,p${at % 20},${'FM'[at % 2]},${20 + at},AP,${at % 2},0.${at},${at}`,
)
const manifest = readManifest(['Image Index,Patient ID,sex,age,view,label_Edema,prob_Edema,row', ...rows].join('\n'))

test('columns are taken for what names and values say, and everything else is left out', () => {
  const roles = Object.fromEntries(guessColumns(manifest, ['Edema']).map(({ name, role }) => [name, role]))
  expect(roles).toEqual({
    ...{ 'Image Index': 'image', 'Patient ID': 'subject', sex: 'attribute', age: 'attribute', view: 'attribute' },
    ...{ label_Edema: 'label', prob_Edema: 'other', row: 'other' },
  })
})

test('ages are cut at every twenty years, other attributes stay as they are', () => {
  const attributes = guessColumns(manifest, []).map(({ attribute }) => attribute)
  expect(attributes.find(({ name }) => name === 'age')).toMatchObject({ concept: 'age', edges: [20, 40, 60, 80] })
  expect(attributes.find(({ name }) => name === 'view')).toMatchObject({ kind: 'acquisition', edges: [] })
})

test('a column is no label where its values are none', () => {
  const strange = readManifest('file,label_Edema\na.png,maybe\nb.png,1\n')
  expect(guessColumns(strange, ['Edema'])[1].role).toBe('other')
})
