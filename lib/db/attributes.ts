import type { ClientBase } from 'pg'
import { writeColumn } from './chunks'
import type { AttributeValues } from './imports'

/** Stores attributes of a dataset's examples as a set of their own, with their cells and uncut values. */
export async function writeAttributes(
  client: ClientBase,
  datasetId: number,
  sourceSha256: string,
  { name, attributes, cells, cell }: AttributeValues,
): Promise<void> {
  const levelOf = Buffer.concat(cells.levelOf.map((of) => Buffer.from(of.buffer, of.byteOffset, of.byteLength)))
  const { rows } = await client.query<{ id: number }>(
    `insert into attribute_set (dataset_id, name, source_sha256, cells, level_of)
     values ($1, $2, $3, $4, $5) returning id`,
    [datasetId, name, sourceSha256, cells.count, levelOf],
  )
  const [{ id }] = rows
  for (const [position, { values, ...attribute }] of attributes.entries()) {
    const { name, kind, scale, concept, levels, edges } = attribute
    const written = await client.query<{ id: number }>(
      `insert into attribute (attribute_set_id, position, name, kind, scale, concept, levels, edges)
       values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
      [id, position, name, kind, scale, concept, levels, edges],
    )
    if (values) await writeColumn(client, 'value', [written.rows[0].id], values)
  }
  await writeColumn(client, 'cell', [id], cell)
}
