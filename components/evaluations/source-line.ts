import { dayText } from '@/components/ui/words'
import type { Evaluation } from '@/lib/wire/evaluation'
import type { EvaluationFacts } from '@/lib/wire/evaluation-facts'
import type { MetricFrame } from '@/lib/wire/metric-frame'
import { thresholdText } from './finding-claim'
import { plotWords } from './plot-words'

/** Where the numbers of a chart come from: task, version, dataset, n, threshold, day, hash. */
export function sourceLine(
  { task, overall, source, threshold }: MetricFrame,
  { name, createdAt }: Pick<Evaluation, 'name' | 'createdAt'>,
  facts: EvaluationFacts | undefined,
): string {
  return plotWords.source({
    task,
    name,
    dataset: facts?.datasetName ?? '',
    version: facts ? `${facts.modelName} ${facts.versionName}` : '',
    rows: overall.n ?? source.rows,
    patients: overall.subjects ?? source.subjects,
    day: dayText(createdAt),
    sha256: source.sha256,
    threshold: threshold.value === null ? undefined : thresholdText(threshold.value),
  })
}
