import Link from 'next/link'
import { capital } from '@/components/evaluations/attribute-names'
import type { EvaluationStanding, ProjectStanding } from '@/lib/wire/standing'
import { tasksByFamily } from './project-headline'
import { byFamilies, words } from './words'

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
  const few = leading ? tasksByFamily(leading, ({ tooFew }) => tooFew > 0) : []
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
        {leading && few.length > 0 && (
          <li>
            <b>{say.few}</b>
            {capital(say.fewWhy(byFamilies(few, leading.tasks.length)))}{' '}
            <Link href={`/projects/${projectId}/evaluations/${leading.evaluationId}`}>{say.more}</Link>
          </li>
        )}
        {missing.length + few.length === 0 && <li>{say.all}</li>}
      </ul>
    </section>
  )
}
