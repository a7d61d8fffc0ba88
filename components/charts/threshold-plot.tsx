'use client'

import { useRef } from 'react'
import { CurveFrame, shareTicks, side } from './curve-frame'
import type { Point } from './curve-points'
import { GroupMark } from './group-mark'
import { useLiveDrawing } from './live-threshold'
import type { PlotGroup } from './plot-group'
import { legendLine, PlotLegend } from './plot-legend'
import type { CountsAbove } from './threshold-counts'

export interface CurveGroup extends PlotGroup {
  counts: CountsAbove
  /** its area with the interval, or why there is none */
  text: string
}

interface ThresholdPlotProps {
  title: string
  xTitle: string
  yTitle: string
  head: string
  groups: CurveGroup[]
  /** where the curve of these counts is at an edge; undefined where it has no point */
  pointAt: (counts: CountsAbove, edge: number) => Point | undefined
  line: (counts: CountsAbove) => string
  /** the edge of the threshold; undefined: there is none */
  edge: number | undefined
  /** drawn for who ranks by chance, as the `d` of a path */
  chance: string
  /** for a file: with the legend in the drawing */
  isFile?: boolean
}

/** A curve a group, and on each a marker at the threshold, which moves with it within the frame of the screen. */
export function ThresholdPlot(props: ThresholdPlotProps) {
  const { title, xTitle, yTitle, head, groups, pointAt, line, edge, chance, isFile = false } = props
  const marks = useRef(new Map<string, SVGGElement>())
  const place = ({ counts }: CurveGroup, at: number | undefined) => {
    const point = at === undefined ? undefined : pointAt(counts, at)
    return point ? `translate(${(point.x * side).toFixed(1)} ${(side - point.y * side).toFixed(1)})` : undefined
  }
  useLiveDrawing((moving) => {
    for (const group of groups) {
      const transform = place(group, moving ?? edge)
      const mark = marks.current.get(group.key)
      mark?.setAttribute('visibility', transform ? 'visible' : 'hidden')
      if (transform) mark?.setAttribute('transform', transform)
    }
  })
  const named = groups.filter(({ style }) => style)
  return (
    <CurveFrame
      title={title}
      xTitle={xTitle}
      yTitle={yTitle}
      xTicks={shareTicks}
      yTicks={shareTicks}
      extra={isFile ? (named.length + 1) * legendLine + 14 : 0}
      below={isFile && <PlotLegend groups={named} head={head} x={0} y={6} />}
    >
      <path className="chance" d={chance} />
      {groups.map(({ key, style, counts }) => (
        <path
          key={key}
          data-group={key}
          className={style ? 'curve' : 'curve is-rest'}
          d={line(counts)}
          stroke={style?.color}
          strokeDasharray={style?.dash}
        />
      ))}
      {groups.map(
        (group) =>
          group.style && (
            <g
              key={group.key}
              data-group={group.key}
              ref={(node) => {
                if (node) marks.current.set(group.key, node)
                else marks.current.delete(group.key)
              }}
              transform={place(group, edge)}
              visibility={place(group, edge) ? 'visible' : 'hidden'}
            >
              <GroupMark style={group.style} radius={5.5} />
            </g>
          ),
      )}
    </CurveFrame>
  )
}
