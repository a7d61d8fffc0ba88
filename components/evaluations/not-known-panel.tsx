import { sliceText } from '@/lib/disparities/slice-text'
import type { Evaluation } from '@/lib/wire/evaluation'
import type { MetricFrame } from '@/lib/wire/metric-frame'
import type { ShownMetric } from './measure-cell'
import { words } from './words'

interface NotKnownPanelProps {
  frame: MetricFrame
  inTrainingData: Evaluation['inTrainingData']
}

/** What these data cannot tell: warnings, and slices that are too small. */
export function NotKnownPanel({ frame, inTrainingData }: NotKnownPanelProps) {
  const unknowns = [
    ...frame.warnings.map(({ text }) => text),
    ...(inTrainingData === 'yes' ? [words.inTraining] : []),
    ...(inTrainingData === 'unknown' ? [words.trainingUnknown] : []),
    ...missableGaps(frame),
    ...smallSlices(frame),
  ]
  return (
    <section className="panel stack">
      <header>
        <h2>{words.notKnown}</h2>
        <p className="quiet">{words.notKnownWhy}</p>
      </header>
      {unknowns.length === 0 && <p>{words.allKnown}</p>}
      <ul className="unknowns">
        {unknowns.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  )
}

/** For each family in which no gap in sensitivity was shown, the largest that could have been missed. */
function missableGaps({ families }: MetricFrame): string[] {
  return families.flatMap(({ by, disparities }) => {
    const tested = disparities.filter(
      ({ metric, kind, verdict }) => metric === 'tpr' && kind === 'difference' && verdict,
    )
    const gaps = tested.flatMap(({ mde }) => (mde === null ? [] : [mde * 100]))
    if (gaps.length === 0 || tested.some(({ verdict }) => verdict === 'gap')) return []
    return [words.couldMiss(by.join(', '), Math.max(...gaps))]
  })
}

function smallSlices({ families }: MetricFrame): string[] {
  const metrics: ShownMetric[] = ['auroc', 'tpr', 'fpr']
  return families.flatMap(({ slices }) =>
    slices.flatMap(({ slice, metrics: measures }) => {
      const missing = metrics.filter((metric) => measures[metric] && measures[metric]?.status !== 'estimated')
      const names = missing.map((metric) => words.metrics[metric]).join(', ')
      return missing.length > 0 ? [words.tooFew(sliceText(slice), names)] : []
    }),
  )
}
