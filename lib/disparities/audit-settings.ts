import type { Direction, ScoreScale } from '@/lib/wire/metric-frame'
import type { MetricKey } from '@/lib/wire/metric-key'
import { openingThreshold, type ThresholdRule } from './decisions'
import type { EvaluationFrame } from './evaluation-frame'

/** The question of an audit. The same frame and settings give the same MetricFrame, bit for bit. */
export interface AuditSettings {
  task: string
  direction: Direction
  scale: ScoreScale
  threshold: ThresholdRule
  /** nobody named the threshold: it is the one with which an evaluation opens */
  isDefaultThreshold: boolean
  /** families in the order in which they are listed, each by the names of its attributes */
  families: readonly { by: readonly string[]; prespecified: boolean }[]
  /** case-mix variables: attributes for which gaps are adjusted */
  adjust: readonly string[]
  /** of these, the ones within whose levels tests are repeated, each at the cost of another test; undefined: all */
  testWithin?: readonly string[]
  /** metrics asked for beyond the first tier: calibration by slice, AUPRC, ECE */
  metrics: readonly MetricKey[]
  /** a gap within the margin is no cause for concern; a policy's limit where there is one */
  margin: number
  /** a smaller gap is not a finding */
  minimumGap: number
  /** B; 0 takes the normal approximation */
  permutations: number
  seed: number
  /** tasks over which the reader looks: adjusted p-values are multiplied by it */
  tasks: number
  /** of the code */
  version: string
}

/** What holds where nobody says otherwise, on the command line and in an address. */
export const auditDefaults = { margin: 0.05, minimumGap: 0.02, permutations: 1999, seed: 1 } as const

/** An attribute with more levels is only compared by when somebody names it. */
export const mostGuessedLevels = 20

/** Settings as far as they can be said before the rows are known. */
export interface AskedAudit extends Omit<AuditSettings, 'threshold' | 'isDefaultThreshold' | 'families' | 'tasks'> {
  /** undefined: as the page opens */
  threshold: ThresholdRule | undefined
  /** undefined: each attribute of the frame, all pre-specified */
  families: AuditSettings['families'] | undefined
}

/** Completes what was asked by what the rows say. */
export function auditSettings({ threshold, families, ...asked }: AskedAudit, frame: EvaluationFrame): AuditSettings {
  return {
    ...asked,
    threshold: threshold ?? openingThreshold(frame),
    isDefaultThreshold: threshold === undefined,
    families: families ?? frame.cells.attributes.map(({ name }) => ({ by: [name], prespecified: true })),
    tasks: 1,
  }
}
