'use client'

import { EdgeHistogram } from './edge-histogram'
import { type Histogram, levelsOfEdges } from './levels-of-edges'
import { numberText, words } from './words'

interface EdgesEditorProps {
  name: string
  histogram: Histogram
  edges: number[]
  onChange: (edges: number[]) => void
}

/** Cuts a numeric attribute into bands: edges on its histogram, as numbers, and the bands that follow. */
export function EdgesEditor({ name, histogram, edges, onChange }: EdgesEditorProps) {
  const { min, max } = histogram
  const levels = levelsOfEdges(histogram, edges)
  const change = (at: number, edge: number) => onChange(edges.map((each, where) => (where === at ? edge : each)))
  const remove = (at: number) => onChange(edges.filter((_, where) => where !== at))
  return (
    <section className="panel flush" aria-label={words.bands(name)}>
      <header>
        <h2>{words.bands(name)}</h2>
        <p className="quiet">{words.bandsWhy}</p>
      </header>
      <div className="bands">
        <div className="stack">
          <EdgeHistogram name={name} histogram={histogram} edges={edges} onChange={change} />
          <div className="row">
            {edges.map((edge, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an edge is known by its place while its number is typed
              <span key={at} className="edge-field">
                <input
                  type="number"
                  step="any"
                  aria-label={words.edge(at + 1, name)}
                  value={Number.isFinite(edge) ? edge : ''}
                  onChange={(event) => change(at, event.target.valueAsNumber)}
                  onBlur={() => onChange([...edges].sort((a, b) => a - b))}
                />
                <button type="button" className="button" aria-label={words.removeEdge(edge)} onClick={() => remove(at)}>
                  ×
                </button>
              </span>
            ))}
            <button type="button" className="button" onClick={() => onChange(withEdge(edges, min, max))}>
              {words.addEdge}
            </button>
          </div>
        </div>
        {levels.length === 0 ? (
          <p>{words.noEdges}</p>
        ) : (
          <table className="levels">
            <thead>
              <tr>
                <th scope="col">{words.band}</th>
                <th scope="col" className="number">
                  {words.about}
                </th>
              </tr>
            </thead>
            <tbody>
              {levels.map((level) => (
                <tr key={level.name}>
                  <th scope="row">{level.name}</th>
                  <td className="number">{numberText(level.rows)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </section>
  )
}

/** One edge more, in the middle of the widest band. */
function withEdge(edges: number[], min: number, max: number): number[] {
  const limits = [min, ...edges.filter(Number.isFinite), max]
  const widths = limits.slice(1).map((limit, at) => limit - limits[at])
  const widest = widths.indexOf(Math.max(...widths))
  const middle = limits[widest] + widths[widest] / 2
  const step = max - min > 10 ? 1 : (max - min) / 100
  return [...edges, Number((Math.round(middle / step) * step).toPrecision(12))].sort((a, b) => a - b)
}
