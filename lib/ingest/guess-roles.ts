import { attributeConcept } from '@/lib/slices/attribute-concept'
import {
  exampleColumn,
  isByproductName,
  isTimeName,
  isTimeText,
  splitColumn,
  subjectColumn,
  taskColumnName,
} from './column-kind'
import { type Cell, printCell } from './raw-batch'

/** The columns of one binary task. */
export interface TaskColumns {
  task: string
  label: string
  /** undefined where the product gives only a decision, which then is the score */
  score: string | undefined
  decision: string | undefined
}

/** What each column of a predictions table is for. */
export interface ColumnRoles {
  example: string | undefined
  subject: string | undefined
  split: string | undefined
  time: string[]
  tasks: TaskColumns[]
  attributes: string[]
  /** columns without a role */
  other: string[]
  /** for each column, why it has its role, in plain English */
  why: ReadonlyMap<string, string>
}

function guessTasks(columns: readonly string[], why: Map<string, string>): TaskColumns[] {
  const named = columns.flatMap((column) => {
    const name = taskColumnName(column)
    return name === undefined ? [] : [{ column, ...name, key: name.task.toLowerCase() }]
  })
  const best = (kind: string, key?: string) =>
    named
      .filter((column) => column.kind === kind && (key === undefined || column.key === key))
      .sort((a, b) => a.rank - b.rank)[0]
  const has = (kind: string) => named.some((column) => column.kind === kind)
  const scoring = has('score') ? 'score' : 'decision' // a lone `pred` is the score
  const pairs = [...new Set(named.map((column) => column.key))].flatMap((key) => {
    const [label, score, decision] = [best('label', key), best(scoring, key), best('decision', key)]
    return label === undefined || score === undefined
      ? []
      : [{ label, score, decision: scoring === 'score' ? decision : undefined }]
  })
  const labels = named.filter((column) => column.kind === 'label')
  const scores = named.filter((column) => column.kind === scoring)
  if (pairs.length === 0 && labels.length === 1 && scores.length === 1)
    pairs.push({ label: labels[0], score: scores[0], decision: scoring === 'score' ? best('decision') : undefined })

  for (const { label, score, decision } of pairs) {
    why.set(label.column, `its name says that it is a label, and ${score.column} is the score that goes with it`)
    why.set(score.column, `its name says that it is a score, and ${label.column} is the label that goes with it`)
    if (decision !== undefined) why.set(decision.column, `its name says that it is a decision about ${label.column}`)
  }
  for (const { column, kind } of named)
    if (!why.has(column)) why.set(column, `its name looks like a ${kind}, but nothing goes with it`)
  return pairs.map(({ label, score, decision }) => ({
    task: label.task || score.task || label.column,
    label: label.column,
    score: score.column,
    decision: decision?.column,
  }))
}

function isMostlyDistinct(cells: ArrayLike<Cell>): boolean {
  const known = Array.from(cells, printCell).filter((text) => text !== '')
  return known.length >= 50 && new Set(known).size > known.length / 2
}

function holdsTimes(cells: ArrayLike<Cell>): boolean {
  const known = Array.from(cells, printCell).filter((text) => text !== '')
  return known.length > 0 && known.every(isTimeText)
}

/**
 * Proposes what each column of a predictions table is for, from the columns' names and, where given, their first
 * cells. A proposal, to be shown and corrected: a name that the person gives always wins.
 */
export function guessRoles(
  header: readonly string[],
  samples: ReadonlyMap<string, ArrayLike<Cell>> = new Map(),
): ColumnRoles {
  const why = new Map<string, string>()
  const claim = (column: string | undefined, reason: string) => {
    if (column !== undefined) why.set(column, reason)
    return column
  }
  const free = () => header.filter((column) => !why.has(column))
  const subject = claim(subjectColumn(header), 'its name says that it tells patients apart')
  const example = claim(exampleColumn(free()), 'its name says that it tells images or cases apart')
  const split = claim(splitColumn(free()), 'its name says which rows are for training and which for testing')
  const tasks = guessTasks(free(), why)
  const isTask = new Set(tasks.flatMap((task) => [task.label, task.score, task.decision]))
  const other = [...why.keys()].filter((column) => !isTask.has(column) && ![subject, example, split].includes(column))

  const time: string[] = []
  const attributes: string[] = []
  for (const column of free()) {
    const { concept } = attributeConcept(column)
    const cells = samples.get(column) ?? []
    if ((concept === undefined && isTimeName(column)) || holdsTimes(cells)) {
      why.set(column, 'it holds dates or times')
      time.push(column)
    } else if (isByproductName(column) || isMostlyDistinct(cells)) {
      why.set(
        column,
        isByproductName(column) ? 'its name says that it follows from other columns' : 'nearly all its values differ',
      )
      other.push(column)
    } else {
      why.set(
        column,
        concept === undefined ? 'no other role fits it' : `its name says that it is about ${concept.replace('_', ' ')}`,
      )
      attributes.push(column)
    }
  }
  return { example, subject, split, time, tasks, attributes, other, why }
}
