import { familyHeight, forestHeight, rowHeight } from './forest-layout'
import type { ForestPlot } from './forest-row'
import { type ForestScale, placeOn } from './forest-scale'

interface ForestGroundProps {
  plot: ForestPlot
  column: number
  scale: ForestScale
  isDifference: boolean
  margin: number
}

/**
 * What lies below the rows of a column: grid, reference line or margin; and above them the two paths that are drawn
 * while the threshold moves. It stands in the first row and reaches over all.
 */
export function ForestGround({ plot, column, scale, isDifference, margin }: ForestGroundProps) {
  const height = forestHeight(plot)
  const at = (value: number) => `${Math.min(100, Math.max(0, placeOn(scale, value)))}%`
  return (
    <svg className="ground" width="100%" height={height} aria-hidden="true" data-column={column}>
      {isDifference && (
        <rect
          className="margin"
          x={at(-margin)}
          width={`${placeOn(scale, margin) - placeOn(scale, -margin)}%`}
          height={height}
        />
      )}
      {scale.ticks.map((tick) => (
        <line key={tick} className="grid" x1={at(tick)} x2={at(tick)} y2={height} />
      ))}
      {isDifference && <line className="comparator" x1={at(0)} x2={at(0)} y2={height} />}
      {!isDifference &&
        references(plot, column).map(({ key, value, top, bottom }) => (
          <line key={key} className="comparator" x1={at(value)} x2={at(value)} y1={top} y2={bottom} />
        ))}
      <path className="live comparator" />
      <path className="live outside" />
      <path className="live point" />
    </svg>
  )
}

/** The value of the slice that the others of a family are compared to, over the height of its rows. */
function references({ families }: ForestPlot, column: number) {
  let top = rowHeight
  return families.flatMap(({ key, rows, reference }) => {
    const from = top + familyHeight
    top = from + rows.length * rowHeight
    const value = reference?.[column]
    return value === undefined ? [] : [{ key, value, top: from, bottom: top }]
  })
}
