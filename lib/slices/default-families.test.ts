import { expect, test } from 'vitest'
import { defaultFamilies, isSameFamily } from './default-families'

const [gender, band, view] = [
  { name: 'Patient Gender', concept: 'sex' },
  { name: 'age_band', concept: 'age' },
  { name: 'view', concept: null },
]

test('every attribute alone, and sex by age where both are there', () => {
  expect(defaultFamilies([band, view, gender])).toEqual([
    ['age_band'],
    ['view'],
    ['Patient Gender'],
    ['Patient Gender', 'age_band'],
  ])
  expect(defaultFamilies([gender, view])).toEqual([['Patient Gender'], ['view']])
  expect(defaultFamilies([])).toEqual([])
})

test('a family is the same in another order', () => {
  expect(isSameFamily(['sex', 'age'], ['age', 'sex'])).toBe(true)
  expect(isSameFamily(['sex'], ['sex', 'age'])).toBe(false)
  expect(isSameFamily(['sex', 'view'], ['sex', 'age'])).toBe(false)
})
