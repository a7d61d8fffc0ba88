import type { ClientBase } from 'pg'
import { Problem } from '@/lib/problem'
import { parseFamilies, printFamilies } from '@/lib/slices/slice-families'
import type { PrespecifiedChange } from '@/lib/wire/evaluation-facts'
import { UnreadableRequest } from '@/lib/wire/unreadable-request'
import type { Access } from './access'
import { onOneConnection } from './client'
import { recordChange } from './record-change'
import { UnknownId } from './unknown-id'

interface Declared {
  projectId: number
  prespecified: string[][] | null
  note: string | null
}

/** Declares by which families the dataset of the access is compared; what was declared before stands in the audit log. */
export async function changePrespecified(access: Access, { families, note }: PrespecifiedChange): Promise<void> {
  const { id } = access
  if (id === undefined) throw new UnknownId('dataset')
  await onOneConnection(async (client) => {
    const { rows } = await client.query<Declared>(
      `select project_id as "projectId", prespecified, prespecified_note as note from dataset where id = $1 for update`,
      [id],
    )
    if (rows.length === 0) throw new UnknownId('dataset')
    const [before] = rows
    const after = familiesOf(families, await comparedAttributes(client, id))
    await client.query(
      'update dataset set prespecified = $2, prespecified_note = $3, prespecified_at = now() where id = $1',
      [id, JSON.stringify(after), note],
    )
    const change = {
      before: { families: before.prespecified && printFamilies(before.prespecified), note: before.note },
      after: { families: printFamilies(after), note },
    }
    await recordChange(client, access, { noun: 'dataset', nounId: id, projectId: before.projectId, change })
  })
}

function familiesOf(text: string, known: readonly string[]): string[][] {
  const families = read(text)
  if (families.length === 0) throw refused('Name at least one family.')
  const missing = families.flat().find((name) => !known.includes(name))
  if (missing === undefined) return families
  const listed = known.length === 0 ? 'It has none to compare by.' : `There are: ${known.slice(0, 12).join(', ')}.`
  throw refused(`This dataset has no attribute ${missing}. ${listed}`)
}

function read(text: string): string[][] {
  try {
    return parseFamilies(text)
  } catch (error) {
    throw error instanceof Problem ? refused(error.message) : error
  }
}

function refused(message: string): UnreadableRequest {
  return new UnreadableRequest(422, 'Some of what was sent does not fit.', [{ path: 'families', message }])
}

async function comparedAttributes(client: ClientBase, datasetId: number): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select a.name from attribute a join attribute_set k on k.id = a.attribute_set_id
     where k.dataset_id = $1 and a.kind in ('demographic', 'acquisition') order by k.id, a.position`,
    [datasetId],
  )
  return [...new Set(rows.map(({ name }) => name))]
}
