import type { MetricFrame } from '@/lib/wire/metric-frame'
import { type MetricKey, metricKeys } from '@/lib/wire/metric-key'
import { plotWords as say } from './plot-words'
import { shownMetric } from './shown-metric'

interface MetricPickerProps {
  frame: MetricFrame
  picked: readonly MetricKey[]
  onPick: (picked: readonly MetricKey[]) => void
}

/** Which metrics have columns. */
export function MetricPicker({ frame, picked, onPick }: MetricPickerProps) {
  return (
    <details className="folded picker">
      <summary>{say.metrics(picked.length)}</summary>
      <ul>
        {metricKeys.map((key) => (
          <li key={key}>
            <label>
              <input
                type="checkbox"
                checked={picked.includes(key)}
                onChange={({ target: { checked } }) =>
                  onPick(checked ? [...picked, key] : picked.filter((other) => other !== key))
                }
              />{' '}
              {shownMetric(key, frame).title}
            </label>
          </li>
        ))}
      </ul>
    </details>
  )
}
