import { type ColumnRole, type ManifestColumn, type RunChoices, withColumn } from './run-choices'
import { words } from './words'

const say = words.manifest
const roles = ['image', 'subject', 'attribute', 'other'] as const

interface ManifestRowProps {
  column: ManifestColumn
  tasks: readonly string[]
  choices: RunChoices
  onChange: (choices: RunChoices) => void
}

/** A column of the manifest and what it is for. */
export function ManifestRow({ column, tasks, choices, onChange }: ManifestRowProps) {
  const { name, role, task, values } = column
  function choose(value: string) {
    const [chosen, at] = value.split(':')
    const change = { role: chosen as ColumnRole, task: at === undefined ? '' : tasks[Number(at)] }
    onChange(withColumn(choices, name, change))
  }
  return (
    <tr className={role === 'label' ? 'tinted' : role === 'other' ? 'quiet' : undefined}>
      <th scope="row">
        <code>{name}</code>
      </th>
      <td>
        <select
          aria-label={say.roleOf(name)}
          value={role === 'label' ? `label:${tasks.indexOf(task)}` : role}
          onChange={({ target }) => choose(target.value)}
        >
          {roles.map((each) => (
            <option key={each} value={each}>
              {say.roles[each]}
            </option>
          ))}
          {tasks.map((each, at) => (
            <option key={each} value={`label:${at}`}>
              {say.labelOf(each)}
            </option>
          ))}
        </select>
      </td>
      <td>{values.join(', ')}</td>
    </tr>
  )
}
