import { randomStream } from '@/lib/metrics/random'
import type { CellTable } from '@/lib/slices/cell-table'
import { MetricFrame } from '@/lib/wire/metric-frame'
import { openAudit, testedView } from './audit'
import type { AuditSettings } from './audit-settings'
import type { EvaluationFrame } from './evaluation-frame'
import { metricFrame } from './metric-frame'
import { permutationStatistics } from './permutation-statistics'

/** A row of a test's frame; rows of a subject need not stand together. */
export interface FixtureRow {
  subject: number
  score: number
  /** 0, 1 or 255 */
  label: number
  levels: Record<string, string>
}

/** Builds a frame from rows: subjects in the order of their numbers, levels in the order in which they come. */
export function frameOf(rows: readonly FixtureRow[]): EvaluationFrame {
  const sorted = rows.map((row, at) => ({ row, at })).sort((a, b) => a.row.subject - b.row.subject || a.at - b.at)
  const names = Object.keys(rows[0]?.levels ?? {})
  const levels = names.map((name) => [...new Set(sorted.map(({ row }) => row.levels[name]))].sort())
  const cellOf = new Map<string, number>()
  const combinations: number[][] = []
  const cell = Uint32Array.from(sorted, ({ row }) => {
    const combination = names.map((name, i) => levels[i].indexOf(row.levels[name]))
    const key = combination.join()
    if (!cellOf.has(key)) {
      cellOf.set(key, combinations.length)
      combinations.push(combination)
    }
    return cellOf.get(key)!
  })
  const numbers = [...new Set(sorted.map(({ row }) => row.subject))]
  const cells: CellTable = {
    attributes: names.map((name, i) => ({
      name,
      kind: name === 'view' ? 'acquisition' : 'demographic',
      scale: 'categorical',
      concept: undefined,
      levels: levels[i],
    })),
    count: combinations.length,
    levelOf: names.map((_, i) => Uint32Array.from(combinations, (combination) => combination[i])),
  }
  return {
    score: Float64Array.from(sorted, ({ row }) => row.score),
    label: Uint8Array.from(sorted, ({ row }) => row.label),
    decision: undefined,
    cell,
    subject: Uint32Array.from(sorted, ({ row }) => numbers.indexOf(row.subject)),
    subjects: numbers.length,
    cells,
  }
}

/** Rows of subjects with a sex and age of their own and a view that changes from image to image. */
export function randomRows(seed: number, subjects: number, isTied = false): FixtureRow[] {
  const random = randomStream(seed, 'fixture', 0)
  return Array.from({ length: subjects }, (_, subject) => {
    const sex = ['F', 'M'][random.below(2)]
    const age = ['20-39', '40-59', '60+'][random.below(3)]
    return Array.from({ length: 1 + random.below(4) }, (): FixtureRow => {
      const label = random.below(3) === 0 ? 1 : 0
      const score = Math.min(1, Math.max(0, 0.35 + 0.2 * label + 0.2 * random.normal()))
      return {
        subject,
        label,
        score: isTied ? Math.round(score * 10) / 10 : score,
        levels: { sex, age, view: ['AP', 'PA'][random.below(2)] },
      }
    })
  }).flat()
}

export const defaultSettings: AuditSettings = {
  task: 'finding',
  direction: 'disease',
  scale: 'probability',
  threshold: { rule: 'fixed', value: 0.5 },
  isDefaultThreshold: false,
  families: [
    { by: ['sex'], prespecified: true },
    { by: ['age'], prespecified: true },
    { by: ['view'], prespecified: true },
    { by: ['sex', 'age'], prespecified: true },
  ],
  adjust: [],
  metrics: [],
  margin: 0.05,
  minimumGap: 0.02,
  permutations: 99,
  seed: 1,
  tasks: 1,
  version: 'test',
}

/** The whole audit of a frame on one thread, checked against the wire format. */
export function auditOf(frame: EvaluationFrame, settings: Partial<AuditSettings> = {}): MetricFrame {
  const audit = openAudit(frame, { ...defaultSettings, ...settings })
  const parts = audit.plans.map(({ plan }) => [permutationStatistics(plan, 0, audit.settings.permutations + 1)])
  const missingLabels = frame.label.reduce((count, label) => count + (label === 255 ? 1 : 0), 0)
  const source = {
    name: 'fixture.csv',
    sha256: '0'.repeat(64),
    rows: frame.label.length,
    subjects: frame.subjects,
    missingLabels,
    filter: [],
    split: null,
  }
  return MetricFrame.parse(metricFrame(audit, testedView(audit, parts), source))
}
