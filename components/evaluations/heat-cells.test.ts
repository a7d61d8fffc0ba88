import { expect, test } from 'vitest'
import { auditOf, frameOf, randomRows } from '@/lib/disparities/frame-fixture'
import { heatFamily, heatGrid, heatRange, heatSteps } from './heat-cells'

const frame = auditOf(frameOf(randomRows(7, 300)), {
  families: [['sex'], ['age'], ['sex', 'age']].map((by) => ({ by, prespecified: true })),
  permutations: 0,
})
const levels: Record<string, string[]> = { sex: ['F', 'M'], age: ['20-39', '40-59', '60+'] }
const grid = (values: 'raw' | 'shrunken' | 'difference') =>
  heatGrid(frame, ['sex', 'age'], 'tpr', values, (name) => levels[name], 'All')

test('cells are the slices of the intersection, the margins those of each attribute, the corner everyone', () => {
  const { rows, columns } = grid('raw')
  expect(columns.map(({ name }) => name)).toEqual(['20–39', '40–59', '60+', 'All'])
  expect(rows.map(({ name }) => name)).toEqual(['F', 'M', 'All'])
  const women60 = frame.families[2].slices.find(({ slice }) => slice.sex === 'F' && slice.age === '60+')!
  expect(rows[0].cells[2].number?.value).toBe(women60.metrics.tpr?.value)
  expect(rows[2].cells[3].number?.value).toBe(frame.overall.metrics.tpr?.value)
  expect(rows[1].cells[3].n).toBe(frame.families[0].slices.find(({ slice }) => slice.sex === 'M')?.metrics.tpr?.n)
})

test('shrunken values lie closer together than raw ones', () => {
  const spread = (values: 'raw' | 'shrunken') => {
    const inner = grid(values)
      .rows.slice(0, 2)
      .flatMap(({ cells }) => cells.slice(0, 3).map(({ number }) => number?.value ?? 0))
    return Math.max(...inner) - Math.min(...inner)
  }
  expect(spread('shrunken')).toBeLessThanOrEqual(spread('raw'))
})

test('a difference is worse on the left of its ramp, whichever way the metric is bad', () => {
  const differences = grid('difference')
  const { step } = heatSteps(differences, 'difference', false)
  expect(step(0)).toBe(5)
  expect(step(-1)).toBeLessThan(5)
  const { step: mirrored, low } = heatSteps(differences, 'difference', true)
  expect(mirrored(low)).toBe(1)
  expect(differences.rows[2].cells[3].number).toBeUndefined() // everyone has no one else
})

test('a range runs from tenth to tenth', () => {
  expect(heatRange([0.63, 0.91])).toEqual({ low: 0.6, high: 1 })
  expect(heatRange([])).toEqual({ low: 0, high: 1 })
  expect(heatFamily(frame, ['age', 'sex'])?.by).toEqual(['sex', 'age'])
})
