'use client'

import type { ColumnGuess, TablePreview } from '@/lib/wire/table-preview'
import { ColumnHead, columnClass } from './column-head'
import { type ColumnChoice, type Declaration, declaredTasks, type Role, withColumn } from './declaration'
import { words } from './words'

const shownRows = 5
const datasetRoles: Role[] = ['example', 'subject', 'label', 'score', 'decision', 'attribute', 'split', 'other']
const scoresRoles: Role[] = ['example', 'score', 'decision', 'other']

interface ColumnTableProps {
  preview: TablePreview
  declaration: Declaration
  onChange: (declaration: Declaration) => void
}

/** The first rows of the table; the head of each column says what it is for, the last row what was found in it. */
export function ColumnTable({ preview, declaration, onChange }: ColumnTableProps) {
  const { columns, kind } = declaration
  const roles = kind === 'scores' ? scoresRoles : datasetRoles
  const shown = (role: Role): Role => (roles.includes(role) ? role : 'other')
  const change = (name: string, to: Partial<ColumnChoice>) => onChange(withColumn(declaration, name, to))
  return (
    <section className="panel flush" id="step-columns">
      <header>
        <h2>{words.columns}</h2>
        <p className="quiet">{words.columnsWhy(columns.length, declaredTasks(columns).length)}</p>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard */}
      <section className="scroller" aria-label={words.columns} tabIndex={0}>
        <table className="preview">
          <thead>
            <tr>
              <th scope="col">{words.row}</th>
              {columns.map((choice, at) => (
                <ColumnHead
                  key={choice.name}
                  choice={choice}
                  why={preview.columns[at].why}
                  roles={roles}
                  onChange={(to) => change(choice.name, to)}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.rows.slice(0, shownRows).map((row, number) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row's number is what it is
              <tr key={number}>
                <th scope="row">{number + 1}</th>
                {row.map((cell, at) => (
                  <td key={columns[at].name} className={columnClass(shown(columns[at].role))}>
                    {cell === '' ? <span className="quiet">{words.blank}</span> : cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{words.found}</th>
              {preview.columns.map((column, at) => (
                <td key={column.name} className={columnClass(shown(columns[at].role))}>
                  {foundText(column)}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </section>
      <p className="note footnote">{words.among(preview.looked)}</p>
    </section>
  )
}

function foundText({ levels, histogram }: ColumnGuess): string {
  if (levels.length > 0) {
    const shown = levels.slice(0, 3).map(({ level, rows }) => `${level || words.blank}: ${rows.toLocaleString('en')}`)
    return words.levels(shown.join(', '), levels.length - shown.length)
  }
  return histogram ? words.range(histogram.min, histogram.max) : words.many
}
