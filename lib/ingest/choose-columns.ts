import { type NumericLevels, numericLevels } from '@/lib/slices/numeric-levels'
import { chooseTask } from './choose-task'
import type { ColumnRoles, TaskColumns } from './guess-roles'
import { nearestName } from './nearest-name'
import type { ColumnFilter } from './row-filter'
import type { TableRequest } from './table-request'
import { UnmatchedColumns } from './unmatched-columns'

/** An attribute that is read. */
export interface ChosenAttribute {
  column: string
  numeric: NumericLevels | undefined
  /** nobody named it: it is left out when it turns out to have too many levels, or one */
  isGuessed: boolean
}

/** The columns that are read, and what for. */
export interface ChosenColumns {
  example: string | undefined
  subject: string | undefined
  split: string | undefined
  task: TaskColumns
  attributes: ChosenAttribute[]
  /** `where`, and the split */
  filters: ColumnFilter[]
  /** what was guessed, in plain English */
  notes: string[]
}

function checkNames(request: TableRequest, header: readonly string[]): void {
  const named: [option: string, column: string | undefined][] = [
    ['--example', request.example],
    ['--subject', request.subject],
    ['--label', request.label],
    ['--score', request.score],
    ['--decision', request.decision],
    ...request.where.map(({ column }): [string, string] => ['--where', column]),
    ...request.numeric.map(({ column }): [string, string] => ['--numeric', column]),
    ...(request.attributes ?? []).map((column): [string, string] => ['--by', column]),
  ]
  const missing = named.flatMap(([path, column]) =>
    column === undefined || header.includes(column)
      ? []
      : [{ path, message: `There is no column ${column}.${nearestName(column, header)}` }],
  )
  if (missing.length > 0) throw new UnmatchedColumns(missing.map((fault) => fault.message).join(' '), missing)
}

function chooseAttributes(
  request: TableRequest,
  roles: ColumnRoles,
  taken: Set<string | undefined>,
): ChosenAttribute[] {
  const numeric = new Map(request.numeric.map(({ column, edges }) => [column, numericLevels(edges)]))
  const columns =
    request.attributes ??
    new Set([
      ...roles.attributes.filter((column) => !taken.has(column)),
      ...request.numeric.map(({ column }) => column),
    ])
  return [...new Set(columns)].map((column) => ({
    column,
    numeric: numeric.get(column),
    isGuessed: request.attributes === undefined && !numeric.has(column),
  }))
}

function notesOf(request: TableRequest, roles: ColumnRoles, chosen: Omit<ChosenColumns, 'notes'>): string[] {
  const { example, subject, task, split } = chosen
  const notes: string[] = []
  const guessed = (column: string | undefined, role: string, given: string | undefined) => {
    if (column !== undefined && given === undefined)
      notes.push(`${column} is taken for the ${role}: ${roles.why.get(column) ?? 'it is the only one'}.`)
  }
  guessed(example, 'image id', request.example)
  guessed(subject, 'patient id', request.subject)
  guessed(task.label, 'label', request.label)
  guessed(task.score, 'score', request.score)
  guessed(task.decision, 'decision', request.decision)
  if (example === undefined)
    notes.push(
      'No column names the images, so each row counts as an image of its own and none can be found to be there twice.',
    )
  if (subject === undefined)
    notes.push('No column names the patients: intervals assume that no patient has two images.')
  if (split !== undefined && request.split === undefined)
    notes.push(`Rows of all values of ${split} are used; pick one with --split.`)
  return notes
}

/** Brings what was asked for and what was guessed together. Throws `UnmatchedColumns` for names that the table lacks. */
export function chooseColumns(request: TableRequest, header: readonly string[], roles: ColumnRoles): ChosenColumns {
  checkNames(request, header)
  const task = chooseTask(request, roles, header)
  const free = (column: string | undefined) =>
    column !== undefined && [task.label, task.score, task.decision].includes(column) ? undefined : column
  const subject = request.subject ?? (roles.subject === request.example ? undefined : free(roles.subject))
  const example = request.example ?? (roles.example === request.subject ? undefined : free(roles.example))
  const split = free(roles.split)
  if (request.split !== undefined && split === undefined)
    throw new UnmatchedColumns('No column tells the split of a row. Pick rows by any column with --where column=value.')
  const filters = [...request.where]
  if (request.split !== undefined && split !== undefined) filters.push({ column: split, value: request.split })
  const taken = new Set([example, subject, task.label, task.score, task.decision])
  const wrong = request.attributes?.find((column) => taken.has(column))
  if (wrong !== undefined) {
    const use =
      wrong === example ? 'names images' : wrong === subject ? 'names patients' : 'is the label, score or decision'
    throw new UnmatchedColumns(`${wrong} ${use}: it divides nobody into groups. Name another column in --by.`)
  }
  const attributes = chooseAttributes(request, roles, taken)
  const chosen = { example, subject, split, task, attributes, filters }
  return { ...chosen, notes: notesOf(request, roles, chosen) }
}
