import type { Access } from '@/lib/db/access'
import { pool, prisma } from '@/lib/db/client'
import { readDataset } from '@/lib/db/datasets'
import { refuseTakenDataset } from '@/lib/db/import-names'
import { queueJob, readJob } from '@/lib/db/jobs'
import { readUpload } from '@/lib/db/uploads'
import { checkImport } from '@/lib/ingest/check-import'
import type { ImportRequest } from '@/lib/wire/import-request'
import type { Job } from '@/lib/wire/job'
import { wakeJobs } from './wake-jobs'

/**
 * Queues an import after what can be told without reading the file; from then on the page may close.
 * @param dataset the right to read the dataset to which scores are attached
 */
export async function queueImport(access: Access, request: ImportRequest, dataset?: Access): Promise<Job> {
  checkImport(request)
  await readUpload(access, request.sha256)
  if (dataset) await readDataset(dataset)
  if (request.kind === 'dataset') await refuseTakenDataset(pool(), access.projectId, request.dataset)
  const id = await prisma().$transaction((tx) => queueJob(tx, access, { kind: 'import', request, seed: 0 }))
  wakeJobs()
  return readJob({ ...access, id })
}
