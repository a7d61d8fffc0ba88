import type { ClientBase } from 'pg'
import { Problem } from '@/lib/problem'
import { InputSpecification } from '@/lib/wire/input-specification'
import type { ModelVersion } from '@/lib/wire/model'
import type { Artefact } from '@/lib/wire/scoring-run'
import type { Access } from './access'
import { onOneConnection, pool } from './client'
import { readModelVersion } from './model-versions'
import { recordChange } from './record-change'
import { UnknownId } from './unknown-id'

/** What a version was run with is part of it for good. */
export class FixedVersion extends Problem {
  readonly status = 409

  constructor(path: 'artefact' | 'inputSpecification') {
    const what = path === 'artefact' ? 'model file' : 'input specification'
    super(`This version has evaluations or runs, and another ${what} would make it another version.`, [
      { path, message: 'Copy the version under another name and change the copy.' },
    ])
  }
}

/** The file of a version that is only known. */
export class ArtefactNotKept extends Problem {
  readonly status = 404

  constructor() {
    super(
      'The model file of this version is not kept here: only its hash is known. Choose the file where it lies, or upload it.',
    )
  }
}

interface ArtefactRow {
  name: string
  sha256: string | null
  bytes: string | null
  isKept: boolean | null
  specification: unknown
  isUsed: boolean
}

/** A version's row, locked until the transaction ends, so that no run begins while it changes. */
async function lockedVersion(client: ClientBase, id: number | undefined): Promise<ArtefactRow> {
  const { rows } = await client.query<ArtefactRow>(
    `select name, artefact_sha256 as sha256, artefact_bytes as bytes, artefact_is_kept as "isKept",
       input_specification as specification,
       exists (select from evaluation where model_version_id = $1)
         or exists (select from scoring_run where model_version_id = $1 and state <> 'cancelled') as "isUsed"
     from model_version where id = $1 for no key update`,
    [id],
  )
  if (rows.length === 0) throw new UnknownId('model version')
  return rows[0]
}

const artefactOf = ({ sha256, bytes, isKept }: ArtefactRow): Artefact | null =>
  sha256 === null ? null : { sha256, bytes: Number(bytes), isKept: isKept === true }

/** Runs `write` in a transaction that alone may let the file of that hash appear or go away. */
export function lockedArtefact<T>(sha256: string, write: (client: ClientBase) => Promise<T>): Promise<T> {
  return onOneConnection(async (client) => {
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 1))', [sha256])
    return write(client)
  })
}

/** Whether no version has the file of that hash kept. */
export async function checkUnused(client: ClientBase, sha256: string): Promise<boolean> {
  const { rows } = await client.query(
    'select from model_version where artefact_sha256 = $1 and artefact_is_kept limit 1',
    [sha256],
  )
  return rows.length === 0
}

/**
 * Says which file a version is. Where one is named for the first time, that fills a gap; another one is refused once
 * the version was evaluated or run.
 * @param place puts a file that is kept where it belongs
 */
export async function registerArtefact(
  access: Access,
  artefact: Artefact,
  place: () => Promise<void> = async () => {},
): Promise<Artefact> {
  const { id, projectId } = access
  if (id === undefined || projectId === undefined) throw new UnknownId('model version')
  return lockedArtefact(artefact.sha256, async (client) => {
    const row = await lockedVersion(client, id)
    const before = artefactOf(row)
    if (before && row.isUsed && before.sha256 !== artefact.sha256) throw new FixedVersion('artefact')
    const isKept = artefact.isKept || (before?.sha256 === artefact.sha256 && before.isKept)
    await place()
    const after = { ...artefact, isKept }
    await client.query(
      'update model_version set artefact_sha256 = $2, artefact_bytes = $3, artefact_is_kept = $4 where id = $1',
      [id, after.sha256, after.bytes, after.isKept],
    )
    await recordChange(client, access, { noun: 'model-version', nounId: id, projectId, change: { before, after } })
    return after
  })
}

/** The file of a version, kept or known. */
export async function readArtefact({ id }: Access): Promise<Artefact> {
  const { rows } = await pool().query<ArtefactRow>(
    `select artefact_sha256 as sha256, artefact_bytes as bytes, artefact_is_kept as "isKept"
     from model_version where id = $1`,
    [id],
  )
  const artefact = rows.length === 0 ? null : artefactOf(rows[0])
  if (!artefact) throw new UnknownId('model file')
  return artefact
}

/** Says how a version's input is made and its output read. */
export async function changeInputSpecification(
  access: Access,
  specification: InputSpecification,
): Promise<ModelVersion> {
  const { id, projectId } = access
  if (id === undefined || projectId === undefined) throw new UnknownId('model version')
  await onOneConnection(async (client) => {
    const row = await lockedVersion(client, id)
    const before = row.specification === null ? null : InputSpecification.parse(row.specification)
    if (before && JSON.stringify(before) === JSON.stringify(specification)) return
    if (before && row.isUsed) throw new FixedVersion('inputSpecification')
    await client.query('update model_version set input_specification = $2 where id = $1', [
      id,
      JSON.stringify(specification),
    ])
    const change = { inputSpecification: { before, after: specification } }
    await recordChange(client, access, { noun: 'model-version', nounId: id, projectId, change })
  })
  return readModelVersion(access)
}
