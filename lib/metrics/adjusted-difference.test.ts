import fc from 'fast-check'
import { expect, test } from 'vitest'
import { adjustedAurocDifference } from './adjusted-auroc-difference'
import { adjustedDifference, type StratumSums } from './adjusted-difference'
import { auroc } from './auroc'
import reference from './references/case-mix-adjusted.json' // numpy 1.24.2
import { expectClose } from './references/close-to'
import { decision, label, sex, subject, view } from './references/example-rows'
import { scoreOrder } from './score-order'
import { stratumPairSums } from './stratum-pair-sums'

/** One entry a row is as good as one a (subject, stratum, arm): sums are sums. */
function rowSums(rows: { subject: number; stratum: number; arm: number; b: number; a: number }[]): StratumSums {
  return {
    subject: Uint32Array.from(rows, (row) => row.subject),
    stratum: Uint32Array.from(rows, (row) => row.stratum),
    arm: Uint8Array.from(rows, (row) => row.arm),
    denominator: Float64Array.from(rows, (row) => row.b),
    numerator: Float64Array.from(rows, (row) => row.a),
  }
}

test.each(['tpr', 'fpr'] as const)('%s adjusted for view agrees with the reference', (key) => {
  const expected = reference.expected[key]
  const rows = Array.from(label, (positive, row) => {
    const b = positive === (key === 'tpr' ? 1 : 0) ? 1 : 0
    const arm = sex[row] === 'F' ? 0 : 1
    return { subject: subject[row], stratum: view[row] === 'AP' ? 0 : 1, arm, b, a: b * decision[row] }
  })
  const { share, estimate } = adjustedDifference(rowSums(rows), 2)
  expect(share).toBe(1)
  expectClose(estimate?.value, expected.difference)
  expectClose(estimate?.variance, expected.jackknife_variance)
  expectClose(estimate?.nu, expected.nu)
  expectClose(estimate?.low, expected.low, 1e-8)
  expectClose(estimate?.high, expected.high, 1e-8)
})
test('is undefined where leaving one subject out leaves no stratum with both arms', () => {
  const rows = [
    { subject: 0, stratum: 0, arm: 0, b: 3, a: 1 },
    { subject: 1, stratum: 0, arm: 1, b: 3, a: 2 },
    { subject: 2, stratum: 0, arm: 1, b: 2, a: 2 },
  ]
  expect(adjustedDifference(rowSums(rows), 1)).toEqual({ share: 1, estimate: undefined })
})
test('is withheld where less than half of the rows can be compared, and states the share', () => {
  const rows = [0, 1, 2, 3].flatMap((person) => [
    { subject: person, stratum: 0, arm: person % 2, b: 1, a: 1 },
    { subject: person, stratum: 1 + (person % 2), arm: person % 2, b: 2, a: 1 },
  ])
  const { share, estimate } = adjustedDifference(rowSums(rows), 3)
  expectClose(share, 1 / 3)
  expect(estimate).toBeUndefined()
})

const someRows = fc.array(
  fc.record({ subject: fc.nat(11), stratum: fc.nat(2), arm: fc.nat(1), score: fc.nat(9), label: fc.nat(1) }),
  { minLength: 30, maxLength: 90 },
)
type Row = { subject: number; stratum: number; arm: number; score: number; label: number }

/** The difference by its definition, and by leaving each subject out in turn. */
function plainly(rows: Row[], rate: (part: Row[]) => number | undefined, weight: (part: Row[]) => number) {
  let [weights, weighted] = [0, 0]
  for (const stratum of [0, 1, 2]) {
    const arms = [0, 1].map((arm) => rows.filter((row) => row.stratum === stratum && row.arm === arm))
    const [first, second] = arms.map(rate)
    if (first === undefined || second === undefined) continue
    const [w1, w2] = arms.map(weight)
    weights += (w1 * w2) / (w1 + w2)
    weighted += ((w1 * w2) / (w1 + w2)) * (first - second)
  }
  return weights > 0 ? weighted / weights : undefined
}
function jackknife(rows: Row[], difference: (part: Row[]) => number | undefined) {
  const [value, people] = [difference(rows), [...new Set(rows.map((row) => row.subject))]]
  const without = people.map((person) => difference(rows.filter((row) => row.subject !== person)))
  if (value === undefined || without.includes(undefined)) return undefined
  const squares = without.reduce<number>((sum, d) => sum + ((d ?? 0) - value) ** 2, 0)
  return { value, variance: ((people.length - 1) / people.length) * squares }
}

test('the jackknife of a rate is that of leaving subjects out one by one', () =>
  fc.assert(
    fc.property(someRows, (unordered) => {
      const rows = unordered.toSorted((one, other) => one.subject - other.subject)
      const rate = (part: Row[]) => (part.length ? part.filter((row) => row.label).length / part.length : undefined)
      const expected = jackknife(rows, (part) => plainly(part, rate, (arm) => arm.length))
      const { share, estimate } = adjustedDifference(rowSums(rows.map((row) => ({ ...row, b: 1, a: row.label }))), 3)
      if (expected === undefined || share < 0.5) {
        expect(estimate).toBeUndefined()
        return
      }
      expectClose(estimate?.value, expected.value)
      expect(Math.abs((estimate?.variance ?? 1) - expected.variance)).toBeLessThan(1e-10)
    }),
  ))
test('the jackknife of an AUROC is that of leaving subjects out one by one', () =>
  fc.assert(
    fc.property(someRows, (unordered) => {
      const rows = unordered.toSorted((one, other) => one.subject - other.subject)
      const areaOf = (part: Row[]) => {
        const score = Float64Array.from(part, (row) => row.score)
        return auroc(
          score,
          Uint8Array.from(part, (row) => row.label),
          scoreOrder(score),
        )
      }
      const positives = (part: Row[]) => part.filter((row) => row.label).length
      const expected = jackknife(rows, (part) => plainly(part, areaOf, positives))
      const score = Float64Array.from(rows, (row) => row.score)
      const sums = stratumPairSums(
        score,
        Uint8Array.from(rows, (row) => row.label),
        Uint32Array.from(rows, (row) => row.subject),
        Uint32Array.from(rows, (row) => row.stratum),
        Uint8Array.from(rows, (row) => row.arm),
        scoreOrder(score),
      )
      const { share, estimate } = adjustedAurocDifference(sums, 3)
      if (expected === undefined || share < 0.5) {
        expect(estimate).toBeUndefined()
        return
      }
      expectClose(estimate?.value, expected.value)
      expect(Math.abs((estimate?.variance ?? 1) - expected.variance)).toBeLessThan(1e-10)
    }),
  ))
