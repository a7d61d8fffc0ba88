import type { Evaluation } from '@/lib/wire/evaluation'
import type { EvaluationFacts } from '@/lib/wire/evaluation-facts'
import type { EvaluationView } from '@/lib/wire/evaluation-view'
import type { Family, MetricFrame } from '@/lib/wire/metric-frame'

/** What every panel of charts is given; what else it needs it asks for. */
export interface PanelProps {
  evaluation: Evaluation
  view: EvaluationView
  frame: MetricFrame
  /** of which plots show the groups; undefined: there is none */
  family: Family | undefined
  /** undefined: not there yet */
  facts: EvaluationFacts | undefined
}
