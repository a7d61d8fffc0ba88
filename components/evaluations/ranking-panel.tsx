'use client'

import { useQuery } from '@tanstack/react-query'
import { ChartFigure } from '@/components/charts/chart-figure'
import { side } from '@/components/charts/curve-frame'
import { curvePath, curvePoints, precisionRecallPoint, rocPoint } from '@/components/charts/curve-points'
import { GroupLegend } from '@/components/charts/group-legend'
import { type CountsAbove, countsAbove, edgeOf } from '@/components/charts/threshold-counts'
import { type CurveGroup, ThresholdPlot } from '@/components/charts/threshold-plot'
import { Bars } from '@/components/ui/bars'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { valueText } from '@/lib/disparities/number-text'
import type { EvaluationCurves } from '@/lib/wire/curves'
import type { Measure } from '@/lib/wire/measure'
import type { MetricFrame } from '@/lib/wire/metric-frame'
import { curvesQuery, furtherMetricsQuery } from './answer-queries'
import { familyName } from './attribute-names'
import { Choice } from './choice'
import { useChosenGroups } from './chosen-groups'
import { curveTables } from './curve-tables'
import type { PanelProps } from './panel-props'
import { plotGroups, type SliceGroup } from './plot-groups'
import { plotWords as say } from './plot-words'
import { isSameSlice } from './slice-name'
import { sourceLine } from './source-line'
import { useView } from './use-view'

const pointsOf = { roc: rocPoint, pr: precisionRecallPoint }
const areaOf = { roc: 'auroc', pr: 'auprc' } as const

/** How well scores rank, for everyone and each level of one family: ROC, or precision and recall when asked for. */
export function RankingPanel({ evaluation, view, frame, family, facts }: PanelProps) {
  const { shown, change } = useView()
  const { data: curves, error } = useQuery(curvesQuery(evaluation.projectId, evaluation.id, view))
  const { drawn: chosen, picker } = useChosenGroups(plotGroups(family, facts))
  const plot = shown.plot ?? 'roc'
  const isAsked = plot === 'roc' || frame.overall.metrics.auprc !== undefined
  const { id, projectId } = evaluation
  const { data: further } = useQuery(furtherMetricsQuery(projectId, id, view, isAsked ? [] : ['auprc']))
  const title = (plot === 'roc' ? say.ranking : say.precision)(familyName(family?.by ?? []))
  const groups = curves
    ? chosen.flatMap((group) => curveGroup(group, curves, isAsked ? frame : further?.frame, plot))
    : []
  const edge = curves && frame.threshold.value !== null ? edgeOf(curves.edges, frame.threshold.value) : undefined
  const { table, csv } = curveTables(groups, plot, curves?.edges ?? [], edge)
  const { positives, n } = frame.overall
  const prevalence = positives !== null && n ? positives / n : 0
  const pointAt = pointsOf[plot]
  const head = plot === 'roc' ? say.rocHead : say.prHead
  const drawn = curves && {
    title,
    xTitle: plot === 'roc' ? say.falseAlarms : say.found,
    yTitle: plot === 'roc' ? say.found : say.precisionAxis,
    head,
    groups,
    pointAt,
    line: (counts: CountsAbove) => curvePath(curvePoints(counts, pointAt), side, plot === 'pr'),
    edge,
    chance: plot === 'roc' ? `M0 ${side}L${side} 0` : `M0 ${side * (1 - prevalence)}H${side}`,
  }
  return (
    <ChartFigure
      title={title}
      unit={plot === 'roc' ? say.rocUnit : say.prUnit}
      source={sourceLine(frame, evaluation, facts)}
      table={table}
      csv={csv}
      drawing={drawn && <ThresholdPlot {...drawn} isFile />}
      controls={
        <>
          <FamilyChoice
            frame={frame}
            value={family?.by.join('+') ?? ''}
            onChange={(named) => change({ family: named })}
          />
          <Choice
            label={say.plot}
            value={plot}
            options={[
              ['roc', say.roc],
              ['pr', say.pr],
            ]}
            onChange={(asked) => change({ plot: asked === 'pr' ? 'pr' : undefined })}
          />
        </>
      }
    >
      <ProblemNotice problem={error} />
      {!curves && !error && <Bars rows={12} />}
      {drawn && (
        <div className="plot-place">
          <div className="plot-beside">
            <ThresholdPlot {...drawn} />
            <GroupLegend groups={groups} head={head} />
          </div>
        </div>
      )}
      {plot === 'pr' && <p className="note">{say.prevalence}</p>}
      {picker}
    </ChartFigure>
  )
}

function curveGroup(
  group: SliceGroup,
  curves: EvaluationCurves,
  frame: MetricFrame | undefined,
  plot: 'roc' | 'pr',
): (CurveGroup & { area: Measure | undefined })[] {
  const isOwn = ({ slice }: { slice: SliceGroup['slice'] }) => isSameSlice(slice, group.slice)
  const counts = [curves.overall, ...curves.families.flatMap(({ slices }) => slices)].find(isOwn)
  const measures = frame && [frame.overall, ...frame.families.flatMap(({ slices }) => slices)].find(isOwn)
  if (!counts) return []
  const area = measures?.metrics[areaOf[plot]]
  const auroc = measures?.metrics.auroc
  // a group that is too small for a number is too small for a line; its name and the reason stay
  const isDrawn = auroc === undefined || auroc.status === 'estimated'
  const text = isDrawn ? areaText(area) : areaText(auroc)
  return [{ ...group, counts: countsAbove(isDrawn ? counts : { positives: [0], negatives: [0] }), area, text }]
}

function areaText(area: Measure | undefined): string {
  if (area === undefined) return say.notAsked
  if (area.status === 'estimated') return `${valueText(area.value)} (${valueText(area.low)} to ${valueText(area.high)})`
  return area.status === 'too_few' ? `${say.tooFew}, ${say.nText(area.n)}` : say[area.status]
}

interface FamilyChoiceProps {
  frame: MetricFrame
  value: string
  onChange: (family: string) => void
}

/** Which family plots show. */
export function FamilyChoice({ frame, value, onChange }: FamilyChoiceProps) {
  if (frame.families.length < 2) return null
  const options = frame.families.map(({ by }) => [by.join('+'), familyName(by)] as const)
  return <Choice label={say.family} value={value} options={options} onChange={onChange} />
}
