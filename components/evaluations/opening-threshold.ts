import type { Threshold } from '@/lib/wire/metric-frame'
import { thresholdText } from './finding-claim'
import { standingWords as say } from './standing-words'

/** `threshold 0.5`, `Youden 0.0226`: the threshold with which a task opens, by the rule behind it. */
export function openingThreshold({ value, rule }: Threshold): string {
  const named = rule === 'fixed' || rule === 'given' ? undefined : say.rules[rule]
  return say.threshold(value === null ? null : thresholdText(value), named)
}
