import { expect, test } from 'vitest'
import type { Measure } from '@/lib/wire/measure'
import type { Disparity, MetricFrame, Slice } from '@/lib/wire/metric-frame'
import { forestPlot } from './forest-rows'
import { shownMetrics } from './shown-metric'

const measure = (value: number, n = 200): Measure => ({
  ...{ status: 'estimated', value, low: value - 0.05, high: value + 0.05, nEff: n, df: 20, method: 'wilson', n },
})
const none: Measure = { status: 'too_few', value: null, low: null, high: null, nEff: null, df: null, method: '', n: 9 }
const untested = { p: null, pAdjusted: null, adjustment: null, pBH: null, mde: null }

function disparity(slice: Slice, metric: 'tpr' | 'fpr' | 'tnr', value: number, more: Partial<Disparity> = {}) {
  const known = { kind: 'difference', comparator: 'everyone else', verdict: null, ...untested } as const
  return {
    status: 'estimated',
    slice,
    metric,
    value,
    low: value - 0.1,
    high: value + 0.1,
    ...known,
    ...more,
  } as Disparity
}

const [women, men] = [{ sex: 'F' }, { sex: 'M' }]
const counts = { n: 400, subjects: 400, effectiveSubjects: 400, positives: 200, missingLabels: 0 }
const frame = {
  task: 'Pneumonia',
  direction: 'disease',
  overall: { slice: {}, ...counts, metrics: { tpr: measure(0.7), tnr: measure(0.9), auroc: measure(0.9) } },
  families: [
    {
      by: ['sex'],
      prespecified: true,
      spread: {},
      slices: [
        { slice: women, ...counts, metrics: { tpr: measure(0.6), tnr: measure(0.8), auroc: measure(0.8) } },
        { slice: men, ...counts, positives: 9, metrics: { tpr: none, tnr: measure(0.95), auroc: none } },
      ],
      disparities: [
        disparity(women, 'tpr', -0.2, { verdict: 'gap' }),
        disparity(women, 'tnr', -0.15),
        disparity(women, 'fpr', 0.15, { verdict: 'gap' }),
        disparity(women, 'tnr', -0.16, { comparator: men }),
      ],
    },
  ],
} as unknown as MetricFrame

const rows = (against?: string) => forestPlot(frame, shownMetrics(undefined, frame), [], against).families[0]

test('specificity takes its verdict from the test of false alarms, and its comparator from the difference', () => {
  const [, specificity] = rows().rows[0].cells
  expect(specificity).toMatchObject({ verdict: 'gap', difference: { value: -0.15 } })
  expect(specificity.comparator).toBeCloseTo(0.95, 12)
})

test('a group without a number keeps its row and says why', () => {
  const [sensitivity, , auroc] = rows().rows[1].cells
  expect(sensitivity.reason).toEqual({ status: 'too_few', text: 'too few: 9 positives, 10 needed' })
  expect(auroc.reason?.text).toBe('too few: 9 positives, 10 needed')
  expect(sensitivity.difference).toBeUndefined()
})

test('against a slice: its differences, one line at its value, verdicts still against everyone else', () => {
  const family = rows('sex=M')
  expect(family.reference).toEqual([undefined, 0.95, undefined])
  expect(family.rows[0].cells[1]).toMatchObject({ verdict: 'gap', difference: { value: -0.16 } })
})
