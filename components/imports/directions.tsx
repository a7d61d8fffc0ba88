import { StateMark } from '@/components/ui/state-mark'
import type { Direction } from '@/lib/wire/metric-frame'
import { type Declaration, declaredTasks } from './declaration'
import { leavesDirectionOpen } from './suggests-health'
import { words } from './words'

interface DirectionsProps {
  declaration: Declaration
  onChange: (declaration: Declaration) => void
}

/** What 1 means in each task. */
export function Directions({ declaration, onChange }: DirectionsProps) {
  const { columns, directions, kind } = declaration
  const tasks = declaredTasks(columns).filter(({ name }) => name !== '')
  const declare = (task: string, direction: Direction) =>
    onChange({ ...declaration, directions: { ...directions, [task]: direction } })
  // what must be declared comes first
  const ordered = [...tasks].sort((a, b) => Number(leavesDirectionOpen(b.name)) - Number(leavesDirectionOpen(a.name)))
  return (
    <section className="panel flush" id="step-direction">
      <header>
        <h2>{words.direction}</h2>
        <p className="quiet">{words.directionWhy}</p>
      </header>
      {kind === 'scores' ? (
        <p className="inside">{words.directionKnown}</p>
      ) : (
        <>
          {ordered.map(({ name }) => (
            <DirectionChoice
              key={name}
              task={name}
              direction={directions[name]}
              onDeclare={(to) => declare(name, to)}
            />
          ))}
          <p className="note footnote">
            {words.diseaseMeans} {words.healthyMeans}
          </p>
        </>
      )}
    </section>
  )
}

interface DirectionChoiceProps {
  task: string
  direction: Direction | undefined
  onDeclare: (direction: Direction) => void
}

function DirectionChoice({ task, direction, onDeclare }: DirectionChoiceProps) {
  const options = [
    { value: 'disease', label: words.disease },
    { value: 'healthy', label: words.healthy },
  ] as const
  return (
    <fieldset className={direction ? 'direction' : 'direction needed'}>
      <legend>
        <span className="hidden">{words.directionOf(task)}</span>
        <b aria-hidden="true">{task}</b>
      </legend>
      <div className="radios">
        {options.map(({ value, label }) => (
          <label key={value}>
            <input
              type="radio"
              name={`direction-${task}`}
              checked={direction === value}
              onChange={() => onDeclare(value)}
            />
            {label}
          </label>
        ))}
      </div>
      {direction === undefined && (
        <p className="row need">
          <StateMark state="open" />
          {words.declare}
        </p>
      )}
    </fieldset>
  )
}
