import type { Finding } from '@/lib/wire/metric-frame'
import { worseBy } from './finding-groups'
import type { GapScale } from './gap-scale'

interface GapPlotProps {
  finding: Finding
  scale: GapScale
  margin: number
}

/** How much worse, with its interval, on the scale that all findings share. */
export function GapPlot({ finding, scale: { place, ticks }, margin }: GapPlotProps) {
  const { value, low, high } = worseBy(finding)
  const at = (share: number) => `${place(share * 100).toFixed(2)}%`
  return (
    <svg className="gap-plot" width="100%" height="24" aria-hidden="true">
      <rect
        className="band"
        x={at(-margin)}
        width={`${(place(margin * 100) - place(-margin * 100)).toFixed(2)}%`}
        height="24"
      />
      {ticks.map((tick) => (
        <line
          key={tick}
          className={tick === 0 ? 'zero' : 'grid'}
          x1={`${place(tick)}%`}
          x2={`${place(tick)}%`}
          y2="24"
        />
      ))}
      <line className="gap-whisker" x1={at(low)} x2={at(high)} y1="12" y2="12" />
      <circle className="gap-point" cx={at(value)} cy="12" r="4" />
    </svg>
  )
}

/** The ticks above them. */
export function GapAxis({ scale: { place, ticks } }: { scale: GapScale }) {
  return (
    <svg className="gap-axis" width="100%" height="14" aria-hidden="true">
      {ticks.map((tick) => (
        <text key={tick} x={`${place(tick)}%`} y="11" className={tick % 10 === 0 ? undefined : 'is-between'}>
          {tick < 0 ? `−${-tick}` : tick}
        </text>
      ))}
    </svg>
  )
}
