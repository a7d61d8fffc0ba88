import type { Evaluation } from '@/lib/wire/evaluation'
import type { EvaluationFacts } from '@/lib/wire/evaluation-facts'
import type { MetricFrame } from '@/lib/wire/metric-frame'
import { thresholdText } from './finding-claim'
import { taskText } from './level-text'
import { poolName } from './pool-name'
import { words as viewWords } from './view-words'
import { words } from './words'

interface SubjectProps {
  evaluation: Evaluation
  frame: MetricFrame | undefined
  facts: EvaluationFacts | undefined
}

/** What the headline is about: task, model, dataset, how many images, and at which threshold. Its place is kept. */
export function Subject({ evaluation: { name, inTrainingData }, frame, facts }: SubjectProps) {
  if (!frame) return <p className="quiet">{words.loading}</p>
  const { task, overall, threshold, source } = frame
  const rule = words.rules[threshold.rule] + (threshold.chosenOnTheseData ? words.chosenHere : '')
  const { n, subjects, positives } = overall
  const pool = poolName(source)
  return (
    <p className="subject">
      <b>{taskText(task)}</b>
      {`, ${name} `}
      {facts?.isSynthetic && <span className="tag synthetic">{viewWords.synthetic}</span>}
      <span className="quiet">
        {' · '}
        {n !== null && subjects !== null && positives !== null && `${words.size(n, subjects, positives)} `}
        {words.trainingOf[inTrainingData]}
        {pool && `${viewWords.onlyFilter(pool)} `}
        {threshold.value === null ? words.noThreshold : words.atThreshold(thresholdText(threshold.value), rule)}
      </span>
    </p>
  )
}
