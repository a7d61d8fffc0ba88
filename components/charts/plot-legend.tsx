import { GroupMark } from './group-mark'
import type { PlotGroup } from './plot-group'

interface PlotLegendProps {
  groups: (PlotGroup & { text: string })[]
  /** what the texts say, above them */
  head: string
  x: number
  y: number
}

export const legendLine = 17

/** Line, marker and name of each group, with its number, as a part of a drawing that is saved. */
export function PlotLegend({ groups, head, x, y }: PlotLegendProps) {
  return (
    <g className="plot-legend">
      <text x={x} y={y + 10}>
        {head}
      </text>
      {groups.map(
        ({ key, name, style, text }, at) =>
          style && (
            <g key={key} data-group={key} transform={`translate(${x} ${y + (at + 1) * legendLine + 6})`}>
              <line x2="24" stroke={style.color} strokeWidth="2" strokeDasharray={style.dash} />
              <g transform="translate(12 0)">
                <GroupMark style={style} radius={4} />
              </g>
              <text x="30" y="4" className="is-name">
                {name} <tspan className="is-quiet">{text}</tspan>
              </text>
            </g>
          ),
      )}
    </g>
  )
}
