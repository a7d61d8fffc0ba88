'use client'

import { useMemo } from 'react'
import { ChartFiles } from '@/components/charts/chart-files'
import { useChartsAsTables } from '@/components/charts/charts-as-tables'
import type { ComparedCounts } from '@/components/charts/forest-live'
import { groupKey } from '@/components/charts/linked-group'
import { useLiveThreshold } from '@/components/charts/live-threshold'
import { ridgeHeight, scoreAxis, stackedHeight } from '@/components/charts/ridge-shape'
import { ridgeFileTable, ridgeReadTable, ridgeSvg } from '@/components/charts/ridge-svg'
import { type Ridge, RidgeTable } from '@/components/charts/ridge-table'
import { thresholdText } from '@/components/charts/ridge-words'
import { standaloneText } from '@/components/charts/standalone-svg'
import { TableBehind } from '@/components/charts/table-behind'
import { ThresholdSlider } from '@/components/charts/threshold-slider'
import { useIsNarrow } from '@/components/charts/use-is-narrow'
import { Bars } from '@/components/ui/bars'
import type { EvaluationCurves } from '@/lib/wire/curves'
import type { Evaluation } from '@/lib/wire/evaluation'
import type { EvaluationFacts } from '@/lib/wire/evaluation-facts'
import type { Family, MetricFrame, Slice } from '@/lib/wire/metric-frame'
import { levelText, nameText } from './level-text'
import { OpeningNumbers } from './opening-numbers'
import { PerThousand } from './per-thousand'
import { RuleNote } from './rule-note'
import { SaveOperatingPoint } from './save-operating-point'
import { sourceLine } from './source-line'
import { ThresholdControls } from './threshold-controls'
import { useView } from './use-view'
import { words } from './view-words'

interface ThresholdPanelProps {
  evaluation: Evaluation
  frame: MetricFrame
  /** whose groups are shown */
  family: Family | undefined
  facts: EvaluationFacts | undefined
  /** of the same task; undefined: on their way */
  curves: EvaluationCurves | undefined
  countsOf: (group: string) => ComparedCounts | undefined
}

/** The threshold over the scores of some groups: what it misses, what it flags without need, and how to move it. */
export function ThresholdPanel({ evaluation, frame, family: plotted, facts, curves, countsOf }: ThresholdPanelProps) {
  const { change } = useView()
  const asTables = useChartsAsTables()
  const live = useLiveThreshold()
  const axis = useMemo(() => curves && scoreAxis(curves), [curves])
  const family = plotted?.by.join('+') ?? ''
  const ridges = useMemo(() => (curves ? ridgesOf(frame, curves, family) : []), [frame, curves, family])
  const { value } = frame.threshold
  const points = facts?.tasks.find(({ name }) => name === frame.task)?.operatingPoints ?? []
  const choose = (edge: number) => {
    const threshold = curves?.edges[edge]
    if (threshold === undefined || threshold === value) live.rest()
    else change({ threshold: String(threshold) })
  }
  const pitch = useIsNarrow() ? stackedHeight : ridgeHeight
  const rows = 1 + (plotted?.slices.length ?? 0)
  const isDrawn = curves !== undefined && axis !== undefined && curves.edges.length > 0
  const svg = () =>
    isDrawn
      ? standaloneText(
          (colour) => ridgeSvg(curves, axis, ridges, value, colour),
          words.threshold,
          sourceLine(frame, evaluation, facts),
        )
      : undefined
  const choice = <FamilyChoice frame={frame} family={family} onChoose={(next) => change({ family: next }, 'replace')} />
  return (
    <section className="panel flush threshold" aria-labelledby="threshold">
      <header>
        <h2 id="threshold">{words.threshold}</h2>
        <ThresholdControls frame={frame} edges={curves?.edges ?? []} />
        {isDrawn && (
          <ChartFiles title={words.threshold} csv={() => ridgeFileTable(ridges)} svg={asTables ? undefined : svg} />
        )}
        <PerThousand frame={frame} counts={countsOf('')?.own} />
      </header>
      <div className="ridges-place" style={{ minHeight: 20 + rows * pitch + 34 }}>
        {isDrawn && asTables ? (
          <>
            {choice}
            <TableBehind title={words.threshold} table={ridgeReadTable(ridges)} />
          </>
        ) : isDrawn ? (
          <RidgeTable
            curves={curves}
            axis={axis}
            ridges={ridges}
            threshold={value}
            head={choice}
            operatingPoints={points.map(({ threshold }) => threshold)}
          >
            <ThresholdSlider edges={curves.edges} axis={axis} threshold={value} onChoose={choose} />
          </RidgeTable>
        ) : curves ? (
          <p>{words.noScores}</p>
        ) : (
          <Bars rows={rows} />
        )}
      </div>
      <footer>
        <div className="still">
          <RuleNote frame={frame} curves={curves} counts={countsOf('')?.own} />
          <OpeningNumbers evaluation={evaluation} frame={frame} />
        </div>
        <p className="live">
          <b>{words.pointsOnly}</b> {words.intervalsFollow}
          {value !== null && ` ${words.findingsHold(thresholdText(value))}`}
        </p>
        {value !== null && facts && <SaveOperatingPoint {...{ evaluation, frame, facts, threshold: value }} />}
      </footer>
      <p className="note inside figure-source">{sourceLine(frame, evaluation, facts)}</p>
    </section>
  )
}

function ridgesOf(frame: MetricFrame, curves: EvaluationCurves, family: string): Ridge[] {
  const [found, alarms] = frame.direction === 'disease' ? (['tpr', 'fpr'] as const) : (['tnr', 'fnr'] as const)
  const slices = curves.families.find(({ by }) => by.join('+') === family)?.slices ?? []
  const measured = new Map(frame.families.flatMap(({ slices }) => slices.map((each) => [groupKey(each.slice), each])))
  const nameOf = (slice: Slice) => Object.values(slice).map(levelText).join(', ') || words.allImages
  return [curves.overall, ...slices].map((counts) => {
    const group = groupKey(counts.slice)
    const measures = group === '' ? frame.overall : measured.get(group)
    const { metrics } = measures ?? { metrics: undefined }
    return { group, name: nameOf(counts.slice), counts, found: metrics?.[found], falseAlarms: metrics?.[alarms] }
  })
}

interface FamilyChoiceProps {
  frame: MetricFrame
  family: string
  onChoose: (family: string) => void
}

/** Of which family plots and ridges show the groups. */
function FamilyChoice({ frame: { families }, family, onChoose }: FamilyChoiceProps) {
  return (
    <select aria-label={words.shownBy} value={family} onChange={({ target }) => onChoose(target.value)}>
      {families.map(({ by }) => (
        <option key={by.join('+')} value={by.join('+')}>
          {nameText(by.join(' × '))}
        </option>
      ))}
    </select>
  )
}
