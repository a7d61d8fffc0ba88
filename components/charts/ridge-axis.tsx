import { type ScoreAxis, scorePlace, scoreTicks } from './ridge-shape'
import { thresholdText, words } from './ridge-words'

/** The axis of the scores, and on it a mark for each operating point that the version has. */
export function RidgeAxis({ axis, operatingPoints }: { axis: ScoreAxis; operatingPoints: number[] }) {
  const inside = operatingPoints.filter((point) => Math.abs(scorePlace(axis, point) - 50) <= 50)
  const said = inside.map(label).join(', ')
  return (
    <svg width="100%" height="16" className="axis" role="img" aria-label={said || undefined} aria-hidden={said === ''}>
      {scoreTicks(axis).map((tick) => {
        const place = scorePlace(axis, tick)
        return (
          <text
            key={tick}
            x={`${Math.min(100, Math.max(0, place))}%`}
            y="12"
            textAnchor={place > 97 ? 'end' : place < 3 ? 'start' : 'middle'}
          >
            {thresholdText(tick)}
          </text>
        )
      })}
      {inside.map((point) => (
        <svg key={point} x={`${scorePlace(axis, point)}%`} y="0" aria-hidden="true">
          <path className="operating-point" d="M0-1-4-7H4z">
            <title>{label(point)}</title>
          </path>
        </svg>
      ))}
    </svg>
  )
}

const label = (point: number) => words.operatingPoint(thresholdText(point))
