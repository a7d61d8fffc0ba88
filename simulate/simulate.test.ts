import { describe, expect, test } from 'vitest'
import { type Claim, type Tally, tallies } from './experiment'
import { experiments } from './experiments'
import { judgedClaim } from './judged-claim'

describe.each(experiments)('$name', (experiment) => {
  let tallied: Tally[] | undefined
  const lines = experiment.claims.map((claim, i) => [sentence(claim), claim, i] as const)
  test.each(lines)('%s', (_, claim, i) => {
    tallied ??= tallies(experiment, 0, experiment.quickReplicates)
    expect(judgedClaim(claim, tallied[i], true)).toMatchObject({ isKept: true, withoutNumber: 0 })
  })
})

function sentence({ quantity, setting, low, high }: Claim): string {
  return `${quantity} (${setting}): in ${low.toFixed(1)} to ${high.toFixed(1)} % of data sets`
}
