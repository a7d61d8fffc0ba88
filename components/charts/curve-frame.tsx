import type { ReactNode } from 'react'

/** A square plot: its side, and the margins around it. */
export const side = 300
export const margins = { left: 44, top: 10, right: 16, bottom: 40 }
export const frameWidth = side + margins.left + margins.right

interface CurveFrameProps {
  title: string
  xTitle: string
  yTitle: string
  xTicks: { at: number; text: string }[]
  yTicks: { at: number; text: string }[]
  /** below the square, for a legend or a histogram */
  extra?: number
  below?: ReactNode
  children: ReactNode
}

/** Grid, ticks and titles of a square plot; `at` runs from 0 to 1, upwards for y. */
export function CurveFrame({ title, xTitle, yTitle, xTicks, yTicks, extra = 0, below, children }: CurveFrameProps) {
  const height = side + margins.top + margins.bottom + extra
  return (
    <svg className="curve-plot" viewBox={`0 0 ${frameWidth} ${height}`} role="img" aria-label={title}>
      <g transform={`translate(${margins.left} ${margins.top})`}>
        {xTicks.map(({ at, text }) => (
          <g key={text}>
            <line className="grid" x1={at * side} x2={at * side} y2={side} />
            <text className="tick" x={at * side} y={side + 15} textAnchor="middle">
              {text}
            </text>
          </g>
        ))}
        {yTicks.map(({ at, text }) => (
          <g key={text}>
            <line className="grid" x2={side} y1={side - at * side} y2={side - at * side} />
            <text className="tick" x="-7" y={side - at * side + 4} textAnchor="end">
              {text}
            </text>
          </g>
        ))}
        <text className="tick" x={side / 2} y={side + 33} textAnchor="middle">
          {xTitle}
        </text>
        <text className="tick" textAnchor="middle" transform={`translate(-33 ${side / 2}) rotate(-90)`}>
          {yTitle}
        </text>
        {children}
      </g>
      {below && <g transform={`translate(${margins.left} ${margins.top + side + margins.bottom})`}>{below}</g>}
    </svg>
  )
}

/** 0 to 100 in quarters. */
export const shareTicks = [0, 25, 50, 75, 100].map((percent) => ({ at: percent / 100, text: String(percent) }))
