import { patientFamilies } from './predictions-table'
import { atMost, type Line, megabytes, seconds } from './print-lines'
import type { Stage } from './stages'
import { timedProcess } from './timed-process'

const permutations = 1999

/** The stages of an audit of `table`, run in a process of its own. */
export async function stagesOf(table: string, families: string, replicates: number): Promise<Stage[]> {
  const run = await timedProcess(['--expose-gc', 'dist/bench-stages.mjs', table, families, String(replicates)])
  return JSON.parse(run.output) as Stage[]
}

/** Findings by permutation of seven families on all cores. */
export async function findings(table: string): Promise<Line[]> {
  const stages = await stagesOf(table, patientFamilies, permutations)
  const permuted = stages.find(({ name }) => name === 'permute')!
  const tested = stages.find(({ name }) => name === 'test')!
  const ms = permuted.ms + tested.ms
  return [
    {
      what: 'findings, 1M rows, 7 families, 1,999 permutations',
      measured: seconds(ms),
      against: `${(permuted.ms / (permutations + 1)).toFixed(1)} ms a permutation, all threads together`,
      target: atMost(ms, 60_000, '60 s'),
    },
    { what: '… peak memory meanwhile', measured: megabytes(permuted.peakBytes!) },
  ]
}
