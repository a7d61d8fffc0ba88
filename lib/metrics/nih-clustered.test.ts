import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { aurocInterval } from './auroc-interval'
import { correlation } from './correlation'
import { moverDifference } from './mover-difference'
import { placementCovariance } from './placement-covariance'
import { placementIcc } from './placement-icc'
import { placementCrossSumsOf, placementSumsOf } from './placement-sums-of'
import { expectClose } from './references/close-to'
import reference from './references/nih-clustered.json' // numpy 1.24.2, scipy 1.10.1
import { scoreOrder } from './score-order'

const folder = process.env.EQUISCOPE_SHARED_DATA ?? '../shared/data'
const file = `${folder}/nih-chexnet/nih_chexnet_test_joined.csv.gz`
const isAbsent = !existsSync(file)

type SliceCase = { positives: number; subjects: number; auroc: number; low: number; high: number; nu: number } & {
  variance_obuchowski: number
  variance_shrunk: number
}
type GapCase = { difference: number; covariance: number; correlation: number; low: number; high: number }

function columns() {
  const [header, ...lines] = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n')
  const names = header.trim().split(',')
  const cells = lines.map((line) => line.trim().split(','))
  return (name: string) => cells.map((row) => row[names.indexOf(name)])
}

test.skipIf(isAbsent)('chest X-rays of 6,187 patients agree with the reference, every label, slice and gap', () => {
  const column = columns()
  const subject = column('patient_id').map(Number)
  for (const [task, expected] of Object.entries(reference.expected)) {
    const score = Float64Array.from(column(`prob_${task}`), (text) => Math.fround(Number(text)))
    const label = Uint8Array.from(column(`label_${task}`), Number)
    const order = scoreOrder(score)
    const placements = (slice: string) => {
      const [attribute, level] = slice.split('=')
      const levels = attribute === 'all' ? [] : column(attribute)
      const rows = attribute === 'all' ? order : order.filter((row) => levels[row] === level)
      const found = placementSumsOf(score, label, subject, rows)
      if (found === undefined) throw new Error(slice)
      return found
    }
    const { icc: expectedIcc, ...cases } = expected
    const icc = placementIcc(placements('all').sums)
    for (const key of ['r1', 'r0', 'r11', 'w1', 'w0'] as const) expectClose(icc[key], expectedIcc[key])
    const estimateOf = (slice: string) => {
      const estimate = aurocInterval(placements(slice).sums, icc)
      if (estimate === undefined) throw new Error(slice)
      return estimate
    }
    for (const [name, wanted] of Object.entries(cases)) {
      const [first, second] = name.split(' minus ')
      const [one, estimate] = [placements(first), estimateOf(first)]
      if (second === undefined) {
        const slice = wanted as SliceCase
        expect(one.sums).toMatchObject({ positives: slice.positives, subjects: slice.subjects })
        expectClose(estimate.value, slice.auroc)
        expectClose(estimate.variance, slice.variance_obuchowski)
        expectClose(estimate.shrunkVariance, slice.variance_shrunk)
        expectClose(estimate.nu, slice.nu)
        expectClose(estimate.low, slice.low, 1e-8)
        expectClose(estimate.high, slice.high, 1e-8)
      } else {
        const [gap, other, estimate2] = [wanted as GapCase, placements(second), estimateOf(second)]
        const covariance = placementCovariance(placementCrossSumsOf(one, other), one.sums, other.sums)
        expectClose(covariance, gap.covariance)
        const rho = correlation(covariance, estimate.variance, estimate2.variance)
        expectClose(rho, gap.correlation)
        const difference = moverDifference(estimate, estimate2, rho)
        expectClose(difference.low, gap.low, 1e-8)
        expectClose(difference.high, gap.high, 1e-8)
      }
    }
  }
})
