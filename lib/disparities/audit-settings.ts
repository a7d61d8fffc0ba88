import type { Direction, ScoreScale } from '@/lib/wire/metric-frame'
import type { MetricKey } from '@/lib/wire/metric-key'
import type { ThresholdRule } from './decisions'

/** The question of an audit. The same frame and settings give the same MetricFrame, bit for bit. */
export interface AuditSettings {
  task: string
  direction: Direction
  scale: ScoreScale
  threshold: ThresholdRule
  /** families in the order in which they are listed, each by the names of its attributes */
  families: readonly { by: readonly string[]; prespecified: boolean }[]
  /** case-mix variables: attributes for which gaps are adjusted */
  adjust: readonly string[]
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
