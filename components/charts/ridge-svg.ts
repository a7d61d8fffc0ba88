import { shareText } from '@/lib/disparities/number-text'
import type { EvaluationCurves } from '@/lib/wire/curves'
import type { Measure } from '@/lib/wire/measure'
import type { ChartCell, ChartTable } from './chart-table'
import { ridgeHeight, ridgeShape, type ScoreAxis, scorePlace, scoreTicks } from './ridge-shape'
import type { Ridge } from './ridge-table'
import { thresholdText, words } from './ridge-words'
import { type Colour, svgDrawing, svgElement, svgWords } from './svg-text'

const names = 170
const plot = 420
const head = 34
const columns = [words.found, words.missed, words.falseAlarms]
const columnWidth = 150

/** The ridges of some groups as one drawing, what is missed and what is a false alarm at the threshold in colour. */
export function ridgeSvg(
  curves: EvaluationCurves,
  axis: ScoreAxis,
  ridges: readonly Ridge[],
  threshold: number | null,
  colour: Colour,
): string {
  const isDisease = curves.direction === 'disease'
  const height = ridges.length * ridgeHeight
  const counts = ridges.map((ridge) => ridge.counts)
  const { above, below } = ridgeShape(curves, axis, counts, isDisease)
  const at = threshold === null ? undefined : Math.min(100, Math.max(0, scorePlace(axis, threshold)))
  const path = (d: string, fill: string, clip = {}) => svgElement('path', { d, fill: colour(fill), ...clip })
  const rect = (x: number, width: number) => svgElement('rect', { x, y: 0, width, height })
  const coloured =
    at === undefined
      ? ''
      : svgElement('clipPath', { id: 'below-threshold' }, rect(0, at)) +
        svgElement('clipPath', { id: 'from-threshold' }, rect(at, 100 - at)) +
        path(above, '--harm', { 'clip-path': `url(#${isDisease ? 'below' : 'from'}-threshold)` }) +
        path(below, '--harm-bar', { 'clip-path': `url(#${isDisease ? 'from' : 'below'}-threshold)` })
  const shapes = path(above, '--dist-pos') + path(below, '--dist-neg') + coloured
  const drawn = svgElement('g', { transform: `translate(${names} ${head}) scale(${plot / 100} 1)` }, shapes)
  const x = (place: number) => names + (place / 100) * plot
  const ink = { fill: colour('--text-2') }
  const line =
    at === undefined
      ? ''
      : svgElement('line', { x1: x(at), x2: x(at), y1: head, y2: head + height, stroke: colour('--accent') }) +
        svgWords(thresholdText(threshold ?? 0), { x: x(at), y: head - 4, 'text-anchor': 'middle', ...ink })
  const ticks = scoreTicks(axis).map((tick) =>
    svgWords(thresholdText(tick), {
      x: x(scorePlace(axis, tick)),
      y: head + height + 14,
      'text-anchor': 'middle',
      ...ink,
    }),
  )
  const heads = columns.map((text, at) => svgWords(text, { x: numberPlace(at), y: head - 4, ...ink }))
  const rows = ridges.map(({ name, ...measured }, row) => {
    const y = head + (row + 0.5) * ridgeHeight + 4
    const numbers = shares(measured).map((share, at) => svgWords(share, { x: numberPlace(at), y, ...ink }))
    return svgWords(name, { x: 8, y, fill: colour('--text') }) + numbers.join('')
  })
  const key = svgWords(words.drawnKey(isDisease, curves.task), { x: 8, y: 14, 'font-size': 10, ...ink })
  const width = names + plot + 20 + columns.length * columnWidth
  return svgDrawing(width, head + height + 20, [key, drawn, line, ...ticks, ...heads, ...rows].join(''))
}

const numberPlace = (at: number) => names + plot + 20 + at * columnWidth

type Measured = Pick<Ridge, 'found' | 'falseAlarms'>

const missed = (found: Measure | undefined) =>
  found?.status === 'estimated'
    ? { ...found, value: 1 - found.value, low: 1 - found.high, high: 1 - found.low }
    : undefined

/** Found, missed and false alarms with their intervals, as text. */
function shares({ found, falseAlarms }: Measured): string[] {
  return [found, missed(found), falseAlarms].map((measure) => {
    if (measure?.status !== 'estimated') return '–'
    const limit = (share: number) => shareText(share).replace(/\s%$/, '')
    return `${shareText(measure.value)} (${words.interval(limit(measure.low), limit(measure.high))})`
  })
}

/** What the ridges say at the threshold, for who reads and not looks. */
export function ridgeReadTable(ridges: readonly Ridge[]): ChartTable {
  const heads = [words.group, words.positives, words.negatives, ...columns]
  return {
    columns: heads.map((head) => ({ head })),
    rows: ridges.map(({ name, counts, ...measured }) => [name, ...labelled(counts), ...shares(measured)]),
  }
}

/** The same with every number in full: what the file holds. */
export function ridgeFileTable(ridges: readonly Ridge[]): ChartTable {
  const parts = ['', '_low', '_high', '_n']
  const heads = ['found', 'missed', 'false_alarms'].flatMap((name) => parts.map((part) => name + part))
  return {
    columns: ['group', 'positives', 'negatives', ...heads].map((head) => ({ head })),
    rows: ridges.map(({ name, counts, found, falseAlarms }) => [
      name,
      ...labelled(counts),
      ...[found, missed(found), falseAlarms].flatMap((measure): ChartCell[] =>
        measure?.status === 'estimated'
          ? [measure.value, measure.low, measure.high, measure.n]
          : [null, null, null, null],
      ),
    ]),
  }
}

const labelled = ({ positives, negatives }: Ridge['counts']) => [sum(positives), sum(negatives)]
const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)
