import { expect, test } from 'vitest'
import { measureAudit } from '@/lib/disparities/audit'
import { defaultSettings, frameOf, randomRows } from '@/lib/disparities/frame-fixture'
import { metricFrame } from '@/lib/disparities/metric-frame'
import { scoreSorted } from '@/lib/disparities/score-sorted'
import { LastingSums } from './lasting-sums'

test('what was kept is not made again, and those longest not asked for make room', () => {
  const sums = new LastingSums(100)
  let made = 0
  const make = (size: number) => () => {
    made++
    return 'x'.repeat(size)
  }
  expect(sums.of('a')('one', make(40))).toHaveLength(40)
  expect(sums.of('a')('one', make(40))).toHaveLength(40)
  expect(made).toBe(1)
  sums.of('b')('one', make(40))
  sums.of('a')('one', make(40))
  sums.of('c')('one', make(40)) // b goes
  expect(sums.bytes).toBeLessThanOrEqual(100)
  sums.of('a')('one', make(40))
  expect(made).toBe(3)
  sums.of('b')('one', make(40))
  expect(made).toBe(4)
  expect(sums.of('d')('large', make(1000))).toHaveLength(1000) // answered, though it is not kept
  expect(sums.bytes).toBe(0)
})

const source = { name: 'a', sha256: '', rows: 1, subjects: 1, missingLabels: 0, filter: [], split: null }
const second = ['auprc', 'ece', 'calibration_slope'] as const

test.each([
  ['a fixed threshold', { rule: 'fixed', value: 0.35 }],
  ['Youden', { rule: 'youden' }],
  ['a sensitivity', { rule: 'sensitivity', target: 0.9 }],
] as const)('another threshold gives the same bits with what was kept as without: %s', (_, threshold) => {
  for (const scale of ['probability', 'rank'] as const) {
    const rows = randomRows(1, 300).map((row, at) => (at % 19 === 0 ? { ...row, label: 255 } : row))
    const frame = frameOf(rows)
    const sorted = scoreSorted(frame)
    const remember = new LastingSums(1e7).of('rows')
    const measured = (settings: Partial<typeof defaultSettings>, kept?: typeof remember) =>
      metricFrame(measureAudit(frame, { ...defaultSettings, scale, ...settings }, sorted, kept), undefined, source)
    measured({ metrics: second }, remember)
    measured({ families: [{ by: ['age', 'sex'], prespecified: true }] }, remember)
    let isMadeAnew = false
    const warm = measured({ threshold, metrics: second }, (name, make) =>
      remember(name, () => {
        isMadeAnew = true
        return make()
      }),
    )
    expect(isMadeAnew).toBe(false)
    expect(warm).toStrictEqual(measured({ threshold, metrics: second }))
    const reordered = { families: defaultSettings.families.toReversed(), threshold, metrics: second, seed: 5 }
    expect(measured(reordered, remember)).toStrictEqual(measured(reordered))
  }
})
