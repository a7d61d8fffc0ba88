import { createHash } from 'node:crypto'
import { createReadStream, linkSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { closeConnections, prisma } from '@/lib/db/client'
import { queueJob, readJob } from '@/lib/db/jobs'
import { createProject } from '@/lib/db/projects'
import { accessForTests } from '@/lib/db/seed-for-tests'
import { spooledFile } from '@/lib/jobs/spool'
import { startJobs } from '@/lib/jobs/start-jobs'
import { wakeJobs } from '@/lib/jobs/wake-jobs'
import { DatasetImport } from '@/lib/wire/import-request'

/** What an import took, from the moment that it was asked for to the job's end, and the longest wait of another request. */
export interface MeasuredImport {
  ms: number
  longestBlockMs: number
}

const column = (name: string) => ({ column: name, name, kind: 'demographic', concept: null, edges: [] })
const roles = {
  columns: { example: 'image_id', subject: 'patient_id', split: null },
  tasks: [{ name: 'bench', direction: 'disease', label: 'label', score: 'score', decision: null }],
  attributes: ['sex', 'age_band', 'ethnicity', 'site', 'view'].map(column),
}

/** Imports FILE into a project of its own, as the server does: a job, claimed, read and written in a thread. */
async function measure(file: string): Promise<MeasuredImport> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(file)) hash.update(piece)
  const sha256 = hash.digest('hex')
  mkdirSync(join(process.env.EQUISCOPE_DATA!, 'uploads'), { recursive: true })
  startJobs()
  await pause(500) // its first look, and the sweep of files that no row speaks of
  linkSync(file, spooledFile(sha256))
  const { id: projectId } = await createProject(accessForTests(), { name: 'Bench', description: '' })
  const upload = { projectId, sha256, name: 'bench.csv', bytes: statSync(file).size }
  await prisma().upload.create({ data: upload })
  const request = DatasetImport.parse({
    ...{ kind: 'dataset', sha256, dataset: 'Bench', model: 'M', version: '1', ...roles },
    ...{ scoreScale: null, inTrainingData: 'unknown' },
  })

  let [last, longestBlockMs] = [performance.now(), 0]
  const watch = setInterval(() => {
    const now = performance.now()
    longestBlockMs = Math.max(longestBlockMs, now - last - 5)
    last = now
  }, 5)
  const begun = performance.now()
  const access = accessForTests(projectId)
  const id = await prisma().$transaction((tx) => queueJob(tx, access, { kind: 'import', request, seed: 0 }))
  wakeJobs()
  for (;;) {
    await pause(20)
    const { state, failure } = await readJob(accessForTests(projectId, id))
    if (state === 'done') break
    if (state === 'failed') throw new Error(JSON.stringify(failure))
  }
  const ms = performance.now() - begun
  clearInterval(watch)
  await startJobs().stop()
  await closeConnections()
  return { ms, longestBlockMs }
}

process.stdout.write(JSON.stringify(await measure(process.argv[2])))
