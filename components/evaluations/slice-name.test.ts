import { expect, test } from 'vitest'
import { restName, sliceName } from './slice-name'

const text = (slice: Record<string, string>) => sliceName(slice).text

test('people are called by sex and age', () => {
  expect(text({ sex: 'F' })).toBe('women')
  expect(text({ 'Patient Gender': 'male', age_group: '60-79' })).toBe('men aged 60–79')
  expect(text({ age: '80+' })).toBe('patients aged 80 and over')
  expect(text({ age: '60-<80' })).toBe('patients aged 60 to under 80')
  expect(text({ age: '<20', sex: 'F' })).toBe('women aged under 20')
  expect(text({ age: '0-19', sex: 'F' })).toBe('female patients aged 0–19')
})

test('other attributes and images are named with their level', () => {
  expect(text({ insurance: 'Medicaid' })).toBe('patients whose insurance is Medicaid')
  expect(text({ ethnicity: 'Hispanic', age: '80+', sex: 'F', insurance: 'None' })).toBe(
    'women aged 80 and over whose ethnicity is Hispanic and whose insurance is None',
  )
  expect(text({ ethnicity: 'Hispanic', view: 'AP' })).toBe('AP images of patients whose ethnicity is Hispanic')
  expect(text({ view: 'AP' })).toBe('AP images')
  expect(text({ view: 'AP', sex: 'F' })).toBe('AP images of women')
  expect(text({ scanner: 'GE' })).toBe('images with scanner GE')
  expect(text({ sex: 'Unknown' })).toBe('patients of unknown sex')
  expect(text({})).toBe('everyone')
})

test('the rest of two is the other one, of more everyone else', () => {
  const slices = (name: string, levels: string[]) => ({
    by: [name],
    prespecified: true,
    disparities: [],
    spread: {},
    slices: levels.map((level) => ({
      slice: { [name]: level },
      n: 1,
      subjects: 1,
      effectiveSubjects: 1,
      positives: 0,
      missingLabels: 0,
      metrics: {},
    })),
  })
  const families = [
    slices('sex', ['F', 'M']),
    slices('view', ['AP', 'PA', 'LL']),
    slices('age', ['0-39', '40+', 'Unknown']),
  ]
  expect(restName({ families }, { sex: 'F' })).toBe('men')
  expect(restName({ families }, { view: 'AP' })).toBe('all other images')
  expect(restName({ families }, { age: '40+' })).toBe('everyone else')
})
