import { expect, test } from 'vitest'
import type { InspectedImage } from '@/lib/inference/inspect-images'
import { readManifest } from '@/lib/inference/read-manifest'
import { joinImages } from './joined-images'
import { printOddities } from './print-oddities'

const file = new File([], 'x')
const seen = (example: string) => ({ kind: 'png' as const, example, subject: example, attributes: null })
const images: InspectedImage[] = [
  { path: 'a.png', file, state: 'readable', seen: seen('1') },
  { path: 'b.png', file, state: 'unreadable', reason: 'Cut off.', example: '2' },
  { path: 'c.png', file, state: 'repeated', seen: seen('1'), firstPath: 'a.png' },
  { path: 'd.png', file, state: 'readable', seen: seen('4') },
  { path: 'notes.txt', file, state: 'unreadable', reason: 'No image.', example: '5' },
]
const manifest = readManifest('file,label\na.png,1\nb.png,0\nnowhere.png,1\na.png,0\n')

test('only listed images are scored; unreadable ones that are listed count as not scored', () => {
  const { places, matched, odd } = joinImages(images, manifest, 0, false)
  expect({ places, matched }).toEqual({ places: [0, 1], matched: 1 })
  expect(odd.map(({ kind, name, row }) => [kind, name, row])).toEqual([
    ['unreadable', 'b.png', undefined],
    ['repeated-image', 'c.png', undefined],
    ['unlisted', 'd.png', undefined],
    ['unreadable', 'notes.txt', undefined],
    ['missing', 'nowhere.png', 4],
    ['repeated-row', 'a.png', 5],
  ])
})

test('without a manifest, or when asked to, all readable images are scored once', () => {
  expect(joinImages(images, undefined, undefined, false).places).toEqual([0, 3])
  expect(joinImages(images, manifest, 0, true).places).toEqual([0, 1, 3])
})

test('the list to download is a table whose cells survive quotes', () => {
  const text = printOddities([{ kind: 'missing', name: 'say "a", b.png', row: 7 }])
  expect(text.split('\r\n')[1]).toBe('"say ""a"", b.png",7,"row without a file",""')
})
