import { parseArgs } from 'node:util'
import { auditDefaults } from '@/lib/disparities/audit-settings'
import type { ThresholdRule } from '@/lib/disparities/decisions'
import { parseMetrics } from '@/lib/disparities/parse-metrics'
import { parseThreshold } from '@/lib/disparities/parse-threshold'
import { nearestName } from '@/lib/ingest/nearest-name'
import { parseFamilies } from '@/lib/slices/slice-families'
import { Direction, ScoreScale } from '@/lib/wire/metric-frame'
import { type MetricKey, metricKeys } from '@/lib/wire/metric-key'
import { UnusableArguments } from './unusable-arguments'

const formats = ['json', 'csv', 'markdown'] as const
export type Format = (typeof formats)[number]

/** What was asked for on the command line. */
export interface AuditOptions {
  file: string
  columns: { example?: string; label?: string; score?: string; decision?: string; subject?: string; task?: string }
  direction: Direction
  /** undefined: probability if all scores lie in [0,1], else rank */
  scale: ScoreScale | undefined
  /** undefined: every guessed attribute with at most 20 levels */
  by: string[][] | undefined
  numeric: { column: string; edges: number[] }[]
  /** undefined: as the page opens */
  threshold: ThresholdRule | undefined
  split: string | undefined
  where: { column: string; value: string }[]
  adjust: string[]
  metrics: MetricKey[]
  margin: number
  minimumGap: number
  permutations: number
  seed: number
  format: Format
  isQuiet: boolean
}

const options = {
  example: { type: 'string' },
  label: { type: 'string' },
  score: { type: 'string' },
  decision: { type: 'string' },
  task: { type: 'string' },
  direction: { type: 'string' },
  scale: { type: 'string' },
  subject: { type: 'string' },
  by: { type: 'string' },
  numeric: { type: 'string', multiple: true },
  threshold: { type: 'string' },
  split: { type: 'string' },
  where: { type: 'string', multiple: true },
  adjust: { type: 'string', multiple: true },
  metrics: { type: 'string' },
  margin: { type: 'string' },
  'minimum-gap': { type: 'string' },
  permutations: { type: 'string' },
  seed: { type: 'string' },
  policy: { type: 'string' },
  format: { type: 'string' },
  quiet: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

/**
 * The options of an audit.
 * @returns 'help' where that was asked for
 * @throws UnusableArguments with the option and what it takes
 */
export function parseAuditOptions(args: readonly string[]): AuditOptions | 'help' {
  const { values, positionals } = parsed(args)
  if (values.help) return 'help'
  if (values.policy !== undefined) throw wrong('--policy', 'is not available yet; leave it out')
  if (positionals.length === 0) throw new UnusableArguments('Name the predictions table to audit. --help shows how.')
  if (positionals.length > 1) {
    throw new UnusableArguments(
      `One file at a time: ${positionals.length} were named. Quote a path with spaces; and if you gave options, put -- after audit: npm run --silent audit -- FILE --task NAME.`,
    )
  }
  if (values.decision !== undefined && values.threshold !== undefined) {
    throw new UnusableArguments(
      '--decision and --threshold exclude each other: decisions are either given, or follow from scores.',
    )
  }
  const { example, label, score, decision, subject, task } = values
  return {
    file: positionals[0],
    columns: { example, label, score, decision, subject, task },
    direction: values.direction === undefined ? 'disease' : oneOf('--direction', values.direction, Direction.options),
    scale: values.scale === undefined ? undefined : oneOf('--scale', values.scale, ScoreScale.options),
    by: values.by === undefined ? undefined : parseFamilies(values.by),
    numeric: (values.numeric ?? []).map(numericEdges),
    threshold: values.threshold === undefined ? undefined : parseThreshold(values.threshold, '--threshold'),
    split: values.split,
    where: (values.where ?? []).map((text) => columnAndValue('--where', text)),
    adjust: values.adjust ?? [],
    metrics: values.metrics === undefined ? [] : metricList(values.metrics),
    margin: number(
      '--margin',
      values.margin ?? String(auditDefaults.margin),
      (x) => x > 0 && x < 1,
      'a number between 0 and 1',
    ),
    minimumGap: number(
      '--minimum-gap',
      values['minimum-gap'] ?? String(auditDefaults.minimumGap),
      (x) => x >= 0 && x < 1,
      'a number from 0 to below 1',
    ),
    permutations: number(
      '--permutations',
      values.permutations ?? String(auditDefaults.permutations),
      isCount(0, 1_000_000),
      'a whole number from 0 to 1,000,000',
    ),
    seed: number(
      '--seed',
      values.seed ?? String(auditDefaults.seed),
      isCount(0, Number.MAX_SAFE_INTEGER),
      'a whole number, 0 or more',
    ),
    format: values.format === undefined ? 'json' : oneOf('--format', values.format, formats),
    isQuiet: values.quiet ?? false,
  }
}

function parsed(args: readonly string[]) {
  const names = args.flatMap((arg) => arg.match(/^--([^=]+)/)?.[1] ?? [])
  const twice = names.find(
    (name, at) =>
      name in options && !('multiple' in options[name as keyof typeof options]) && names.indexOf(name) !== at,
  )
  if (twice) throw wrong(`--${twice}`, 'may be given once')
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    const unknown = args.find((arg) => arg.startsWith('--') && !(arg.slice(2).split('=')[0] in options))
    if (unknown) {
      const name = unknown.slice(2).split('=')[0]
      const nearest = nearestName(
        `--${name}`,
        Object.keys(options).map((option) => `--${option}`),
      )
      throw new UnusableArguments(`There is no option --${name}.${nearest} --help explains them.`)
    }
    const [text] = (error instanceof Error ? error.message : '').split('. ')
    throw new UnusableArguments(`${text}. --help shows how.`)
  }
}

function wrong(option: string, remedy: string): UnusableArguments {
  return new UnusableArguments(`${option} ${remedy}.`)
}

function oneOf<T extends string>(option: string, text: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === text)
  if (found === undefined) throw wrong(option, `takes ${allowed.join(', ')}`)
  return found
}

const isCount = (least: number, most: number) => (x: number) => Number.isInteger(x) && x >= least && x <= most

function number(option: string, text: string, isAllowed: (x: number) => boolean, takes: string): number {
  const x = text.trim() === '' ? Number.NaN : Number(text)
  if (!isAllowed(x)) throw wrong(option, `takes ${takes}`)
  return x
}

/** Column and value at the last `=`, since a name may hold one. */
function columnAndValue(option: string, text: string): { column: string; value: string } {
  const at = text.lastIndexOf('=')
  if (at < 1) throw wrong(option, 'takes COLUMN=VALUE')
  return { column: text.slice(0, at), value: text.slice(at + 1) }
}

function numericEdges(text: string): { column: string; edges: number[] } {
  const { column, value } = columnAndValue('--numeric', text)
  const edges = value.split(',').map((edge) => (edge.trim() === '' ? Number.NaN : Number(edge)))
  if (!edges.every(Number.isFinite))
    throw wrong('--numeric', `takes COLUMN=EDGE,EDGE… with numbers as edges, in ${column}`)
  if (edges.some((edge, i) => i > 0 && edge <= edges[i - 1])) {
    throw wrong('--numeric', `needs edges that rise, in ${column}: put the smaller ones first`)
  }
  return { column, edges }
}

function metricList(text: string): MetricKey[] {
  const { keys, unknown } = parseMetrics(text)
  if (unknown === undefined) return keys
  throw new UnusableArguments(`--metrics does not know ${unknown}.${nearestName(unknown, metricKeys)}`)
}
