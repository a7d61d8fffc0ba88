import { StateMark } from '@/components/ui/state-mark'
import type { RunPoint, RunStep } from './run-points'
import { words } from './words'

const names: RunStep[] = ['version', 'dataset', 'images', 'manifest', 'attributes']

/** The steps, each with its state in word and shape; all are open, none is locked. */
export function StepsStrip({ points }: { points: RunPoint[] }) {
  return (
    <ol className="steps" aria-label={words.stepsLabel}>
      {names.map((name) => {
        const open = points.filter(({ step }) => step === name).length
        return (
          <li key={name}>
            <a href={`#step-${name}`}>
              <StateMark state={open === 0 ? 'done' : 'open'} />
              <span>
                <b>{words.steps[name]}</b>
                <span className="note">{open === 0 ? words.done : words.toSettle(open)}</span>
              </span>
            </a>
          </li>
        )
      })}
    </ol>
  )
}
