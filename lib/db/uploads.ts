import type { ClientBase } from 'pg'
import { Problem } from '@/lib/problem'
import { UploadReceipt } from '@/lib/wire/table-preview'
import type { Access } from './access'
import { onOneConnection, prisma } from './client'
import { recordChange } from './record-change'
import { UnknownId } from './unknown-id'

/** A file that was sent and is kept. */
export interface Upload {
  sha256: string
  name: string
  bytes: number
}

/** Whoever lets a file appear or go away holds its lock: one that arrives again while it goes must stay. */
const lockFile = 'select pg_advisory_xact_lock(hashtextextended($1, 0))'

/** Keeps a file for the project of the access. `place` puts the bytes where they belong; sent twice, it is kept once. */
export async function keepUpload(access: Access, upload: Upload, place: () => Promise<void>): Promise<UploadReceipt> {
  const { projectId } = access
  if (projectId === undefined) throw new UnknownId('project')
  const { sha256, name, bytes } = upload
  await onOneConnection(async (client) => {
    await client.query(lockFile, [sha256])
    await place()
    const { rows } = await client.query<{ id: number }>(
      `insert into upload (project_id, sha256, name, bytes) values ($1, $2, $3, $4)
       on conflict (project_id, sha256) do update set name = excluded.name, created_at = now() returning id`,
      [projectId, sha256, name, bytes],
    )
    await recordChange(client, access, { noun: 'upload', nounId: rows[0].id, projectId, change: { ...upload } })
  })
  return UploadReceipt.parse({ sha256, name, bytes })
}

/** The file of that hash that was sent to the project. */
export async function readUpload({ projectId }: Pick<Access, 'projectId'>, sha256: string): Promise<Upload> {
  const upload = await prisma().upload.findFirst({ where: { projectId, sha256 } })
  if (!upload) throw new UnknownId('upload')
  return { sha256, name: upload.name, bytes: Number(upload.bytes) }
}

/** What was imported from the same bytes before, in the project. */
export async function findEvaluationsOfFile({ projectId }: Pick<Access, 'projectId'>, sha256: string) {
  const evaluations = await prisma().evaluation.findMany({
    where: { projectId, sourceSha256: sha256 },
    select: { id: true, name: true, createdAt: true },
    orderBy: { id: 'asc' },
  })
  return evaluations.map(({ id, name, createdAt }) => ({ evaluationId: id, name, createdAt: createdAt.toISOString() }))
}

/** A file that was imported, and of which no bytes are kept since. */
export class AlreadyImported extends Problem {
  readonly status = 410
}

/** The file to look at; one that is gone because it was imported says what came of it. */
export async function readUploadToSee(access: Pick<Access, 'projectId'>, sha256: string): Promise<Upload> {
  const upload = await prisma().upload.findFirst({ where: { projectId: access.projectId, sha256 } })
  if (upload) return { sha256, name: upload.name, bytes: Number(upload.bytes) }
  const imported = await findEvaluationsOfFile(access, sha256)
  if (imported.length === 0) throw new UnknownId('upload')
  throw new AlreadyImported(
    'This file was imported already, and is not kept. To import it in another way, drop it again.',
    imported.map(({ evaluationId, name }) => ({ path: `evaluations/${evaluationId}`, message: name })),
  )
}

/** Forgets, in the transaction of its import, a file that the project needs no longer: no other import waits for it. */
export async function forgetUpload(
  client: ClientBase,
  job: { id: number; projectId: number },
  sha256: string,
): Promise<void> {
  await client.query(
    `delete from upload where project_id = $1 and sha256 = $2 and not exists (
       select from job where project_id = $1 and id <> $3 and state in ('queued', 'running')
         and request ->> 'sha256' = $2)`,
    [job.projectId, sha256, job.id],
  )
}

/** Lets `remove` take a file away, unless some project still needs it. */
export async function removeUnneeded(sha256: string, remove: () => Promise<void>): Promise<void> {
  await onOneConnection(async (client) => {
    await client.query(lockFile, [sha256])
    const { rows } = await client.query('select from upload where sha256 = $1 limit 1', [sha256])
    if (rows.length === 0) await remove()
  })
}

/** Forgets files that were sent so many days ago and wait for no import; returns the hashes that are left. */
export async function forgetOldUploads(days: number): Promise<Set<string>> {
  return onOneConnection(async (client) => {
    await client.query(
      `delete from upload where created_at < now() - make_interval(days => $1) and not exists (
         select from job where job.project_id = upload.project_id and state in ('queued', 'running')
           and request ->> 'sha256' = upload.sha256)`,
      [days],
    )
    const { rows } = await client.query<{ sha256: string }>('select distinct sha256 from upload')
    return new Set(rows.map(({ sha256 }) => sha256))
  })
}
