import { MetricKey, metricKeys } from '@/lib/wire/metric-key'

/**
 * Reads metric keys, commas between them; `all` is every one.
 * @returns the keys, or in `unknown` the first name that is none
 */
export function parseMetrics(text: string): { keys: MetricKey[]; unknown: string | undefined } {
  if (text === 'all') return { keys: [...metricKeys], unknown: undefined }
  const names = text.split(',').map((name) => name.trim())
  const keys = names.map((name) => MetricKey.safeParse(name))
  const unknown = names.find((_, at) => !keys[at].success)
  return { keys: keys.flatMap((key) => (key.success ? [key.data] : [])), unknown }
}
