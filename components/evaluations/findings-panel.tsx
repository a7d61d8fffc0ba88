import { Meter } from '@/components/ui/meter'
import type { Job } from '@/lib/wire/job'
import type { MetricFrame } from '@/lib/wire/metric-frame'
import { words } from './words'

interface FindingsPanelProps {
  frame: MetricFrame
  isComputing: boolean
  job: Job | undefined
}

/** For whom the model works less well, each with its numbers; or how far the tests are. */
export function FindingsPanel({ frame: { findings, families }, isComputing, job }: FindingsPanelProps) {
  const tested = families.flatMap(({ disparities }) => disparities).filter(({ verdict }) => verdict !== null).length
  return (
    <section className="panel stack">
      <header>
        <h2>{words.findings}</h2>
        {!isComputing && <p className="quiet">{words.findingsWhy(findings.length, tested)}</p>}
      </header>
      {isComputing && (
        <div role="status">
          <Meter label={words.computing} done={job?.stepsDone ?? 0} total={job?.stepsTotal ?? null} />
          <p className="note">{job?.stepsTotal ? words.stepsOf(job.stepsDone, job.stepsTotal) : words.computing}</p>
        </div>
      )}
      {!isComputing && findings.length === 0 && <p>{words.noFindings}</p>}
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
