import type { Task } from '@/lib/wire/task'
import { type RunChoices, tasksOf } from './run-choices'
import { words } from './words'

const say = words.manifest

interface TaskDirectionsProps {
  choices: RunChoices
  known: Task[]
  onChange: (choices: RunChoices) => void
}

/** What 1 means in each task of the version; known where the project has the task already. */
export function TaskDirections({ choices, known, onChange }: TaskDirectionsProps) {
  const options = [
    { value: 'disease', label: say.disease },
    { value: 'healthy', label: say.healthy },
  ] as const
  return (
    <>
      {tasksOf(choices).map((task) => {
        const isKnown = known.some(({ name }) => name === task)
        const direction = choices.directions[task]
        return (
          <fieldset key={task} className={direction ? 'direction' : 'direction needed'} disabled={isKnown}>
            <legend>
              <span className="hidden">{say.directionOf(task)}</span>
              <b aria-hidden="true">{task}</b>
              {isKnown && <span className="note"> {say.known}</span>}
            </legend>
            <div className="answers">
              {options.map(({ value, label }) => (
                <label key={value}>
                  <input
                    type="radio"
                    name={`direction-${task}`}
                    checked={direction === value}
                    onChange={() => onChange({ ...choices, directions: { ...choices.directions, [task]: value } })}
                  />
                  {label}
                </label>
              ))}
            </div>
          </fieldset>
        )
      })}
    </>
  )
}
