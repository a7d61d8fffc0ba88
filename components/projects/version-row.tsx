import Link from 'next/link'
import { gapText } from '@/components/evaluations/gap-text'
import { sliceName } from '@/components/evaluations/slice-name'
import { dayText } from '@/components/ui/words'
import type { VersionStanding } from '@/lib/wire/standing'
import { type EvaluatedVersion, versionTitle } from './shown-evaluations'
import { words } from './words'

const say = words.versions

interface VersionRowProps {
  projectId: number
  version: VersionStanding
  /** undefined: it was never evaluated */
  evaluation?: EvaluatedVersion['evaluation']
}

/** How one version stands on one dataset. */
export function VersionRow({ projectId, version, evaluation }: VersionRowProps) {
  const isByGroup = evaluation?.hasAttributes ?? false
  return (
    <tr className={isByGroup ? undefined : 'hatched'}>
      <th scope="row">
        {versionTitle(version)}
        {version.adaptation && <span className="note">{words.adaptations[version.adaptation]}</span>}
      </th>
      {evaluation && isByGroup ? <Stand evaluation={evaluation} /> : <Never hasScores={evaluation !== undefined} />}
      <td>
        {evaluation && isByGroup ? (
          <Link className="button" href={addressOf(projectId, evaluation)}>
            {say.open}
            <span className="hidden"> {say.openOf(versionTitle(version), evaluation.datasetName)}</span>
          </Link>
        ) : (
          <Link className="button" href={`/projects/${projectId}/import`}>
            {evaluation ? say.importGroups : say.import}
          </Link>
        )}
      </td>
    </tr>
  )
}

/** Where an evaluation is, open at its worst task. */
function addressOf(projectId: number, { evaluationId, worst }: EvaluatedVersion['evaluation']): string {
  const page = `/projects/${projectId}/evaluations/${evaluationId}`
  return worst ? `${page}?${new URLSearchParams({ task: worst.task })}` : page
}

function Never({ hasScores }: { hasScores: boolean }) {
  return (
    <>
      <td>
        <b>{hasScores ? say.neverByGroup : say.never}</b>
        <span className="note">{hasScores ? say.neverByGroupWhy : say.neverWhy}</span>
      </td>
      <td className="number" data-head={say.findings}>
        {say.notKnown}
      </td>
      <td data-head={say.worst}>{say.notKnown}</td>
    </>
  )
}

function Stand({ evaluation }: { evaluation: EvaluatedVersion['evaluation'] }) {
  const { datasetName, createdAt, isSynthetic, tasks, answered, computing, findings, worst } = evaluation
  const isDone = answered === tasks
  return (
    <>
      <td>
        {say.tasks(answered, tasks)}
        <span className="note">{say.at(datasetName, dayText(createdAt))}</span>
        {isSynthetic && <span className="tag">{words.synthetic}</span>}
        {!isDone && <span className="note">{computing > 0 ? say.computing(computing) : say.notTested}</span>}
      </td>
      <td className="number" data-head={say.findings}>
        {answered === 0 ? <span className="quiet">{say.notKnown}</span> : <b className="findings-count">{findings}</b>}
      </td>
      <td data-head={say.worst}>
        {worst ? (
          <Worst worst={worst} />
        ) : (
          <span className="quiet">{answered === 0 ? say.notKnown : isDone ? say.none : say.noneSoFar}</span>
        )}
      </td>
    </>
  )
}

function Worst({ worst: { task, finding } }: { worst: NonNullable<EvaluatedVersion['evaluation']['worst']> }) {
  const { value, interval } = gapText(finding)
  return (
    <>
      {say.worstOf(task, sliceName(finding.slice).text)}
      <span className="note">
        {say.gaps[finding.harm](value)} <span className="unbroken">{interval}</span>
      </span>
    </>
  )
}
