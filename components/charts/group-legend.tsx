import { GroupMark } from './group-mark'
import type { PlotGroup } from './plot-group'

interface GroupLegendProps {
  groups: (PlotGroup & { text: string })[]
  /** what the texts say, above them */
  head?: string
}

/** Line, marker and name of each group, with its number; one that has the focus is raised in all charts. */
export function GroupLegend({ groups, head }: GroupLegendProps) {
  return (
    <div className="group-legend">
      {head && <p>{head}</p>}
      <ul>
        {groups.map(
          ({ key, name, style, text }) =>
            style && (
              <li key={key}>
                <button type="button" data-group={key} onClick={({ currentTarget }) => currentTarget.focus()}>
                  <svg width="24" height="14" viewBox="0 -7 24 14" aria-hidden="true">
                    <line x2="24" stroke={style.color} strokeWidth="2" strokeDasharray={style.dash} />
                    <g transform="translate(12 0)">
                      <GroupMark style={style} radius={4} />
                    </g>
                  </svg>
                  <span>
                    <b>{name}</b> <i>{text}</i>
                  </span>
                </button>
              </li>
            ),
        )}
      </ul>
    </div>
  )
}
