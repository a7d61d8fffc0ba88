import type { CalibrationBin } from '@/lib/wire/calibration'
import { CurveFrame, side } from './curve-frame'
import { GroupMark } from './group-mark'
import type { PlotGroup } from './plot-group'
import { legendLine, PlotLegend } from './plot-legend'
import type { ProbabilityScale } from './score-scale'

export interface CalibrationGroup extends PlotGroup {
  bins: CalibrationBin[]
  /** what the legend says beside its name */
  text: string
}

interface CalibrationPlotProps {
  title: string
  xTitle: string
  yTitle: string
  groups: CalibrationGroup[]
  scale: ProbabilityScale
  /** how many scores lie in each of equally wide bins */
  histogram: number[]
  histogramTitle: string
  /** for a file: with the legend in the drawing */
  isFile?: boolean
}

const histogramHeight = 40

/** What scores promise against what is observed, each point with its interval; how the scores lie below. */
export function CalibrationPlot(props: CalibrationPlotProps) {
  const { title, xTitle, yTitle, groups, scale, histogram, histogramTitle, isFile = false } = props
  const named = groups.filter(({ style }) => style)
  const legendTop = histogramHeight + 22
  const most = Math.max(1, ...histogram)
  const width = side / histogram.length
  return (
    <CurveFrame
      title={title}
      xTitle={xTitle}
      yTitle={yTitle}
      xTicks={scale.ticks}
      yTicks={scale.ticks}
      extra={legendTop + (isFile ? (named.length + 1) * legendLine + 8 : 0)}
      below={
        <>
          {histogram.map((count, bin) => (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: bins have no other name
              key={bin}
              className="histogram"
              x={bin * width}
              width={Math.max(0.5, width - 1)}
              y={histogramHeight * (1 - count / most)}
              height={(histogramHeight * count) / most}
            />
          ))}
          <text className="tick" y={histogramHeight + 14}>
            {histogramTitle}
          </text>
          {isFile && <PlotLegend groups={named} head="" x={0} y={legendTop} />}
        </>
      }
    >
      <path className="chance" d={`M0 ${side}L${side} 0`} />
      {groups.map((group) => (
        <CalibrationCurve key={group.key} group={group} scale={scale} />
      ))}
    </CurveFrame>
  )
}

function CalibrationCurve({
  group: { key, style, bins },
  scale: { place },
}: {
  group: CalibrationGroup
  scale: ProbabilityScale
}) {
  const points = bins.flatMap(({ mean, observed }) =>
    observed.status === 'estimated'
      ? [{ x: place(mean) * side, y: side - place(observed.value) * side, low: observed.low, high: observed.high }]
      : [],
  )
  const line = points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')
  if (!style) return <path className="curve is-rest" d={line} />
  return (
    <g data-group={key}>
      <path className="curve is-thin" d={line} stroke={style.color} strokeDasharray={style.dash} />
      {points.map(({ x, y, low, high }) => (
        <g key={x}>
          <line
            className="curve is-thin"
            stroke={style.color}
            x1={x}
            x2={x}
            y1={side - place(low) * side}
            y2={side - place(high) * side}
          />
          <g transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}>
            <GroupMark style={style} radius={4} />
          </g>
        </g>
      ))}
    </g>
  )
}
