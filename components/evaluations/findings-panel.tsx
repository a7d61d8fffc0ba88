import type { Evaluation } from '@/lib/wire/evaluation'
import type { EvaluationView } from '@/lib/wire/evaluation-view'
import type { FindingsState } from '@/lib/wire/findings-state'
import type { MetricFrame } from '@/lib/wire/metric-frame'
import { FindingsProgress } from './findings-progress'
import { TestView } from './test-view'
import { words } from './words'

interface FindingsPanelProps {
  evaluation: Evaluation
  view: EvaluationView
  frame: MetricFrame
  findings: FindingsState
}

/** For whom the model works less well, each with its numbers; or how far the tests are. */
export function FindingsPanel({
  evaluation,
  view,
  frame,
  findings: { state, jobId, estimatedSeconds },
}: FindingsPanelProps) {
  const { findings, families } = frame
  const tested = families.flatMap(({ disparities }) => disparities).filter(({ verdict }) => verdict !== null).length
  return (
    <section className="panel stack">
      <header>
        <h2>{words.findings}</h2>
        {state === 'ready' && <p className="quiet">{words.findingsWhy(findings.length, tested)}</p>}
      </header>
      {state === 'computing' && jobId !== null && <FindingsProgress projectId={evaluation.projectId} jobId={jobId} />}
      {(state === 'on_request' || state === 'failed') && (
        <TestView evaluation={evaluation} view={view} seconds={estimatedSeconds} hasFailed={state === 'failed'} />
      )}
      {state === 'ready' && findings.length === 0 && <p>{words.noFindings}</p>}
      <ul className="findings">
        {findings.map(({ text, severity }) => (
          <li key={text}>
            <b className={`severity ${severity}`}>{words.severity[severity]}</b> {text}
          </li>
        ))}
      </ul>
    </section>
  )
}
