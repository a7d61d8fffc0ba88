'use client'

import { ChartFigure } from '@/components/charts/chart-figure'
import { HeatDrawing, HeatMap } from '@/components/charts/heat-map'
import type { EvaluationFacts } from '@/lib/wire/evaluation-facts'
import type { MetricFrame } from '@/lib/wire/metric-frame'
import type { MetricKey } from '@/lib/wire/metric-key'
import { capital, familyName } from './attribute-names'
import { Choice } from './choice'
import { type HeatValues, heatFamily, heatGrid, heatSteps } from './heat-cells'
import { drawnCell, heatEnds, heatNotes, heatTable, isHigherWorse } from './heat-drawn'
import { denominator, metricTexts } from './metric-texts'
import type { PanelProps } from './panel-props'
import { plotWords as say } from './plot-words'
import { shownMetric } from './shown-metric'
import { sourceLine } from './source-line'
import { useView } from './use-view'

/** Two attributes at once, one metric a cell. */
export function HeatPanel({ evaluation, frame, facts }: PanelProps) {
  const { shown, change } = useView()
  const attributes = facts?.attributes.map(({ name }) => name) ?? singleAttributes(frame)
  if (attributes.length < 2) return <p className="panel note">{say.oneAttribute}</p>
  const pair = heatPair(frame, attributes, shown.heat)
  const metric = (shown.heatMetric as MetricKey | undefined) ?? 'tpr'
  const values: HeatValues = shown.heatValues ?? 'raw'
  const { title: name } = shownMetric(metric, frame)
  const family = familyName(pair)
  const isThere = heatFamily(frame, pair) !== undefined
  const grid = heatGrid(frame, pair, metric, values, (attribute) => levelsOf(attribute, facts, frame), say.all)
  const { step, low, high } = heatSteps(grid, values, isHigherWorse(metric))
  const texts = metricTexts(metric)
  const rows = grid.rows.map((row) => ({
    name: row.name,
    cells: row.cells.map((cell) => drawnCell(cell, values, metric, step)),
  }))
  const drawn = {
    title: say.heat(name, family),
    ramp: values === 'difference' ? ('div' as const) : ('seq' as const),
    ends: heatEnds(low, high, values, metric),
    corner: `${capital(familyName([pair[0]]))} \\ ${familyName([pair[1]])}`,
    columns: grid.columns.map((column) => column.name),
    rows,
  }
  const unit = values === 'difference' ? (texts.isShare ? say.points : '') : texts.isShare ? say.percent : ''
  const options = attributes.map((attribute) => [attribute, familyName([attribute])] as const)
  return (
    <ChartFigure
      title={drawn.title}
      unit={say.heatUnit(unit, say.nOf[denominator(metric)])}
      source={sourceLine(frame, evaluation, facts)}
      table={heatTable(grid, pair, metric)}
      isTable
      hasDrawing={isThere}
      drawing={isThere && <HeatDrawing {...drawn} />}
      controls={
        <>
          <Choice
            label={say.heatMetric}
            value={metric}
            options={metricOptions(frame)}
            onChange={(heatMetric) => change({ heatMetric })}
          />
          <Choice
            label={say.rows}
            value={pair[0]}
            options={options.filter(([name]) => name !== pair[1])}
            onChange={(row) => change({ heat: `${row}+${pair[1]}` })}
          />
          <Choice
            label={say.columns}
            value={pair[1]}
            options={options.filter(([name]) => name !== pair[0])}
            onChange={(column) => change({ heat: `${pair[0]}+${column}` })}
          />
          <Choice
            label={say.values}
            value={values}
            options={[
              ['raw', say.raw],
              ['shrunken', say.shrunken],
              ['difference', say.differences],
            ]}
            onChange={(heatValues) => change({ heatValues: heatValues as HeatValues })}
          />
        </>
      }
    >
      {isThere ? (
        <>
          <HeatMap {...drawn} />
          <p className="note">{heatNotes(grid, values, metric)}</p>
        </>
      ) : (
        <div className="held">
          <p>{say.notInView(family)}</p>
          <p>
            <button
              type="button"
              className="button"
              onClick={() =>
                change({ by: [...frame.families.map(({ by }) => by.join('+')), pair.join('+')].join(',') })
              }
            >
              {say.add(family)}
            </button>
          </p>
        </div>
      )}
    </ChartFigure>
  )
}

function singleAttributes({ families }: MetricFrame): string[] {
  return [...new Set(families.flatMap(({ by }) => by))]
}

/** The pair that is asked for; else one that the view has; else the first two attributes. */
function heatPair(frame: MetricFrame, attributes: string[], asked: string | undefined): [string, string] {
  const named = asked?.split('+') ?? []
  if (named.length === 2 && named.every((name) => attributes.includes(name))) return [named[0], named[1]]
  const there = frame.families.find(({ by }) => by.length === 2)?.by ?? attributes
  return [there[0], there[1]]
}

function levelsOf(attribute: string, facts: EvaluationFacts | undefined, { families }: MetricFrame): readonly string[] {
  const stored = facts?.attributes.find(({ name }) => name === attribute)?.levels
  return stored ?? [...new Set(families.flatMap(({ slices }) => slices.flatMap(({ slice }) => slice[attribute] ?? [])))]
}

function metricOptions(frame: MetricFrame) {
  return (Object.keys(frame.overall.metrics) as MetricKey[]).map((key) => [key, shownMetric(key, frame).title] as const)
}
