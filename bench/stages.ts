import { readFileSync, writeFileSync } from 'node:fs'
import { openAudit, testedView } from '@/lib/disparities/audit'
import type { AuditSettings } from '@/lib/disparities/audit-settings'
import { metricFrame } from '@/lib/disparities/metric-frame'
import { scoreSorted } from '@/lib/disparities/score-sorted'
import { permutationsOnThreads } from '@/lib/frames/permutation-threads'
import { readEvaluationFrame } from '@/lib/ingest/read-evaluation-frame'
import { parseFamilies } from '@/lib/slices/slice-families'
import { MetricFrame } from '@/lib/wire/metric-frame'

/** One stage of an audit. */
export interface Stage {
  name: string
  ms: number
  /** most memory that was resident during the stage; undefined: counted with the next one */
  peakBytes?: number
  /** what is still referred to after it, garbage collected */
  heldBytes?: number
}

const stages: Stage[] = []
let begun = performance.now()

/** Ends the stage that runs; the next one begins when its memory has been counted. */
function endStage(name: string, now = performance.now()): void {
  const peakBytes = residentPeak()
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  stages.push({ name, ms: now - begun, peakBytes, heldBytes: heapUsed + arrayBuffers })
  resetPeak()
  begun = performance.now()
}

function residentPeak(): number {
  try {
    return Number(readFileSync('/proc/self/status', 'utf8').match(/^VmHWM:\s+(\d+) kB$/m)?.[1]) * 1024
  } catch {
    return process.resourceUsage().maxRSS * 1024 // of the whole run so far
  }
}

function resetPeak(): void {
  try {
    writeFileSync('/proc/self/clear_refs', '5') // Linux: VmHWM begins anew
  } catch {
    // elsewhere a stage shows the peak of all stages up to it
  }
}

/** The same steps as `runAudit`, one by one: FILE FAMILIES PERMUTATIONS; stages go to standard output as JSON. */
async function audit(file: string, families: string, permutations: number): Promise<void> {
  const by = parseFamilies(families)
  let lastRow = begun
  const onProgress = () => {
    lastRow = performance.now()
  }
  const request = { file, attributes: [...new Set(by.flat())], numeric: [], where: [] }
  const { frame, source, task } = await readEvaluationFrame(request, { onProgress })
  stages.push({ name: 'read and check', ms: lastRow - begun })
  begun = lastRow
  endStage('canonical order')

  scoreSorted(frame) // once more than an audit does, to tell it apart
  endStage('sort scores')
  const settings: AuditSettings = {
    task,
    direction: 'disease',
    scale: 'probability',
    threshold: { rule: 'fixed', value: 0.5 },
    isDefaultThreshold: false,
    families: by.map((names) => ({ by: names, prespecified: true })),
    adjust: [],
    metrics: [],
    margin: 0.05,
    minimumGap: 0.02,
    permutations,
    seed: 1,
    tasks: 1,
    version: 'bench',
  }
  const opened = openAudit(frame, settings)
  endStage('measure families')
  stages[stages.length - 1].ms -= stages[stages.length - 2].ms

  const worker = new URL('./permutation-worker.mjs', import.meta.url)
  const statistics = []
  for (const { plan } of opened.plans) statistics.push(await permutationsOnThreads(plan, permutations, worker))
  endStage('permute')
  const tests = testedView(opened, statistics)
  endStage('test')
  const compared = metricFrame(opened, tests, source)
  endStage('compare')
  JSON.stringify(MetricFrame.parse(compared), null, 1)
  endStage('print')
  process.stdout.write(JSON.stringify(stages))
}

const [file, families, permutations] = process.argv.slice(2)
await audit(file, families, Number(permutations))
