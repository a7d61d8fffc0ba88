import type { CSSProperties } from 'react'
import type { Histogram } from './levels-of-edges'
import { numberText, words } from './words'

interface EdgeHistogramProps {
  name: string
  histogram: Histogram
  edges: number[]
  onChange: (at: number, edge: number) => void
}

/** How the numbers are spread, with a handle for each edge: a native slider, so that arrow keys move it, too. */
export function EdgeHistogram({ name, histogram, edges, onChange }: EdgeHistogramProps) {
  const { min, max, bins } = histogram
  const most = Math.max(1, ...bins)
  const step = max - min > 10 ? 1 : (max - min) / 100
  const place = (edge: number) => `${(100 * (edge - min)) / (max - min || 1)}%`
  return (
    <div className="edge-histogram">
      <svg
        viewBox={`0 0 ${bins.length} 100`}
        preserveAspectRatio="none"
        role="img"
        aria-label={words.histogram(name, min, max)}
      >
        {bins.map((rows, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a bin is its place
          <rect key={at} x={at + 0.04} width={0.92} y={100 - (100 * rows) / most} height={(100 * rows) / most} />
        ))}
      </svg>
      {edges.map((edge, at) =>
        Number.isFinite(edge) && edge >= min && edge <= max ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: an edge is known by its place while it is dragged
          <span key={at} className="edge" style={{ '--at': place(edge) } as CSSProperties}>
            <input
              type="range"
              aria-label={words.edge(at + 1, name)}
              min={min}
              max={max}
              step={step}
              value={edge}
              onChange={(event) => onChange(at, between(edges, at, event.target.valueAsNumber))}
            />
          </span>
        ) : null,
      )}
      <p className="axis" aria-hidden="true">
        <span>{numberText(min)}</span>
        <span>{numberText(max)}</span>
      </p>
    </div>
  )
}

/** An edge does not pass its neighbours. */
function between(edges: number[], at: number, edge: number): number {
  const [below, above] = [edges[at - 1] ?? -Infinity, edges[at + 1] ?? Infinity]
  return edge > below && edge < above ? edge : edges[at]
}
