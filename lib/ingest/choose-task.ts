import { wordsOf } from '@/lib/slices/attribute-concept'
import { taskColumnName } from './column-kind'
import type { ColumnRoles, TaskColumns } from './guess-roles'
import { nearestName } from './nearest-name'
import type { TableRequest } from './table-request'
import { UnmatchedColumns } from './unmatched-columns'

/** a long table says in a column of its own which task a row is about */
function filteredTask({ where }: TableRequest): string | undefined {
  return where.find(({ column }) => /^(task|target|finding|disease|pathology|condition)$/.test(wordsOf(column)))?.value
}

function explicitTask(request: TableRequest, { tasks }: ColumnRoles, header: readonly string[]): TaskColumns {
  const { label, score, decision } = request
  const named = tasks.filter(({ task }) => task.toLowerCase() === request.task?.toLowerCase())
  const possible = (named.length > 0 ? named : tasks).filter((task) => label === undefined || task.label === label)
  const scored = possible.filter((task) => task.score === score)
  const known = scored.length > 0 ? scored : possible
  const sole = (kind: 'label' | 'score') => {
    const columns = header.filter((column) => taskColumnName(column)?.kind === kind)
    return columns.length === 1 ? columns[0] : undefined
  }
  const partner = known.length === 1 ? known[0] : undefined
  const chosenLabel = label ?? partner?.label ?? sole('label')
  const chosenScore = score ?? partner?.score ?? sole('score')
  const chosenDecision = decision ?? (partner?.score === chosenScore ? partner?.decision : undefined)
  if (chosenLabel === undefined) throw new UnmatchedColumns('Which column is the label? Name it with --label.')
  if (chosenScore === undefined && decision === undefined)
    throw new UnmatchedColumns(`Which column is the score that goes with ${chosenLabel}? Name it with --score.`)
  const task = request.task ?? filteredTask(request) ?? (taskColumnName(chosenLabel)?.task || chosenLabel)
  return { task, label: chosenLabel, score: chosenScore, decision: chosenDecision }
}

/** The one task that is asked for. Throws `UnmatchedColumns` where it stays unclear, listing the tasks there are. */
export function chooseTask(request: TableRequest, roles: ColumnRoles, header: readonly string[]): TaskColumns {
  if (request.label !== undefined || request.score !== undefined || request.decision !== undefined)
    return explicitTask(request, roles, header)
  const { tasks } = roles
  const names = tasks.map((task) => task.task)
  if (tasks.length === 0)
    throw new UnmatchedColumns(
      'No label and score that belong together were found. Name the columns with --label and --score. ' +
        `The columns are: ${header.slice(0, 60).join(', ')}${header.length > 60 ? ' and others' : ''}.`,
    )
  if (request.task === undefined) {
    if (tasks.length > 1)
      throw new UnmatchedColumns(`The table has ${tasks.length} tasks. Name one with --task: ${names.join(', ')}.`)
    const [sole] = tasks
    return sole.task === sole.label ? { ...sole, task: filteredTask(request) ?? sole.task } : sole
  }
  const wanted = request.task
  const found =
    tasks.find(({ task }) => task === wanted) ?? tasks.find(({ task }) => task.toLowerCase() === wanted.toLowerCase())
  if (found !== undefined) return found
  const [sole] = tasks // one whose columns name no task may be called anything
  if (tasks.length === 1 && sole.task === sole.label) return { ...sole, task: wanted }
  throw new UnmatchedColumns(`The table has no task ${wanted}.${nearestName(wanted, names)}`)
}
