import Link from 'next/link'
import { capital, familyName } from '@/components/evaluations/attribute-names'
import type { EvaluationStanding, ProjectStanding } from '@/lib/wire/standing'
import { words } from './words'

const say = words.never
const ofImages = ['site', 'scanner', 'view']

interface NeverEvaluatedProps {
  projectId: number
  standing: ProjectStanding
  /** of the evaluation that the headline speaks of */
  leading: EvaluationStanding | undefined
}

/** What nobody has looked at, because no dataset has it, or because there are too few. */
export function NeverEvaluated({ projectId, standing: { neverEvaluated }, leading }: NeverEvaluatedProps) {
  const [people, images] = [false, true].map((isOfImages) =>
    neverEvaluated.filter((concept) => ofImages.includes(concept) === isOfImages),
  )
  const missing = [people, images].filter((concepts) => concepts.length > 0)
  const few = leading ? smallFamilies(leading) : []
  return (
    <section className="panel flush never" aria-label={say.title}>
      <header>
        <h2>{say.title}</h2>
      </header>
      <ul>
        {missing.map((concepts) => (
          <li key={concepts[0]}>
            <b>{capital(concepts.map((concept) => say.concepts[concept] ?? concept).join(', '))}</b>
            {say.missing} <Link href={`/projects/${projectId}/import`}>{say.join}</Link>
          </li>
        ))}
        {few.map(({ by, tasks }) => (
          <li key={by.join()}>
            <b>{say.few(familyName(by))}</b>
            {say.fewWhy(tasks, leading?.tasks.length ?? 0)}{' '}
            <Link href={`/projects/${projectId}/evaluations/${leading?.evaluationId}`}>{say.more}</Link>
          </li>
        ))}
        {missing.length + few.length === 0 && <li>{say.all}</li>}
      </ul>
    </section>
  )
}

/** Families of which some slice is too small, and in how many tasks. */
function smallFamilies({ families, tasks }: EvaluationStanding): { by: string[]; tasks: number }[] {
  const answers = tasks.flatMap(({ answer }) => answer ?? [])
  return families
    .map((by) => ({
      by,
      tasks: answers.filter((answer) => answer.families.some((own) => own.tooFew > 0 && own.by.join() === by.join()))
        .length,
    }))
    .filter((family) => family.tasks > 0)
}
