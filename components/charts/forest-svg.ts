import { familyHeight, forestHeight, placedRows, rowHeight } from './forest-layout'
import type { ForestCell, ForestMetric, ForestPlot } from './forest-row'
import { type ForestScale, forestScales, placeOn } from './forest-scale'
import { cellDifferenceText, cellValueText, tickText } from './forest-text'
import { words } from './forest-words'
import { type Colour, svgDrawing, svgElement, svgWords } from './svg-text'

const names = 280
const plotWidth = 150
const numbers = 220
const column = plotWidth + numbers
const head = 44

/** All forest plots of a view as one drawing with names and numbers, whatever of them fits the screen. */
export function forestSvg(plot: ForestPlot, isDifference: boolean, margin: number, colour: Colour): string {
  const { metrics, families } = plot
  const scales = forestScales(plot, isDifference, margin)
  const height = head + forestHeight(plot) + 8
  let top = head + rowHeight
  const heads = families.map(({ name, rows }) => {
    const y = top + familyHeight - 8
    top += familyHeight + rows.length * rowHeight
    return svgWords(name, { x: 8, y, 'font-weight': 600, fill: colour('--text') })
  })
  const columns = metrics.map((metric, at) => columnHead(metric, scales[at], left(at), height, isDifference, colour))
  const rows = placedRows(plot).map(({ row, y }) => {
    const middle = head + y
    const name = svgWords(row.name, { x: 20, y: middle + 4, fill: colour('--text') })
    const of = svgWords(row.positives, { x: names - 8, y: middle + 4, 'text-anchor': 'end', fill: colour('--text-3') })
    const cells = row.cells.map((cell, at) =>
      drawnCell(cell, metrics[at], scales[at], left(at), middle, isDifference, colour),
    )
    return name + of + cells.join('')
  })
  const positives = svgWords(words.positives, { x: names - 8, y: 36, 'text-anchor': 'end', fill: colour('--text-3') })
  const inside = [...columns, positives, ...heads, ...rows].join('')
  return svgDrawing(names + metrics.length * column, height, inside)
}

const left = (at: number) => names + at * column

function columnHead(
  metric: ForestMetric,
  scale: ForestScale,
  x: number,
  height: number,
  isDifference: boolean,
  colour: Colour,
): string {
  const ticks = scale.ticks.map((tick, at) => {
    const place = x + (placeOn(scale, tick) / 100) * plotWidth
    const anchor = at === 0 ? 'start' : at === scale.ticks.length - 1 ? 'end' : 'middle'
    const line = { x1: place, x2: place, y1: head, y2: height, stroke: colour(tick === 0 ? '--mark-quiet' : '--grid') }
    const text = isDifference && tick > 0 ? `+${tickText(metric, tick)}` : tickText(metric, tick)
    return (
      svgElement('line', line) +
      svgWords(text, { x: place, y: 36, 'text-anchor': anchor, 'font-size': 10, fill: colour('--text-3') })
    )
  })
  const unit = metric.scale === 'share' ? (isDifference ? words.pointsInterval : words.percent) : words.interval
  return (
    svgWords(metric.title, { x, y: 18, 'font-weight': 600, fill: colour('--text') }) +
    svgWords(unit, { x: x + plotWidth + 10, y: 36, 'font-size': 10, fill: colour('--text-3') }) +
    ticks.join('')
  )
}

function drawnCell(
  { measure, reason, difference, verdict, comparator }: ForestCell,
  metric: ForestMetric,
  scale: ForestScale,
  x: number,
  y: number,
  isDifference: boolean,
  colour: Colour,
): string {
  const beside = { x: x + plotWidth + 10, y: y + 4, fill: colour('--text-2') }
  if (reason) return svgWords(reason.text, { ...beside, fill: colour('--text-3') })
  const shown = isDifference ? difference : measure
  if (!shown || !measure) return ''
  const text = isDifference ? cellDifferenceText : cellValueText
  const at = (value: number) => x + (Math.min(100, Math.max(0, placeOn(scale, value))) / 100) * plotWidth
  const isGap = verdict === 'gap'
  const ink = colour(isGap ? '--harm' : '--text')
  const line = { y1: y, y2: y, stroke: ink, 'stroke-width': isGap ? 2.5 : 1.2 }
  const tick = comparator !== undefined && !isDifference && at(comparator)
  const place = placeOn(scale, shown.value)
  const circle = { cx: at(shown.value), cy: y, r: 4, stroke: ink, fill: isGap ? ink : colour('--panel') }
  const arrow = svgWords(place < 0 ? '◂' : '▸', { x: at(shown.value), y: y + 4, 'text-anchor': 'middle', fill: ink })
  return (
    (tick ? svgElement('line', { x1: tick, x2: tick, y1: y - 7, y2: y + 7, stroke: colour('--comparator') }) : '') +
    svgElement('line', { x1: at(shown.low), x2: at(shown.high), ...line }) +
    (place < -0.5 || place > 100.5 ? arrow : svgElement('circle', circle)) +
    svgWords(
      `${text(metric, shown.value)} ${words.to(text(metric, shown.low), text(metric, shown.high))}${isGap ? ` ${words.gap}` : ''}`,
      beside,
    )
  )
}
