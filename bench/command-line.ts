import { familiesOf72Slices } from './predictions-table'
import { atMost, type Line, megabytes, seconds } from './print-lines'
import { median, type TimedProcess, timedProcess } from './timed-process'

const rounds = 5

/** The arguments of an audit without permutations of the 72 slices. */
export function auditArguments(table: string): string[] {
  return ['scripts/audit.mjs', table, '--by', familiesOf72Slices, '--permutations', '0', '--quiet']
}

/** The command line as a whole process against a bare read and split of the same file, in turns. */
export async function commandLine(table: string): Promise<Line[]> {
  const audits: TimedProcess[] = []
  const splits: TimedProcess[] = []
  for (let round = 0; round < rounds; round++) {
    audits.push(await timedProcess(auditArguments(table)))
    splits.push(await timedProcess(['bench/bare-split.mjs', table]))
  }
  const slices = (JSON.parse(audits[0].output) as { families: { slices: unknown[] }[] }).families
  const count = slices.reduce((sum, family) => sum + family.slices.length, 0)
  if (count !== 72) throw new Error(`the table has ${count} slices, not 72`)
  const ratio = median(audits.map(({ ms }, round) => ms / splits[round].ms))
  const cpuRatio = median(audits.map(({ cpuMs }, round) => cpuMs / splits[round].cpuMs))
  const of = (runs: readonly TimedProcess[], read: (run: TimedProcess) => number) => median(runs.map(read))
  return [
    {
      what: `command line, 1M rows, 72 slices (median of ${rounds})`,
      measured: seconds(of(audits, ({ ms }) => ms)),
      against: `bare read and split: ${seconds(of(splits, ({ ms }) => ms))}`,
      ratio: `${ratio.toFixed(2)}x`,
      target: `${atMost(ratio, 6, '6x')}; ambition ${atMost(ratio, 5, '5x')}`,
    },
    {
      what: '… its processor time',
      measured: seconds(of(audits, ({ cpuMs }) => cpuMs)),
      against: `bare read and split: ${seconds(of(splits, ({ cpuMs }) => cpuMs))}`,
      ratio: `${cpuRatio.toFixed(2)}x`,
    },
    {
      what: '… its peak memory',
      measured: megabytes(of(audits, ({ peakBytes }) => peakBytes)),
      against: `bare read and split: ${megabytes(of(splits, ({ peakBytes }) => peakBytes))}`,
      ratio: `${(of(audits, ({ peakBytes }) => peakBytes) / of(splits, ({ peakBytes }) => peakBytes)).toFixed(2)}x`,
    },
  ]
}
