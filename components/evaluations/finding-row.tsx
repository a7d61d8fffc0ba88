'use client'

import { useId, useState } from 'react'
import { groupKey } from '@/components/charts/linked-group'
import { pText } from '@/lib/disparities/number-text'
import type { Finding, MetricFrame } from '@/lib/wire/metric-frame'
import { CopyFinding } from './copy-finding'
import { type FindingOrigin, findingClaim, findingSentence } from './finding-claim'
import { accountedFor, findingNotes } from './finding-notes'
import { findingsWords as say } from './findings-words'
import { GapPlot } from './gap-plot'
import type { GapScale } from './gap-scale'
import { SeverityMark } from './severity-mark'
import { sliceName } from './slice-name'

interface FindingRowProps {
  frame: MetricFrame
  finding: Finding
  scale: GapScale
  origin: FindingOrigin | undefined
}

/** One metric of a card: what happens to how many, how much worse, how surely; the rest folded below. */
export function FindingRow({ frame, finding, scale, origin }: FindingRowProps) {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const { claim, values, basis, gap, interval, reachesZero, p, next } = findingClaim(frame, finding)
  const metric = say.metrics[frame.direction][finding.metric] ?? finding.metric
  return (
    <li className="finding" data-group={groupKey(finding.slice)}>
      <p className="finding-claim">{claim}</p>
      <p className="note">
        {values}; {basis}
      </p>
      {accountedFor(frame, finding).map((text) => (
        <p key={text} className="finding-accounted">
          {text}
        </p>
      ))}
      <div className="finding-line">
        <p className="finding-links">
          <button type="button" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
            {say.notesHead}
            {finding.alsoIn.length > 0 && say.alsoInShort(finding.alsoIn.length)}
          </button>
          <CopyFinding
            label={say.copyLabel(sliceName(finding.slice).text, metric)}
            sentence={() => findingSentence(frame, finding, origin, window.location.href)}
          />
        </p>
        <GapPlot finding={finding} scale={scale} margin={frame.settings.margin} />
        <p className="finding-gap number">
          <b>{gap}</b> <span className="interval">{interval}</span>
          {finding.metric === 'auroc' && <span className="note">{say.aurocUnit}</span>}
          {reachesZero && <span className="note">{say.reachesZero}</span>}
        </p>
        <SeverityMark severity={finding.severity} />
        <p className="finding-p number">
          <span className="hidden">{say.adjusted} </span>
          {p}
        </p>
      </div>
      <FindingMore id={id} isOpen={isOpen} frame={frame} finding={finding} next={next} />
    </li>
  )
}

interface FindingMoreProps {
  id: string
  isOpen: boolean
  frame: MetricFrame
  finding: Finding
  next: string
}

/** Case mix, labels, unknown levels, what next, and the slices in which the same gap echoes. Always in print. */
function FindingMore({ id, isOpen, frame, finding, next }: FindingMoreProps) {
  const notes = findingNotes(frame, finding)
  const hasCaseMix = finding.partlyAccountedForBy.length > 0 || notes.some(({ about }) => about === say.caseMix)
  const all = [
    ...notes,
    ...(hasCaseMix ? [] : [{ about: say.caseMix, text: say.noCaseMix }]),
    { about: say.nextAbout, text: next },
  ]
  return (
    <ul id={id} hidden={!isOpen} className="finding-more">
      {all.map(({ about, text }) => (
        <li key={about + text}>
          <b>{about}:</b> {text}
        </li>
      ))}
      {finding.alsoIn.length > 0 && (
        <li>
          <b>{say.alsoIn(finding.alsoIn.length)}:</b>
          <ul>
            {finding.alsoIn.map(({ slice, metric, pAdjusted }) => (
              <li key={JSON.stringify([slice, metric])}>
                {say.echo(say.metrics[frame.direction][metric] ?? metric, sliceName(slice).text, pText(pAdjusted))}
              </li>
            ))}
          </ul>
        </li>
      )}
    </ul>
  )
}
