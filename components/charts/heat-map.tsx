/** A cell as it is drawn. */
export interface DrawnCell {
  key: string
  /** undefined: hatched, `texts` says why */
  step: number | undefined
  /** value, interval, n */
  texts: [string, string, string]
  label: string
}

interface HeatMapProps {
  title: string
  ramp: 'seq' | 'div'
  corner: string
  /** what the first and the last step of the ramp mean */
  ends: [string, string]
  columns: string[]
  rows: { name: string; cells: DrawnCell[] }[]
}

const steps = { seq: [1, 2, 3, 4, 5, 6, 7], div: [1, 2, 3, 4, 5, 6, 7, 8, 9] }

/** Levels of two attributes as a table of coloured cells, the margins last. */
export function HeatMap({ title, ramp, corner, ends, columns, rows }: HeatMapProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section className="scroller" aria-label={title} tabIndex={0}>
      <table className="heat" aria-label={title}>
        <thead>
          <tr>
            <th scope="col" className="note">
              {corner}
            </th>
            {columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, cells }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map(({ key, step, texts: [value, interval, n] }) => (
                <td key={key} data-group={key} className={step === undefined ? 'cell hatched' : `cell ${ramp}-${step}`}>
                  <b>{value}</b>
                  {interval && <span>{interval}</span>}
                  <i>{n}</i>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="heat-scale note">
        {ends[0]}
        {steps[ramp].map((step) => (
          <i key={step} className={`cell ${ramp}-${step}`} />
        ))}
        {ends[1]}
      </p>
    </section>
  )
}

const [cellWidth, cellHeight, headWidth, headHeight] = [92, 62, 90, 24]

/** The same as a drawing, for a file. */
export function HeatDrawing({ title, ramp, columns, rows }: HeatMapProps) {
  const [width, height] = [headWidth + columns.length * cellWidth, headHeight + rows.length * cellHeight]
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title} className="heat-drawing">
      {columns.map((name, column) => (
        <text key={name} className="tick" x={headWidth + (column + 0.5) * cellWidth} y="16" textAnchor="middle">
          {name}
        </text>
      ))}
      {rows.map(({ name, cells }, row) => (
        <g key={name} transform={`translate(0 ${headHeight + row * cellHeight})`}>
          <text className="tick" x="8" y={cellHeight / 2 + 4}>
            {name}
          </text>
          {cells.map(({ key, step, texts }, column) => (
            <g
              key={key}
              transform={`translate(${headWidth + column * cellWidth} 0)`}
              className={step === undefined ? 'cell-empty' : `${ramp}-${step}`}
            >
              <rect width={cellWidth - 2} height={cellHeight - 2} rx="4" />
              {texts.map((text, line) => (
                <text
                  // biome-ignore lint/suspicious/noArrayIndexKey: value, interval and n, in this order
                  key={line}
                  x={cellWidth / 2 - 1}
                  y={20 + line * 15}
                  textAnchor="middle"
                  fontSize={line === 0 ? 14 : 11}
                >
                  {text}
                </text>
              ))}
            </g>
          ))}
        </g>
      ))}
    </svg>
  )
}
