import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type BasicType, parquetWriteBuffer } from 'hyparquet-writer'
import type { TableRequest } from './table-request'

/** Files for a test, in a folder that the test removes. */
export class TableFixture {
  private constructor(readonly folder: string) {}

  static async create(): Promise<TableFixture> {
    return new TableFixture(await mkdtemp(join(tmpdir(), 'equiscope-test-')))
  }

  async write(content: string | Uint8Array, name = 'table.csv'): Promise<string> {
    const path = join(this.folder, name)
    await writeFile(path, content)
    return path
  }

  writeParquet(
    columns: { name: string; values: unknown[]; type?: BasicType }[],
    rowGroupSize = 1000,
    name = 'table.parquet',
  ): Promise<string> {
    const columnData = columns.map((column) => ({ name: column.name, data: column.values, type: column.type }))
    return this.write(new Uint8Array(parquetWriteBuffer({ columnData, rowGroupSize })), name)
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true })
  }
}

/** A request that leaves everything to be guessed. */
export function requestFor(file: string, request: Partial<TableRequest> = {}): TableRequest {
  return { file, numeric: [], where: [], ...request }
}

const realFolder = process.env.EQUISCOPE_SHARED_DATA ?? resolve(import.meta.dirname, '../../../shared/data')

/** Path of a real data file that lies outside the repository, or undefined where it is absent. */
export function realFile(path: string): string | undefined {
  const file = join(realFolder, path)
  return existsSync(file) ? file : undefined
}
