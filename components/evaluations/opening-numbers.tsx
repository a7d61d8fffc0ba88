'use client'

import { useQuery } from '@tanstack/react-query'
import { thresholdText } from '@/components/charts/ridge-words'
import { shareText } from '@/lib/disparities/number-text'
import type { Evaluation } from '@/lib/wire/evaluation'
import type { Measure } from '@/lib/wire/measure'
import type { MetricFrame } from '@/lib/wire/metric-frame'
import { frameQuery } from './frame-query'
import { useView } from './use-view'
import { words } from './view-words'

/** What was found and alarmed at the threshold with which the view opened, if it was looked at: nothing is asked for. */
export function OpeningNumbers({ evaluation, frame }: { evaluation: Evaluation; frame: MetricFrame }) {
  const { view } = useView()
  const opening = frameQuery(evaluation.projectId, evaluation.id, { ...view, threshold: undefined })
  const { data } = useQuery({ ...opening, enabled: false, placeholderData: undefined })
  const before = data?.frame
  if (view.threshold === undefined || !before || before.task !== frame.task) return null
  const { value } = before.threshold
  if (value === null || value === frame.threshold.value) return null
  const [found, alarms] = frame.direction === 'disease' ? (['tpr', 'fpr'] as const) : (['tnr', 'fnr'] as const)
  const shown = [before.overall.metrics[found], before.overall.metrics[alarms]].map(measureText)
  if (shown.includes(undefined)) return null
  return <p className="note">{words.opening(thresholdText(value), shown[0] ?? '', shown[1] ?? '')}</p>
}

function measureText(measure: Measure | undefined): string | undefined {
  if (measure?.status !== 'estimated') return undefined
  const limit = (share: number) => shareText(share).replace(/\s%$/, '')
  return `${shareText(measure.value)} (${limit(measure.low)} to ${limit(measure.high)})`
}
