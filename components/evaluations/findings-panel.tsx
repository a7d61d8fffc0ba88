import { ChartFiles } from '@/components/charts/chart-files'
import { comparisonsOf } from '@/lib/disparities/comparisons'
import { poolText } from '@/lib/disparities/pool-text'
import type { Evaluation } from '@/lib/wire/evaluation'
import type { EvaluationFacts } from '@/lib/wire/evaluation-facts'
import type { EvaluationView } from '@/lib/wire/evaluation-view'
import type { FindingsState } from '@/lib/wire/findings-state'
import type { MetricFrame } from '@/lib/wire/metric-frame'
import { thresholdText } from './finding-claim'
import { findingTable } from './finding-table'
import { FindingsList } from './findings-list'
import { FindingsProgress } from './findings-progress'
import { findingsWords as say } from './findings-words'
import { TestView } from './test-view'
import { useIsMoving } from './use-is-moving'

interface FindingsPanelProps {
  evaluation: Evaluation
  view: EvaluationView
  frame: MetricFrame
  findings: FindingsState
  facts: EvaluationFacts | undefined
}

/** For whom the model works less well, a card a group; or how far the tests are. */
export function FindingsPanel({ evaluation, view, frame, findings: asked, facts }: FindingsPanelProps) {
  const { state, jobId, estimatedSeconds } = asked
  const { findings, threshold } = frame
  const isMoving = useIsMoving()
  const at = threshold.value === null ? undefined : thresholdText(threshold.value)
  return (
    <section className="panel findings-panel" aria-labelledby="findings-head">
      <header>
        <h2 id="findings-head">{say.title}</h2>
        {state === 'ready' && (
          <p className="note">{say.why(findings.length, comparisonsOf(frame), at, poolText(frame.source))}</p>
        )}
        {findings.length > 0 && <ChartFiles title={say.title} csv={() => findingTable(frame)} />}
      </header>
      {isMoving && at !== undefined && (
        <p className="note held" role="status">
          {say.heldFor(at)}
        </p>
      )}
      {view.against !== undefined && <p className="note held">{say.againstElsewhere}</p>}
      {state === 'computing' && jobId !== null && (
        <FindingsProgress projectId={evaluation.projectId} evaluationId={evaluation.id} jobId={jobId} />
      )}
      {(state === 'on_request' || state === 'failed') && (
        <TestView evaluation={evaluation} view={view} seconds={estimatedSeconds} hasFailed={state === 'failed'} />
      )}
      {state === 'ready' && findings.length === 0 && <p className="held">{say.none}</p>}
      {findings.length > 0 && <FindingsList frame={frame} origin={facts} />}
    </section>
  )
}
