import { rmSync } from 'node:fs'
import { auditArguments } from './command-line'
import { writePredictionsTable } from './predictions-table'
import { atMost, type Line, megabytes, seconds } from './print-lines'
import { timedProcess } from './timed-process'

const million = 1_000_000
const timesAsMany = 10

/** The command line at 10M rows, against ten times its time at 1M and against the memory that it took there. */
export async function largeTable(table: string, largePath: string): Promise<Line[]> {
  writePredictionsTable(largePath, timesAsMany * million, 2)
  const small = await timedProcess(auditArguments(table))
  const large = await timedProcess(auditArguments(largePath))
  const split = await timedProcess(['bench/bare-split.mjs', largePath]).catch(() => undefined) // beyond V8's longest text
  rmSync(largePath)
  const growth = large.ms / (timesAsMany * small.ms)
  const bytesARow = (large.peakBytes - small.peakBytes) / ((timesAsMany - 1) * million)
  return [
    {
      what: 'command line, 10M rows, 72 slices (once)',
      measured: seconds(large.ms),
      against: `ten times that at 1M rows: ${seconds(timesAsMany * small.ms)}`,
      ratio: `${growth.toFixed(2)}x`,
      target: atMost(growth, 1.2, '1.2x, linear'),
    },
    {
      what: '… against a bare read and split',
      measured: seconds(large.ms),
      against: split === undefined ? 'which fails: too long for one text' : seconds(split.ms),
      ratio: split && `${(large.ms / split.ms).toFixed(2)}x`,
    },
    {
      what: '… its peak memory',
      measured: megabytes(large.peakBytes),
      against: `${megabytes(small.peakBytes)} at 1M rows: ${bytesARow.toFixed(0)} bytes a row more`,
      target: atMost(bytesARow, 30, '30 bytes a row'),
    },
  ]
}
