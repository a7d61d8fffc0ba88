import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Finding } from '@/lib/wire/metric-frame'
import { TaskStanding } from '@/lib/wire/standing'
import { auditOf, frameOf, randomRows } from './frame-fixture'
import { compareHarm, harmInterval } from './harm-interval'
import { standingOfFrame } from './standing-of-frame'

function finding(
  metric: Finding['metric'],
  [value, low, high]: [number, number, number],
  severity: Finding['severity'] = 'high',
  slice: Finding['slice'] = { sex: 'F' },
): Finding {
  const untold = { verdict: 'gap', p: 0, pAdjusted: 0, adjustment: null, pBH: null, mde: 0.1 } as const
  const kind = { kind: 'difference', comparator: 'everyone else', status: 'estimated' } as const
  const disparity = { metric, slice, value, low, high, ...kind, ...untold }
  const harm = metric === 'auroc' ? 'ranking' : 'underdiagnosis'
  const rest = { rows: 100, subjects: 50, alsoIn: [], partlyAccountedForBy: [] }
  return { text: '', slice, metric, severity, harm, disparity, ...rest }
}

test('harm is positive where the slice is worse, with its lower limit first', () => {
  expect(harmInterval(finding('tpr', [-0.1, -0.2, 0.01]))).toEqual({ value: 0.1, low: -0.01, high: 0.2 })
  expect(harmInterval(finding('fpr', [0.1, 0.05, 0.2]))).toEqual({ value: 0.1, low: 0.05, high: 0.2 })
})

test('the worst finding is the one whose limit nearer to 0 is farthest from it, whatever its metric', () => {
  const wide = finding('tpr', [-0.3, -0.59, -0.01])
  const sure = finding('auroc', [-0.08, -0.1, -0.06])
  const alarms = finding('fpr', [0.06, 0.05, 0.07])
  expect([wide, alarms, sure].sort(compareHarm)).toEqual([sure, alarms, wide])
})

test('of findings with equal limits the more severe is worse', () => {
  const low = finding('tpr', [-0.1, -0.2, -0.03], 'low')
  const medium = finding('tpr', [-0.05, -0.08, -0.03], 'medium')
  expect([low, medium].sort(compareHarm)).toEqual([medium, low])
})

test('the order of findings does not depend on that in which they come', () => {
  const number = fc.double({ min: -1, max: 1, noNaN: true })
  const any = fc
    .tuple(fc.constantFrom('tpr', 'fpr', 'auroc'), number, number)
    .map(([metric, low, high]) => finding(metric as 'tpr', [low, Math.min(low, high), Math.max(low, high)]))
  fc.assert(
    fc.property(fc.array(any), (findings) => {
      const nearer = (sorted: Finding[]) => sorted.map((own) => harmInterval(own)!.low)
      expect(nearer([...findings].sort(compareHarm))).toEqual(nearer([...findings].reverse().sort(compareHarm)))
    }),
  )
})

/** Scores of women are drawn towards the middle, so that the model ranks and finds less in them. */
const frame = auditOf(
  frameOf(
    randomRows(3, 600).map((row) => (row.levels.sex === 'F' ? { ...row, score: 0.3 + (row.score - 0.3) / 4 } : row)),
  ),
)

test('says of a frame what its findings say: how many, in whom, and the worst', () => {
  const standing = standingOfFrame(frame)
  expect(TaskStanding.shape.answer.parse(standing)).toEqual(standing)
  expect(standing.findingCount).toBe(frame.findings.length)
  expect(standing.findingCount).toBeGreaterThan(0)
  expect(frame.findings).toContainEqual(standing.worst)
  const [sex, , , both] = standing.families
  expect(sex.slices).toContainEqual({ sex: 'F' })
  const concerned = frame.findings.flatMap(({ slice, alsoIn }) => [slice, ...alsoIn.map((own) => own.slice)])
  for (const slice of both.slices) expect(concerned).toContainEqual(slice)
  const compared = frame.families.flatMap(({ disparities }) => disparities).filter(({ verdict }) => verdict !== null)
  // of sex and view, with two levels each, every test is told twice
  const twice = [frame.families[0], frame.families[2]].flatMap(({ disparities }) => disparities)
  const toldTwice = twice.filter(({ verdict }) => verdict !== null).length
  expect(toldTwice).toBe(2 * 2 * 3)
  expect(standing.comparisons).toBe(compared.length - toldTwice / 2)
})

test('a finding that was folded into another family’s is one of its own family all the same', () => {
  const [leading] = frame.findings
  const folded = { slice: { sex: 'F', age: '60+' }, metric: leading.metric, pAdjusted: 0.01 }
  const standing = standingOfFrame({ ...frame, findings: [{ ...leading, slice: { sex: 'F' }, alsoIn: [folded] }] })
  expect(standing.families[3]).toMatchObject({ worst: null, slices: [{ sex: 'F', age: '60+' }] })
  expect(standing.families[1]).toMatchObject({ worst: null, slices: [] })
})

test('where 1 means disease the gap that could be missed is one of sensitivity, where it is healthy of false positives', () => {
  for (const [direction, metric] of [
    ['disease', 'tpr'],
    ['healthy', 'fpr'],
  ] as const) {
    const [{ missable }] = standingOfFrame({ ...frame, direction }).families
    const gaps = frame.families[0].disparities.flatMap((own) =>
      own.metric === metric && own.kind === 'difference' ? [own.mde ?? 0] : [],
    )
    expect(missable).toEqual({ metric, value: Math.max(...gaps) })
  }
})

test('a family of which nothing could be compared has no gap that could be missed, and counts what is too small', () => {
  const few = auditOf(frameOf(randomRows(1, 6)), { families: [{ by: ['sex'], prespecified: true }], permutations: 0 })
  expect(standingOfFrame(few)).toMatchObject({
    worst: null,
    families: [{ missable: null, tooFew: few.families[0].slices.length, slices: [] }],
  })
})

test('a slice without a positive image is too small as well', () => {
  const rows = randomRows(5, 300)
  const healthyMen = rows.filter(({ levels, label }) => levels.sex === 'F' || label === 0)
  const [sex] = standingOfFrame(auditOf(frameOf(healthyMen), { permutations: 0 })).families
  expect(sex.tooFew).toBe(1)
  const complete = standingOfFrame(auditOf(frameOf(rows), { permutations: 0 }))
  expect(complete.families[0].tooFew).toBe(0)
})
