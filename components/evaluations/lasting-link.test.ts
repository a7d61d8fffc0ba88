import { expect, test } from 'vitest'
import { lastingQuery } from './lasting-link'
import { parseAddress } from './view-address'

const slices = { prespecified: true, slices: [], disparities: [], spread: {} }
const frame = {
  task: 'Pneumonia',
  families: [
    { by: ['sex'], ...slices },
    { by: ['sex', 'age'], ...slices },
  ],
  threshold: { value: 0.5, rule: 'fixed' as const, chosenOnTheseData: false },
  settings: { seed: 1, permutations: 1999, margin: 0.05, minimumGap: 0.02, tasks: 1, version: '1' },
}
const said = (query: string) => parseAddress(new URLSearchParams(query))

test('an address that says nothing is copied with the threshold and the groups that it opened with', () => {
  const { view } = said(lastingQuery(said(''), frame))
  expect(view).toEqual({ task: 'Pneumonia', by: 'sex,sex+age', threshold: '0.5', margin: 0.05, minimumGap: 0.02 })
})

test('what the address says stays as it says it', () => {
  const { view, shown } = said(lastingQuery(said('threshold=youden&adjust=none&show=differences'), frame))
  expect(view).toMatchObject({ threshold: 'youden', adjust: 'none' })
  expect(shown).toEqual({ show: 'differences' })
})

test('a model’s own decisions have no threshold to keep', () => {
  const threshold = { value: null, rule: 'given' as const, chosenOnTheseData: false }
  expect(said(lastingQuery(said(''), { ...frame, threshold })).view.threshold).toBeUndefined()
})
