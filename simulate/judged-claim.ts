import { z975 } from '@/lib/metrics/constants'
import type { Claim, Tally } from './experiment'

/** A claim and what the simulation says of it; all shares in per cent. */
export interface JudgedClaim extends Claim {
  share: number
  /** half the width of the share's own 95 % interval */
  monteCarloError: number
  isKept: boolean
  withoutNumber: number
}

/**
 * Holds a claim against its limits.
 * @param isQuick true: few data sets, so that limits give way by the Monte Carlo error
 */
export function judgedClaim(claim: Claim, { held, shown, withoutNumber }: Tally, isQuick: boolean): JudgedClaim {
  const share = (100 * held) / shown
  const near = (held + 2) / (shown + 4) // not 0 or 1: the error of 400 of 400 is not 0 (Agresti and Coull 1998)
  const monteCarloError = 100 * z975 * Math.sqrt((near * (1 - near)) / shown)
  const slack = isQuick ? monteCarloError : 0
  const isKept = shown > 0 && share >= claim.low - slack && share <= claim.high + slack
  return { ...claim, share, monteCarloError, isKept, withoutNumber }
}
