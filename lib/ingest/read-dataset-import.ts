import type { CheckedDataset } from '@/lib/db/imports'
import type { DatasetImport } from '@/lib/wire/import-request'
import { canonicalRows } from './canonical-rows'
import { checkHeader } from './check-header'
import { FaultList } from './fault-list'
import { ImportColumns } from './import-columns'
import { openTable } from './open-table'
import type { ReadingContext } from './reading-context'
import { RowKeys } from './row-keys'
import { UnusableFile } from './unusable-file'

/**
 * Reads a table for a new dataset: everything is checked, for all tasks at once, before anything is written. The same
 * rows give the same columns, bit for bit, as the command line reads. Throws a `Problem` for whatever a person can mend,
 * and the signal's reason after an abort.
 */
export async function readDatasetImport(
  file: string,
  request: DatasetImport,
  { name, signal, mayLackScores, onRows }: ReadingContext,
): Promise<CheckedDataset> {
  const table = await openTable(file, { signal, name })
  try {
    const { example, subject } = request.columns
    const columns = new ImportColumns(request, mayLackScores)
    const keys = new RowKeys(example, subject ?? undefined, [], true)
    const wanted = [example, ...(subject === null ? [] : [subject]), ...columns.wanted]
    checkHeader(table.header, wanted)
    const faults = new FaultList(name)
    let rows = 0
    for await (const batch of table.read(wanted)) {
      signal.throwIfAborted()
      columns.append(batch, faults)
      keys.append(batch, faults)
      faults.endBatch()
      rows += batch.row.length
      onRows(rows, Math.max(rows, Math.round((rows * table.bytes) / Math.max(1, table.bytesRead()))))
    }
    if (rows === 0) throw new UnusableFile(`${name} has a header but no rows.`)
    columns.checkLevels()
    const byExample = keys.takeExampleOrder(faults, (place, other) => columns.differing(place, other))
    faults.end()
    const scoreScale = columns.range.scale(request.scoreScale)
    const {
      order,
      subject: subjectOf,
      subjects,
      subjectKey,
    } = canonicalRows(byExample, keys.subjects, keys.subjectOf, true)
    const attributeSets = columns.takeAttributes(order)
    const exampleKeys = { length: rows, bytesOf: (id: number) => keys.examples.bytesOf(order[id]) }
    const subjectKeys = subjectKey && {
      length: subjects,
      bytesOf: (id: number) => keys.subjects.keys.bytesOf(subjectKey[id]),
    }
    return {
      sourceName: name,
      sha256: request.sha256,
      examples: rows,
      subjects,
      keys: { example: exampleKeys, subject: subjectKeys ?? exampleKeys, subjectOf },
      attributeSets,
      scoreScale,
      tasks: () => columns.takeTasks(order),
    }
  } finally {
    await table.close()
  }
}
