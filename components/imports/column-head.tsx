import type { ColumnGuess } from '@/lib/wire/table-preview'
import type { ColumnChoice, Role } from './declaration'
import { words } from './words'

interface ColumnHeadProps {
  choice: ColumnChoice
  why: string
  /** the roles that can be chosen */
  roles: readonly Role[]
  onChange: (change: Partial<ColumnChoice>) => void
}

/** Name, role and task of a column, and why it was guessed so. */
export function ColumnHead({ choice, why, roles, onChange }: ColumnHeadProps) {
  const { name, role, task } = choice
  const hasTask = role === 'label' || role === 'score' || role === 'decision'
  return (
    <th scope="col" className={columnClass(role)}>
      <code>{name}</code>
      <select
        aria-label={words.roleOf(name)}
        value={roles.includes(role) ? role : 'other'}
        onChange={(event) => onChange({ role: event.target.value as Role })}
      >
        {roles.map((each) => (
          <option key={each} value={each}>
            {words.roles[each]}
          </option>
        ))}
      </select>
      {hasTask && (
        <input
          aria-label={words.taskOf(name)}
          placeholder={words.taskName}
          value={task}
          maxLength={200}
          onChange={(event) => onChange({ task: event.target.value })}
        />
      )}
      <span className="why">{why}</span>
    </th>
  )
}

/** Label and score columns are tinted, those left out are hatched. */
export function columnClass(role: ColumnGuess['role']): string | undefined {
  if (role === 'label' || role === 'score' || role === 'decision') return 'tinted'
  return role === 'other' || role === 'time' ? 'hatched' : undefined
}
