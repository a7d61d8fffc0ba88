import { groupKey } from '@/components/charts/linked-group'
import { pText } from '@/lib/disparities/number-text'
import type { Finding, MetricFrame } from '@/lib/wire/metric-frame'
import { CopyFinding } from './copy-finding'
import { findingClaim, findingSentence } from './finding-claim'
import { findingNotes } from './finding-notes'
import { findingsWords as say } from './findings-words'
import { GapPlot } from './gap-plot'
import type { GapScale } from './gap-scale'
import { SeverityMark } from './severity-mark'
import { sliceName } from './slice-name'

interface FindingRowProps {
  frame: MetricFrame
  finding: Finding
  scale: GapScale
}

/** One metric of a card: what happens to how many, how much worse, how surely; the rest folded below. */
export function FindingRow({ frame, finding, scale }: FindingRowProps) {
  const { claim, values, basis, gap, interval, reachesZero, p, next } = findingClaim(frame, finding)
  const metric = say.metrics[finding.metric] ?? finding.metric
  const notes = findingNotes(frame, finding)
  const hasCaseMix = notes.some(({ about }) => about === say.caseMix)
  return (
    <li className="finding" data-group={groupKey(finding.slice)}>
      <div className="finding-line">
        <p className="finding-claim">
          {claim}
          <span className="note">
            {values}; {basis}
          </span>
        </p>
        <GapPlot finding={finding} scale={scale} margin={frame.settings.margin} />
        <p className="finding-gap number">
          <b>{gap}</b> <span className="interval">{interval}</span>
          {reachesZero && <span className="note">{say.reachesZero}</span>}
        </p>
        <SeverityMark severity={finding.severity} />
        <p className="finding-p number">
          <span className="hidden">{say.adjusted} </span>
          {p}
        </p>
      </div>
      <div className="finding-below">
        <details>
          <summary>{say.notesHead}</summary>
          <ul>
            {notes.map(({ about, text }) => (
              <li key={text}>
                <b>{about}:</b> {text}
              </li>
            ))}
            {!hasCaseMix && (
              <li>
                <b>{say.caseMix}:</b> {say.noCaseMix}
              </li>
            )}
            <li>
              <b>{say.nextAbout}:</b> {next}
            </li>
          </ul>
        </details>
        {finding.alsoIn.length > 0 && (
          <details>
            <summary>{say.alsoIn(finding.alsoIn.length)}</summary>
            <ul>
              {finding.alsoIn.map(({ slice, metric: of, pAdjusted }) => (
                <li key={JSON.stringify([slice, of])}>
                  {say.echo(say.metrics[of] ?? of, sliceName(slice).text, pText(pAdjusted))}
                </li>
              ))}
            </ul>
          </details>
        )}
        <CopyFinding
          label={say.copyLabel(sliceName(finding.slice).text, metric)}
          sentence={() => findingSentence(frame, finding)}
        />
      </div>
    </li>
  )
}
