import type { ChartSource } from '@/components/charts/chart-source'
import type { Evaluation } from '@/lib/wire/evaluation'
import type { EvaluationFacts } from '@/lib/wire/evaluation-facts'
import type { EvaluationView } from '@/lib/wire/evaluation-view'
import type { MetricFrame } from '@/lib/wire/metric-frame'
import { thresholdText } from './finding-claim'
import { words } from './view-words'

/** What every file of an evaluation's page says of itself: in its name the view, in each row all that made its numbers. */
export function fileSource(
  { task, threshold, source, settings }: MetricFrame,
  { id, name }: Pick<Evaluation, 'id' | 'name'>,
  facts: EvaluationFacts | undefined,
  view: EvaluationView,
): ChartSource {
  const version = facts ? `${facts.modelName} ${facts.versionName}` : name
  const filter = source.filter.map(({ column, value }) => `${column}=${value}`).join('; ')
  return {
    nameParts: [
      task,
      version,
      ...(threshold.value === null ? [] : [`${words.threshold} ${thresholdText(threshold.value)}`]),
      ...(filter === '' ? [] : [filter]),
    ],
    columns: [
      ['task', task],
      ['model_version', version],
      ['dataset', facts?.datasetName ?? null],
      ['evaluation', id],
      ['view_threshold', threshold.value],
      ['view_threshold_rule', threshold.rule],
      ['threshold_chosen_on_these_data', String(threshold.chosenOnTheseData)],
      ['filter', filter || null],
      ['split', source.split],
      ['compared_with', view.against ?? 'everyone else'],
      ['margin', settings.margin],
      ['source_file', source.name],
      ['source_sha256', source.sha256],
    ],
  }
}
