import { type ChartTable, cellText } from './chart-table'

/** The rows behind a chart. */
export function TableBehind({ title, table: { columns, rows } }: { title: string; table: ChartTable }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section className="scroller" aria-label={title} tabIndex={0}>
      <table className="behind" aria-label={title}>
        <thead>
          <tr>
            {columns.map(({ head }) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr key={cells.join()}>
              {cells.map((cell, at) =>
                at === 0 ? (
                  <th key={columns[at].head} scope="row">
                    {cellText(columns[at], cell)}
                  </th>
                ) : (
                  <td key={columns[at].head} className={typeof cell === 'number' ? 'number' : undefined}>
                    {cellText(columns[at], cell)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
