'use client'

import { useQuery } from '@tanstack/react-query'
import { CalibrationPlot } from '@/components/charts/calibration-plot'
import { ChartFigure } from '@/components/charts/chart-figure'
import type { ChartTable } from '@/components/charts/chart-table'
import { GroupLegend } from '@/components/charts/group-legend'
import { probabilityScale, scoreHistogram } from '@/components/charts/score-scale'
import { Bars } from '@/components/ui/bars'
import { ProblemNotice } from '@/components/ui/problem-notice'
import type { CalibrationCurve, EvaluationCalibration } from '@/lib/wire/calibration'
import type { EvaluationCurves } from '@/lib/wire/curves'
import { calibrationQuery, curvesQuery } from './answer-queries'
import { familyName } from './attribute-names'
import { useChosenGroups } from './chosen-groups'
import type { PanelProps } from './panel-props'
import { plotGroups, type SliceGroup } from './plot-groups'
import { plotWords as say } from './plot-words'
import { FamilyChoice } from './ranking-panel'
import { isSameSlice } from './slice-name'
import { sourceLine } from './source-line'
import { useView } from './use-view'

const histogramBins = 40

/** Whether scores keep what they promise, for everyone and each level of one family. */
export function CalibrationPanel(props: PanelProps) {
  if (props.frame.scoreScale === 'rank') return <p className="panel note">{say.onlyRank}</p>
  return <Calibration {...props} />
}

function Calibration({ evaluation, view, frame, family, facts }: PanelProps) {
  const { change } = useView()
  const { data, error } = useQuery(calibrationQuery(evaluation.projectId, evaluation.id, view))
  const { data: curves } = useQuery(curvesQuery(evaluation.projectId, evaluation.id, view))
  const { drawn, picker } = useChosenGroups(plotGroups(family, facts))
  const groups = data ? drawn.flatMap((group) => calibrationGroup(group, data)) : []
  const isLog = data !== undefined && hasMostlySmallScores(data)
  const means = groups.flatMap(({ bins }) => bins.map(({ mean }) => mean)).filter((mean) => mean > 0)
  const scale = probabilityScale(isLog, Math.min(1, ...means))
  const title = say.calibration(familyName(family?.by ?? []))
  const plot = data && {
    title,
    xTitle: say.meanScore,
    yTitle: say.observed,
    groups,
    scale,
    histogram: curves ? histogramOf(curves, scale.place) : [],
    histogramTitle: say.scores,
  }
  return (
    <ChartFigure
      title={title}
      drawing={plot && <CalibrationPlot {...plot} isFile />}
      unit={isLog ? say.calibrationLogUnit : say.calibrationUnit}
      source={sourceLine(frame, evaluation, facts)}
      table={calibrationTable(groups)}
      controls={
        <FamilyChoice
          frame={frame}
          value={family?.by.join('+') ?? ''}
          onChange={(chosen) => change({ family: chosen })}
        />
      }
    >
      <ProblemNotice problem={error} />
      {!data && !error && <Bars rows={12} />}
      {plot && (
        <div className="plot-place">
          <div className="plot-beside">
            <CalibrationPlot {...plot} />
            <GroupLegend groups={groups} />
          </div>
        </div>
      )}
      {picker}
    </ChartFigure>
  )
}

function calibrationGroup(group: SliceGroup, data: EvaluationCalibration) {
  const all: CalibrationCurve[] = [data.overall, ...data.families.flatMap(({ slices }) => slices)]
  const own = all.find(({ slice }) => isSameSlice(slice, group.slice))
  if (!own) return []
  const n = own.bins.reduce((sum, { observed }) => sum + (observed.n ?? 0), 0)
  return [{ ...group, bins: own.bins, text: n > 0 ? say.nText(n) : say.tooFew }]
}

/** Half of the scores lie below 5 %. */
function hasMostlySmallScores({ overall: { bins } }: EvaluationCalibration): boolean {
  const total = bins.reduce((sum, { observed }) => sum + (observed.n ?? 0), 0)
  const small = bins.reduce((sum, { high, observed }) => sum + (high < 0.05 ? (observed.n ?? 0) : 0), 0)
  return total > 0 && small >= total / 2
}

function histogramOf({ edges, overall, scoreScale }: EvaluationCurves, place: (probability: number) => number) {
  const probabilities = scoreScale === 'logit' ? edges.map((logit) => 1 / (1 + Math.exp(-logit))) : edges
  const counts = overall.positives.map((count, at) => count + overall.negatives[at])
  return scoreHistogram(probabilities, counts, place, histogramBins)
}

function calibrationTable(groups: ReturnType<typeof calibrationGroup>): ChartTable {
  const percent = (share: number) => String(Number((share * 100).toPrecision(3)))
  const heads = [say.from, say.to, say.meanScore, say.observed, say.low, say.high]
  return {
    columns: [{ head: say.group }, ...heads.map((head) => ({ head, print: percent })), { head: say.n }],
    rows: groups.flatMap(({ name, bins }) =>
      bins.map(({ low, high, mean, observed }) => [
        name,
        low,
        high,
        mean,
        observed.value,
        observed.low,
        observed.high,
        observed.n,
      ]),
    ),
  }
}
