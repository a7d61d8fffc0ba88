import { openAudit, testedView } from '@/lib/disparities/audit'
import { type AuditSettings, auditSettings } from '@/lib/disparities/audit-settings'
import { metricFrame } from '@/lib/disparities/metric-frame'
import { countText } from '@/lib/disparities/number-text'
import { readingWarnings } from '@/lib/disparities/reading-warnings'
import { permutationsOnThreads } from '@/lib/frames/permutation-threads'
import { nearestName } from '@/lib/ingest/nearest-name'
import { readEvaluationFrame, type TableReading } from '@/lib/ingest/read-evaluation-frame'
import { Problem } from '@/lib/problem'
import { MetricFrame } from '@/lib/wire/metric-frame'
import packageJson from '@/package.json'
import { auditHelp } from './audit-help'
import { type AuditOptions, parseAuditOptions } from './audit-options'
import { printCsv } from './print-csv'
import { printMarkdown } from './print-markdown'
import { type Progress, startProgress } from './progress'
import { UnusableArguments } from './unusable-arguments'

/** Runs the command; returns its exit status. */
export async function runAudit(args: readonly string[]): Promise<number> {
  try {
    const options = parseAuditOptions(args)
    if (options === 'help') {
      process.stdout.write(auditHelp)
      return 0
    }
    const progress = startProgress(process.stderr, options.isQuiet)
    const frame = await audited(options, progress)
    progress.clear()
    await written(printed(frame, options.format))
    if (process.stdout.isTTY && options.format === 'json') progress.say('For an audit to read: --format markdown')
    return 0
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const faults = error.errors.map(({ path, message }) => `  ${path}: ${message}\n`)
    process.stderr.write(`${error.message}\n${faults.join('')}`)
    return 2
  }
}

async function audited(options: AuditOptions, progress: Progress): Promise<MetricFrame> {
  const wanted = options.by && [...new Set([...options.by.flat(), ...options.adjust])]
  const reading = await readEvaluationFrame(
    {
      file: options.file,
      ...options.columns,
      attributes: wanted,
      numeric: options.numeric,
      split: options.split,
      where: options.where,
    },
    {
      onProgress: ({ bytesRead, bytes, rows }) =>
        progress.show(`reading: ${Math.floor((100 * bytesRead) / Math.max(1, bytes))} %, ${countText(rows)} rows`),
    },
  )
  for (const note of reading.notes) progress.say(note)
  const settings = settingsOf(options, reading)
  progress.show('measuring')
  const audit = openAudit(reading.frame, settings)
  const worker = new URL('./permutation-worker.mjs', import.meta.url)
  const statistics = []
  const begun = performance.now()
  for (const { plan, within } of audit.plans) {
    const onProgress = (done: number) => {
      const left = ((performance.now() - begun) / 1000 / done) * (settings.permutations - done)
      const where = within ? ` within ${within}` : ''
      progress.show(
        `testing${where}: ${countText(done)} of ${countText(settings.permutations)} permutations, about ${Math.ceil(left)} s left`,
      )
    }
    statistics.push(await permutationsOnThreads(plan, settings.permutations, worker, { onProgress }))
  }
  const warnings = readingWarnings({
    hasSubjects: (options.columns.subject ?? reading.roles.subject) !== undefined,
    skipped: reading.skippedAttributes,
    attributes: reading.frame.cells.attributes.length,
    unscored: 0, // a row without a score is refused
  })
  const frame = metricFrame(audit, testedView(audit, statistics), reading.source, warnings)
  return MetricFrame.parse(frame)
}

function settingsOf(options: AuditOptions, { frame, task }: TableReading): AuditSettings {
  const names = frame.cells.attributes.map(({ name }) => name)
  const missing = options.adjust.find((name) => !names.includes(name))
  if (missing !== undefined) {
    throw new UnusableArguments(
      `--adjust ${missing} is not an attribute of this audit.${nearestName(missing, names)} Name it in --by if it is a column.`,
    )
  }
  const scale = options.scale ?? (frame.score.every((score) => score >= 0 && score <= 1) ? 'probability' : 'rank')
  if (scale === 'probability' && !frame.score.every((score) => score >= 0 && score <= 1)) {
    throw new UnusableArguments('--scale probability needs scores between 0 and 1; use logit or rank.')
  }
  const { by, direction, threshold, adjust, metrics, margin, minimumGap, permutations, seed } = options
  const families = by?.map((family) => ({ by: family, prespecified: true }))
  const asked = { families, direction, threshold, adjust, metrics, margin, minimumGap, permutations, seed }
  return auditSettings({ ...asked, task, scale, version: packageJson.version }, frame)
}

function printed(frame: MetricFrame, format: AuditOptions['format']): string {
  if (format === 'csv') return printCsv(frame)
  return format === 'markdown' ? printMarkdown(frame) : `${JSON.stringify(frame, null, 1)}\n`
}

/** Waits until a pipe has taken everything; a reader that went away (`| head`) is no fault. */
function written(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EPIPE' ? resolve() : reject(error)))
    process.stdout.write(text, () => resolve())
  })
}
