import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { cohort } from './cohort'
import { predictionsTable, secondScoresTable } from './demo-tables'

function digest(pieces: Iterable<string>): { sha256: string; rows: number } {
  const hash = createHash('sha256')
  let rows = -1 // the header
  for (const piece of pieces) {
    hash.update(piece)
    rows += piece.split('\n').length - 1
  }
  return { sha256: hash.digest('hex'), rows }
}

test('the tables are the same bytes every time', () => {
  expect(digest(predictionsTable())).toEqual({
    sha256: 'f5cccb87cadd00cc5c13a621d868d36ad0816edc539170632ef35c0f318a6b8c',
    rows: 19_766,
  })
  expect(digest(secondScoresTable())).toEqual({
    sha256: '84a2a9f4224a8219df8452a320fa8c9f51902e3a7653bcc12b517b6f58e7bb6b',
    rows: 19_766,
  })
})

test('another seed is another cohort, and a smaller one the beginning of a larger', () => {
  const [small, large] = [[...predictionsTable(7, 300)].join(''), [...predictionsTable(7, 1000)].join('')]
  expect(large.startsWith(small)).toBe(true)
  expect([...predictionsTable(8, 300)].join('')).not.toBe(small)
})

test('both tables have the same images in the same order', () => {
  const keys = (pieces: Iterable<string>) =>
    [...pieces]
      .join('')
      .split('\n')
      .map((line) => line.split(',')[0])
  expect(keys(secondScoresTable(3, 400))).toEqual(keys(predictionsTable(3, 400)))
})

test('every key says that it is synthetic', () => {
  const [, ...rows] = [...predictionsTable(1, 50)].join('').trimEnd().split('\n')
  for (const row of rows) expect(row).toMatch(/^\d{5}-\d{2}\.synthetic,synthetic-\d{5},/)
})

test('patients are as a hospital has them', () => {
  const patients = [...cohort()]
  const images = patients.flatMap((patient) => patient.images.map((image) => ({ ...patient, ...image })))
  const share = <T>(rows: readonly T[], is: (row: T) => boolean) => rows.filter(is).length / rows.length
  expect(patients.length).toBe(12_000)
  expect(share(patients, ({ images }) => images.length > 1)).toBeCloseTo(0.4, 1)
  expect(share(patients, ({ ethnicity }) => ethnicity === 'Unknown')).toBeCloseTo(0.06, 2)
  for (const task of [0, 1, 2]) {
    const labelled = images.filter(({ label }) => label[task] !== undefined)
    expect(1 - labelled.length / images.length).toBeCloseTo(0.025, 2)
    const of = (is: (age: number) => boolean) =>
      share(
        labelled.filter(({ age }) => is(age)),
        ({ label }) => label[task] === true,
      )
    expect(of((age) => age >= 70)).toBeGreaterThan(1.5 * of((age) => age < 40))
  }
  const ap = (is: boolean) =>
    share(
      images.filter(({ insurance }) => (insurance === 'Uninsured') === is),
      ({ view }) => view === 'AP',
    )
  expect(ap(true)).toBeCloseTo(0.85, 1)
  expect(ap(false)).toBeCloseTo(0.2, 1)
})
