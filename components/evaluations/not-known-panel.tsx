import type { Evaluation } from '@/lib/wire/evaluation'
import type { EvaluationFacts } from '@/lib/wire/evaluation-facts'
import type { MetricFrame } from '@/lib/wire/metric-frame'
import { Explanation } from './explanation'
import { notKnownWords as say } from './not-known-words'
import { type Unknown, unknowns } from './unknowns'
import { reversedScores } from './unknowns-of-frame'

/** More than these are folded. */
const mostShown = 6

interface NotKnownPanelProps {
  frame: MetricFrame
  inTrainingData: Evaluation['inTrainingData']
  /** undefined: not there yet; what the dataset lacks is then not said */
  facts?: Pick<EvaluationFacts, 'attributes'>
}

/** What these data cannot tell, as prominent as what they can. */
export function NotKnownPanel({ frame, inTrainingData, facts }: NotKnownPanelProps) {
  const all = unknowns(frame, inTrainingData, facts)
  const [shown, folded] = [all.slice(0, mostShown), all.slice(mostShown)]
  return (
    <section className="panel not-known" aria-labelledby="not-known-head">
      <header>
        <h2 id="not-known-head">{say.title}</h2>
        <p className="note">
          {say.why}; <Explanation term="missable">{say.missableTerm}</Explanation>
        </p>
      </header>
      {all.length === 0 ? <p>{say.none}</p> : <UnknownList unknowns={shown} />}
      {folded.length > 0 && (
        <details className="folded">
          <summary>{say.more(folded.length)}</summary>
          <UnknownList unknowns={folded} />
        </details>
      )}
    </section>
  )
}

function UnknownList({ unknowns }: { unknowns: Unknown[] }) {
  return (
    <ul className="unknowns">
      {unknowns.map(({ lead, text }) => (
        <li key={lead + text}>
          {lead && <b>{lead}</b>} {text}
        </li>
      ))}
    </ul>
  )
}

/** Above everything on the page: scores that rank disease below health make all of it read the wrong way round. */
export function ReversedNotice({ frame }: { frame: MetricFrame }) {
  return reversedScores(frame).map(({ lead, text }) => (
    <p key={lead} className="reversed" role="alert">
      <b>{lead}</b> {text}
    </p>
  ))
}
