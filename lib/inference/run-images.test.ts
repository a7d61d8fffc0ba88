import { expect, test } from 'vitest'
import type { InspectedImage } from './inspect-images'
import { listChosen } from './list-images'
import { matchManifest } from './match-manifest'
import { readManifest } from './read-manifest'
import { runImages } from './run-images'

const key = await crypto.subtle.importKey('raw', new Uint8Array(32), { name: 'HMAC', hash: 'SHA-256' }, true, ['sign'])
const file = new File(['x'], 'x')
const attributes = { sex: 'F', age: '58', ethnic_group: '', view: 'PA', manufacturer: '', model: '', institution: '' }
const dicom = (path: string, example: string): InspectedImage => ({
  path,
  file,
  state: 'readable',
  seen: { kind: 'dicom', example, subject: 'patient', attributes },
})

test('takes labels and attributes from the manifest and the header, and patients from where a person says', async () => {
  const inspected = [dicom('a.dcm', 'one'), dicom('b.dcm', 'two')]
  const manifest = readManifest('file,edema,site,mrn\na.dcm,1,North\u0007 ,77\nb.dcm,,South,\n')
  const match = matchManifest(
    inspected,
    manifest.rows.map(([name]) => name),
  )
  const sources = { labels: [1, null], attributes: [{ column: 2 }, { header: 'sex' as const }], subject: 3 }
  const [first, second] = await runImages(inspected, { manifest, match }, sources, key)
  expect(first).toMatchObject({ example: 'one', labels: [1, null], attributes: ['North', 'F'] })
  expect(first.subject).toMatch(/^[0-9a-f]{32}$/)
  expect(second).toMatchObject({ labels: [null, null], attributes: ['South', 'F'], subject: 'patient' })
})

test('leaves out twins and files that nobody meant, and keeps unreadable ones that the manifest names', async () => {
  const inspected: InspectedImage[] = [
    dicom('a.dcm', 'one'),
    { ...dicom('b.dcm', 'one'), state: 'repeated', firstPath: 'a.dcm' } as InspectedImage,
    { path: 'notes.txt', file, state: 'unreadable', reason: 'no image', example: 'three' },
    { path: 'c.dcm', file, state: 'unreadable', reason: 'damaged', example: 'four' },
  ]
  const manifest = readManifest('file,edema\nc.dcm,1\n')
  const match = matchManifest(inspected, ['c.dcm'])
  const images = await runImages(
    inspected,
    { manifest, match },
    { labels: [1], attributes: [{ header: 'sex' }], subject: null },
    key,
  )
  expect(images.map(({ example, labels, attributes }) => [example, labels, attributes])).toEqual([
    ['one', [null], ['F']],
    ['four', [1], ['']],
  ])
})

test('lists chosen files below the folder, in an order of their own, without what systems leave', () => {
  const chosen = [
    'set/b/2.png',
    'set/a/1.png',
    'set/.DS_Store',
    'set/__MACOSX/a.png',
    'set/b/Thumbs.db',
    'set/DICOMDIR',
  ].map((path) => Object.assign(new File(['x'], path.split('/').at(-1) ?? ''), { webkitRelativePath: path }))
  expect(listChosen(chosen).map(({ path }) => path)).toEqual(['a/1.png', 'b/2.png'])
  const single = Object.assign(new File(['x'], 'alone.dcm'), { webkitRelativePath: '' })
  expect(listChosen([single]).map(({ path }) => path)).toEqual(['alone.dcm'])
})
