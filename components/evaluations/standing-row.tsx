import { HoverLink } from '@/components/ui/hover-link'
import { valueText } from '@/lib/disparities/number-text'
import type { Measure } from '@/lib/wire/measure'
import type { TaskStanding } from '@/lib/wire/standing'
import { FamilyMark } from './family-mark'
import { GapPlot } from './gap-plot'
import type { GapScale } from './gap-scale'
import { gapText } from './gap-text'
import { taskText } from './level-text'
import { openingThreshold } from './opening-threshold'
import { sliceName } from './slice-name'
import { standingWords as say } from './standing-words'

interface StandingRowProps {
  standing: TaskStanding
  families: string[][]
  scale: GapScale
  margin: number
  href: string
  isCurrent: boolean
}

/** One task: how well it does overall, its worst slice, and each family; or why that is not known yet. */
export function StandingRow({ standing, families, scale, margin, href, isCurrent }: StandingRowProps) {
  const { task, answer, findings } = standing
  const head = (
    <th scope="row">
      <HoverLink href={href} aria-current={isCurrent ? 'true' : undefined}>
        {taskText(task)}
      </HoverLink>
      {answer && <span className="note standing-threshold">{openingThreshold(answer.threshold)}</span>}
    </th>
  )
  if (!answer) {
    const { state } = findings
    return (
      <tr>
        {head}
        <td className={state === 'computing' ? 'quiet' : 'hatched'} colSpan={families.length + 6}>
          {state === 'failed' ? say.failed : state === 'on_request' ? say.notTested : say.waiting}
        </td>
      </tr>
    )
  }
  const { worst, findingCount, comparisons } = answer
  return (
    <tr className={isCurrent ? 'is-current' : undefined}>
      {head}
      <Positives n={answer.n} positives={answer.positives} />
      <Auroc measure={answer.auroc} />
      <td className="standing-worst">
        {worst ? (
          <>
            {sliceName(worst.slice).text} <span className="quiet">{say.claims[worst.harm]}</span>
          </>
        ) : (
          <span className="quiet">{comparisons > 0 ? say.noGap : say.notTestable}</span>
        )}
      </td>
      <td className="standing-plot">{worst && <GapPlot finding={worst} scale={scale} margin={margin} />}</td>
      <td className="number standing-gap">
        {worst && (
          <>
            <b>{gapText(worst).value}</b> <span className="interval">{gapText(worst).interval}</span>
            {worst.metric === 'auroc' && <span className="note"> {say.auroc}</span>}
            {gapText(worst).reachesZero && <span className="hidden"> {say.reachesZero}</span>}
          </>
        )}
      </td>
      {families.map((by) => (
        <FamilyMark key={JSON.stringify(by)} by={by} family={answer.families.find((own) => isSame(own.by, by))} />
      ))}
      <td className="number standing-count">
        {findingCount}
        <span className="standing-noun"> {say.findingCount(findingCount).replace(/^\S+ /, '')}</span>
      </td>
    </tr>
  )
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name) => other.includes(name))
}

function Positives({ n, positives }: { n: number | null; positives: number | null }) {
  return (
    <td className="number standing-positives" data-head={say.positives}>
      {n === null || positives === null ? (
        say.suppressed
      ) : (
        <>
          {positives.toLocaleString('en')} <span className="interval">/ {n.toLocaleString('en')}</span>
        </>
      )}
    </td>
  )
}

function Auroc({ measure }: { measure: Measure | null }) {
  if (measure?.status !== 'estimated') return <td className="number hatched standing-auroc">{say.noAuroc}</td>
  const { value, low, high } = measure
  return (
    <td className="number standing-auroc" data-head={say.auroc}>
      {valueText(value)}{' '}
      <span className="interval">
        ({valueText(low)} to {valueText(high)})
      </span>
    </td>
  )
}
