import type { MetricFrame } from '@/lib/wire/metric-frame'
import { Explanation } from './explanation'
import type { FindingOrigin } from './finding-claim'
import { type FindingGroup, findingGroups } from './finding-groups'
import { FindingRow } from './finding-row'
import { findingsWords as say } from './findings-words'
import { GapAxis } from './gap-plot'
import { gapScale } from './gap-scale'
import { poolName } from './pool-name'
import { restName, sliceName } from './slice-name'

/** A card a slice, the worst first; all plots on one scale. */
export function FindingsList({ frame, origin }: { frame: MetricFrame; origin: FindingOrigin | undefined }) {
  const scale = gapScale(frame.findings, frame.settings.margin)
  const groups = findingGroups(frame)
  return (
    <div className="finding-cards">
      <div className="finding-line finding-heads note">
        <span />
        <GapAxis scale={scale} />
        <span className="finding-gap">{say.worseBy}</span>
        <Explanation term="severity">{say.severityHead}</Explanation>
        <span className="finding-p">
          <Explanation term="adjusted_p">{say.adjustedHead}</Explanation>
        </span>
      </div>
      {groups.map((group) => (
        <article key={JSON.stringify(group.slice)} className="finding-card">
          <CardHead frame={frame} group={group} />
          <ul>
            {group.findings.map((finding) => (
              <FindingRow key={finding.metric} frame={frame} finding={finding} scale={scale} origin={origin} />
            ))}
          </ul>
        </article>
      ))}
    </div>
  )
}

function CardHead({ frame, group: { slice } }: { frame: MetricFrame; group: FindingGroup }) {
  const { text, isAcquisition } = sliceName(slice)
  const pool = poolName(frame.source)
  const name = text.charAt(0).toUpperCase() + text.slice(1)
  return (
    <h3>
      {say.against(name, restName(frame, slice))}
      {pool && <span className="note"> {say.amongShort(pool)}</span>}
      <span className="tag">{say.kindsOfSlice[isAcquisition ? 'acquisition' : 'demographic']}</span>
    </h3>
  )
}
