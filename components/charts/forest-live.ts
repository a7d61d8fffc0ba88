import { placedRows, rowHeight } from './forest-layout'
import type { ForestMetric, ForestPlot } from './forest-row'
import { type ForestScale, placeOn } from './forest-scale'
import { cellDifferenceText, cellValueText } from './forest-text'
import { type CountsAbove, isMoving, rateAt } from './threshold-counts'

/** The counts of a group and of those it is compared with. */
export interface ComparedCounts {
  own: CountsAbove
  others: CountsAbove | undefined
}

/** Draws the points, comparators and numbers of a forest plot for an edge, without React. */
export type DrawForest = (edge: number) => void

interface Drawn {
  y: number
  counts: ComparedCounts
  /** cells of value and of what stands beside it, one pair a metric */
  texts: (readonly [Element, Element] | undefined)[]
}

/**
 * Finds the parts of a table that move, once for a rendering; what it returns is called in every frame of a drag.
 * @param countsOf undefined for a group of which the curves say nothing
 */
export function forestDrawing(
  table: HTMLTableElement,
  plot: ForestPlot,
  scales: readonly ForestScale[],
  isDifference: boolean,
  countsOf: (group: string) => ComparedCounts | undefined,
): DrawForest {
  const elements = [...table.querySelectorAll<HTMLElement>('.forest-row')]
  const rows = placedRows(plot).flatMap(({ row, y }, at): Drawn[] => {
    const counts = countsOf(row.group)
    if (!counts) return []
    const texts = plot.metrics.map(({ key }, column) => {
      if (!isMoving(key) || row.cells[column].reason) return undefined
      const live = elements[at].querySelectorAll(`[data-live="${key}"]`)
      return live.length === 2 ? ([live[0], live[1]] as const) : undefined
    })
    return [{ y, counts, texts }]
  })
  const grounds = plot.metrics.flatMap((metric, column) => {
    const ground = isMoving(metric.key) && table.querySelector<SVGElement>(`.ground[data-column="${column}"]`)
    return ground ? [{ column, metric, ground, paths: ground.querySelectorAll<SVGPathElement>('.live') }] : []
  })
  let measured: { widths: number[]; top: number } | undefined
  return (edge) => {
    measured ??= {
      widths: grounds.map(({ ground }) => ground.getBoundingClientRect().width),
      top: (elements[0]?.getBoundingClientRect().top ?? 0) + window.scrollY,
    }
    const [first, last] = [
      window.scrollY - measured.top - rowHeight,
      window.scrollY - measured.top + window.innerHeight,
    ]
    const seen = rows.filter(({ y }) => y > first && y < last + rowHeight)
    for (const [at, { column, metric, paths }] of grounds.entries()) {
      const width = measured.widths[at]
      if (width > 0) drawColumn(seen, column, metric, scales[column], width, paths, edge, isDifference)
    }
  }
}

function drawColumn(
  rows: readonly Drawn[],
  column: number,
  metric: ForestMetric,
  scale: ForestScale,
  width: number,
  [comparators, outside, points]: NodeListOf<SVGPathElement>,
  edge: number,
  isDifference: boolean,
): void {
  let [comparatorPath, outsidePath, pointPath] = ['', '', '']
  for (const { y, counts, texts } of rows) {
    const cells = texts[column]
    if (!cells) continue
    const own = rateAt(metric.key, counts.own, edge)
    const others = counts.others && rateAt(metric.key, counts.others, edge)
    const difference = own !== undefined && others !== undefined ? own - others : undefined
    const values = [
      own === undefined ? '–' : cellValueText(metric, own),
      difference === undefined ? '' : cellDifferenceText(metric, difference),
    ]
    cells[0].textContent = values[isDifference ? 1 : 0]
    cells[1].textContent = values[isDifference ? 0 : 1]
    const shown = isDifference ? difference : own
    if (shown === undefined) continue
    const place = placeOn(scale, shown)
    const x = (Math.min(100, Math.max(0, place)) / 100) * width
    if (place < -0.5) outsidePath += `M${x} ${y}l7 -4.5v9z`
    else if (place > 100.5) outsidePath += `M${x.toFixed(1)} ${y}l-7 -4.5v9z`
    else pointPath += `M${x.toFixed(1)} ${y}h0` // a round cap makes it a dot
    if (isDifference || others === undefined) continue
    const from = (Math.min(100, Math.max(0, placeOn(scale, others))) / 100) * width
    comparatorPath += `M${from.toFixed(1)} ${y - 7.5}v15`
  }
  comparators.setAttribute('d', comparatorPath)
  outside.setAttribute('d', outsidePath)
  points.setAttribute('d', pointPath)
}
