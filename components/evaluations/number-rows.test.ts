import { expect, test } from 'vitest'
import type { MetricFrame, SliceMeasures } from '@/lib/wire/metric-frame'
import { fittingRows, numberRows, sortedRows } from './number-rows'

const measures = (slice: Record<string, string>, n: number, tpr: number | null): SliceMeasures => ({
  slice,
  n,
  subjects: n,
  effectiveSubjects: n,
  positives: n,
  missingLabels: 0,
  metrics: {
    tpr:
      tpr === null
        ? { status: 'too_few', value: null, low: null, high: null, n, nEff: null, df: null, method: 'too-few' }
        : { status: 'estimated', value: tpr, low: tpr, high: tpr, n, nEff: n, df: null, method: 'wilson' },
  },
})
const rows = numberRows({
  overall: measures({}, 60, 0.7),
  families: [
    {
      by: ['sex'],
      prespecified: true,
      spread: {},
      disparities: [],
      slices: [measures({ sex: 'F' }, 20, 0.6), measures({ sex: 'M' }, 40, 0.8)],
    },
    {
      by: ['age_group'],
      prespecified: true,
      spread: {},
      disparities: [],
      slices: [measures({ age_group: '80+' }, 4, null)],
    },
  ],
} as unknown as MetricFrame)
const names = (sorted: typeof rows) => sorted.map(({ name }) => name)

test('rows are sorted by any column, those without a number last either way', () => {
  expect(names(sortedRows(rows, { key: 'value:tpr', isDescending: false }))).toEqual(['F', 'All', 'M', '80+'])
  expect(names(sortedRows(rows, { key: 'value:tpr', isDescending: true }))).toEqual(['M', 'All', 'F', '80+'])
  expect(names(sortedRows(rows, { key: 'n', isDescending: true }))).toEqual(['All', 'M', 'F', '80+'])
})

test('a filter finds groups by level and by attribute', () => {
  expect(names(fittingRows(rows, 'sex'))).toEqual(['F', 'M'])
  expect(names(fittingRows(rows, 'age 80'))).toEqual(['80+'])
  expect(names(fittingRows(rows, ''))).toHaveLength(4)
})
