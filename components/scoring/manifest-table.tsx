'use client'

import { useState } from 'react'
import { ManifestRow } from './manifest-row'
import { type RunChoices, tasksOf } from './run-choices'
import { words } from './words'

const say = words.manifest
/** With more columns than this, those that are left out are shown on demand only. */
const mostShown = 12

interface ManifestTableProps {
  choices: RunChoices
  onChange: (choices: RunChoices) => void
}

/** The columns of the manifest; of many, those first that were found to be something. */
export function ManifestTable({ choices, onChange }: ManifestTableProps) {
  const { columns } = choices
  // what was left out in the beginning; a column whose role changes while one looks stays where it is
  const [quiet] = useState(() => new Set(columns.filter(({ role }) => role === 'other').map(({ name }) => name)))
  const [isAll, setAll] = useState(columns.length <= mostShown)
  const shown = columns.filter(({ name }) => isAll || !quiet.has(name))
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard */}
      <section className="scroller" aria-label={say.column} tabIndex={0}>
        <table className="listed attributes">
          <thead>
            <tr>
              <th scope="col">{say.column}</th>
              <th scope="col">{say.role}</th>
              <th scope="col">{say.values}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((column) => (
              <ManifestRow
                key={column.name}
                column={column}
                tasks={tasksOf(choices)}
                choices={choices}
                onChange={onChange}
              />
            ))}
          </tbody>
        </table>
      </section>
      {!isAll && quiet.size > 0 && (
        <p className="inside">
          <button type="button" className="button" onClick={() => setAll(true)}>
            {say.showAll(columns.length)}
          </button>
        </p>
      )}
    </>
  )
}
