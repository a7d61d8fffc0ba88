import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openAudit, testedView } from '@/lib/disparities/audit'
import { auditDefaults, auditSettings } from '@/lib/disparities/audit-settings'
import { metricFrame } from '@/lib/disparities/metric-frame'
import { permutationStatistics } from '@/lib/disparities/permutation-statistics'
import { readEvaluationFrame } from '@/lib/ingest/read-evaluation-frame'
import { MetricFrame, type Slice } from '@/lib/wire/metric-frame'
import { demoAgeEdges, demoFamilies } from './demo-declaration'
import { predictionsTable, secondScoresTable } from './demo-tables'
import { chanceGroup, demoTasks, plantedGaps } from './planted-gaps'

const folder = mkdtempSync(join(tmpdir(), 'equiscope-demo-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const permutations = 499
const tables = [writeTable(1), writeTable(2)]

/** The first version's table, or the same with the second version's scores in it. */
function writeTable(version: number): string {
  const file = join(folder, `version-${version}.csv`)
  const lines = [...predictionsTable()].join('').trimEnd().split('\n')
  const scores = [...secondScoresTable()].join('').trimEnd().split('\n')
  const places = demoTasks.map(({ name }) => lines[0].split(',').indexOf(`score:${name}`))
  const rescored = lines.map((line, row) => {
    const cells = line.split(',')
    const [, ...second] = scores[row].split(',')
    for (const [task, place] of places.entries()) cells[place] = second[task]
    return cells.join()
  })
  writeFileSync(file, (version === 1 ? lines : rescored).join('\n'))
  return file
}

/** As the page opens it. */
async function audited(version: number, task: string): Promise<MetricFrame> {
  const names = [...new Set(demoFamilies.flat())]
  const numeric = [{ column: 'age', edges: demoAgeEdges }]
  const file = tables[version - 1]
  const { frame, source } = await readEvaluationFrame({ file, task, attributes: names, numeric, where: [] }, {})
  const asked = { ...auditDefaults, permutations, direction: 'disease', scale: 'probability' } as const
  const families = demoFamilies.map((by) => ({ by, prespecified: true }))
  const rest = {
    task,
    threshold: undefined,
    families,
    adjust: ['site', 'view'],
    testWithin: [],
    metrics: [],
    version: 'test',
  }
  const audit = openAudit(frame, auditSettings({ ...asked, ...rest }, frame))
  const statistics = audit.plans.map(({ plan }) => [permutationStatistics(plan, 0, permutations + 1)])
  return MetricFrame.parse(metricFrame(audit, testedView(audit, statistics), source, []))
}

const text = (slice: Slice) => JSON.stringify(Object.entries(slice).sort())

describe.each([1, 2])('version %i', (version) => {
  test.each(demoTasks)('$name: the findings are exactly the planted ones', async ({ name: task }) => {
    const planted = plantedGaps.filter((gap) => gap.task === task && gap.versions.includes(version))
    const { findings, families } = await audited(version, task)
    const found = [...new Set(findings.map(({ slice }) => text(slice)))]
    expect(found.sort()).toEqual(planted.flatMap(({ slices }) => slices.map(text)).sort())

    for (const { of, slices } of planted) {
      const own = findings.filter(({ slice }) => text(slice) === text(slices[0]))
      expect(own.map(({ metric }) => metric)).toContain(of === 'positive' ? 'tpr' : 'fpr')
    }
    // whom the view alone concerns, and nobody else, is said to be partly accounted for by it
    for (const { slice, partlyAccountedForBy } of findings)
      expect(partlyAccountedForBy).toEqual('insurance' in slice ? ['view'] : [])

    if (version !== 1 || task !== chanceGroup.task) return
    const group = families
      .flatMap(({ disparities }) => disparities)
      .find(
        ({ slice, kind, metric }) =>
          text(slice) === text(chanceGroup.slice) && kind === 'difference' && metric === 'tpr',
      )
    expect(group).toMatchObject({ status: 'estimated', verdict: 'not_enough_evidence' })
    const worst = Math.min(
      ...findings.filter(({ metric }) => metric === 'tpr').map(({ disparity }) => disparity.value!),
    )
    expect(group!.value).toBeLessThan(worst) // it looks worse than what was planted,
    expect(group!.high).toBeLessThan(0) // even its interval does,
    expect(group!.pAdjusted).toBeGreaterThan(0.2) // and chance gives that somewhere in so many comparisons
  })
})
