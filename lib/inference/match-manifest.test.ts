import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchManifest } from './match-manifest'
import { guessImageColumn, readManifest } from './read-manifest'
import { labelOf, strangeLabels } from './run-images'

const files = (...paths: string[]) => paths.map((path) => ({ path }))

describe('a manifest', () => {
  test('is read with commas, tabs or semicolons, quotes and a byte order mark', () => {
    expect(readManifest('\uFEFFimage,sex\n"a,1.png",F\n').rows).toEqual([['a,1.png', 'F']])
    expect(readManifest('image\tsex\r\na.png\tF\r\n').rows).toEqual([['a.png', 'F']])
    expect(readManifest('image;sex\na.png;F').columns).toEqual(['image', 'sex'])
  })
  test.each([
    ['', /no rows/],
    ['image,sex\n', /no rows/],
    ['image,image\na,b\n', /two columns named image/],
    ['image,sex\na.png\n', /Row 2 of the manifest has 1 cells/],
    ['image,sex\n"a.png,F\n', /quotation mark/],
  ])('%j is refused in clear words', (text, words) => expect(() => readManifest(text)).toThrow(words))
  test('names images by the column that holds file names', () => {
    expect(guessImageColumn(readManifest('id,picture\n1,a.png\n2,b.png\n'))).toBe(1)
    expect(guessImageColumn(readManifest('sex,image_id\nF,a\nM,b\n'))).toBe(1)
    expect(guessImageColumn(readManifest('sex,age\nF,1\n'))).toBeUndefined()
  })
  test('knows labels', () => {
    expect(['1', '1.0', 'TRUE', 'yes', '0', 'no', '', '-1', undefined].map(labelOf)).toEqual([
      1,
      1,
      1,
      1,
      0,
      0,
      null,
      null,
      null,
    ])
    expect(strangeLabels(readManifest('image,label\na,1\nb,-1\nc,-1\nd,\n'), 1)).toEqual(['-1'])
  })
})

describe('joining', () => {
  test('by path, end of the path, name, name without ending, or example id', () => {
    const given = [
      { path: 'a/b/one.png' },
      { path: 'two.dcm' },
      { path: 'c/three.png' },
      { path: 'four', example: 'e'.repeat(32) },
    ]
    const { rowOf, missing } = matchManifest(given, ['b/one.png', 'two', 'three.png', 'e'.repeat(32), 'five.png'])
    expect(rowOf).toEqual([0, 1, 2, 3])
    expect(missing).toEqual([4])
  })
  test('names that are written in two ways, and slashes of either kind', () => {
    expect(matchManifest(files('Müller/Größe.png'), ['Mu\u0308ller\\Gro\u0308ße.png']).rowOf).toEqual([0])
    expect(matchManifest(files('患者/画像.png'), ['./患者/画像.png']).rowOf).toEqual([0])
  })
  test('a file named twice, and a name that fits two files', () => {
    const { rowOf, repeated, ambiguous } = matchManifest(files('a/1.png', 'b/1.png'), [
      'a/1.png',
      'a/1.png',
      '1.png',
      'b/1.png',
    ])
    expect(rowOf).toEqual([0, 3])
    expect(repeated).toEqual([1])
    expect(ambiguous).toEqual([2])
  })
  test('each file and row once, whatever the names', () => {
    const name = fc.stringMatching(/^[ab/é.]{1,6}$/)
    fc.assert(
      fc.property(fc.uniqueArray(name), fc.array(name), (paths, names) => {
        const { rowOf, missing, repeated, ambiguous } = matchManifest(files(...paths), names)
        const joined = rowOf.filter((row) => row !== null)
        expect([...joined, ...missing, ...repeated, ...ambiguous].sort((one, other) => one - other)).toEqual([
          ...names.keys(),
        ])
        expect(new Set(joined).size).toBe(joined.length)
      }),
    )
  })
  test('10,000 files in nested folders with Unicode names', () => {
    const paths = Array.from(
      { length: 10_000 },
      (_, at) => `Krankenhaus Süd/Röntgen ${at % 97}/患者 ${at}/bild ${at}.png`,
    )
    const { rowOf } = matchManifest(
      files(...paths),
      paths.map((path) => path.split('/').at(-1)?.normalize('NFD') ?? '').reverse(),
    )
    expect(rowOf.every((row, place) => row === 9_999 - place)).toBe(true)
  })
})
