import type { InputSpecification } from '@/lib/wire/input-specification'
import type { Task } from '@/lib/wire/task'
import { versionWords as words } from './version-words'

interface TaskOutputsProps {
  draft: InputSpecification
  known: Task[]
  onChange: (draft: InputSpecification) => void
}

/** Which output index is which task, of the project or new. */
export function TaskOutputs({ draft, known, onChange }: TaskOutputsProps) {
  const { tasks } = draft
  const set = (next: InputSpecification['tasks']) => onChange({ ...draft, tasks: next })
  const change = (place: number, to: Partial<InputSpecification['tasks'][number]>) =>
    set(tasks.map((each, at) => (at === place ? { ...each, ...to } : each)))
  const next = Math.max(-1, ...tasks.map(({ index }) => index)) + 1
  return (
    <fieldset className="plain">
      <legend>{words.tasks}</legend>
      <datalist id="known-tasks">
        {known.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
      <table className="outputs">
        <thead>
          <tr>
            <th scope="col">{words.index}</th>
            <th scope="col">{words.task}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {tasks.map(({ task, index }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place; a name changes while it is written
            <tr key={place}>
              <td>
                <input
                  type="number"
                  min={0}
                  aria-label={words.indexOf(place + 1)}
                  value={Number.isNaN(index) ? '' : index}
                  onChange={({ target }) => change(place, { index: target.valueAsNumber })}
                />
              </td>
              <td>
                <input
                  list="known-tasks"
                  aria-label={words.taskOf(place + 1)}
                  value={task}
                  maxLength={200}
                  onChange={({ target }) => change(place, { task: target.value })}
                />
              </td>
              <td>
                <button
                  type="button"
                  className="button"
                  aria-label={words.removeTask(task)}
                  disabled={tasks.length === 1}
                  onClick={() => set(tasks.filter((_, at) => at !== place))}
                >
                  {words.remove}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="row">
        <button type="button" className="button" onClick={() => set([...tasks, { task: '', index: next }])}>
          {words.addTask}
        </button>
        <span className="note">{words.tasksWhy}</span>
      </div>
    </fieldset>
  )
}
