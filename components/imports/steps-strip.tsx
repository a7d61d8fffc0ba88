import { StateMark } from '@/components/ui/state-mark'
import type { OpenPoint, StepName } from './open-points'
import { words } from './words'

const names: StepName[] = ['file', 'columns', 'direction', 'attributes', 'names']

/** The steps, each with its state in word and shape; all are open, none is locked. */
export function StepsStrip({ points, needless }: { points: OpenPoint[] | undefined; needless: StepName[] }) {
  return (
    <ol className="steps" aria-label={words.stepsLabel}>
      {names.map((name) => {
        const open = points?.filter(({ step }) => step === name).length ?? 0
        const isDone = points !== undefined && open === 0
        return (
          <li key={name}>
            <a href={`#step-${name}`}>
              <StateMark state={isDone ? 'done' : points && name === 'columns' ? 'attention' : 'open'} />
              <span>
                <b>{words.steps[name]}</b>
                <span className="note">{stateText(isDone, open, needless.includes(name))}</span>
              </span>
            </a>
          </li>
        )
      })}
    </ol>
  )
}

function stateText(isDone: boolean, open: number, isNeedless: boolean) {
  if (isDone) return isNeedless ? words.notNeeded : words.done
  return open > 0 ? words.toSettle(open) : words.waiting
}
