import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import type { Access } from '@/lib/db/access'
import { pool } from '@/lib/db/client'
import { readJob } from '@/lib/db/jobs'
import { createProject } from '@/lib/db/projects'
import { accessForTests } from '@/lib/db/seed-for-tests'
import { DatasetImport, type ImportRequest, ScoresImport } from '@/lib/wire/import-request'
import type { Job } from '@/lib/wire/job'
import { queueImport } from './queue-import'
import { spoolUpload } from './spool'

/** A project of its own in which a test imports. */
export class ImportFixture {
  private constructor(readonly access: Access) {}

  static async create(name = 'Imports'): Promise<ImportFixture> {
    const { id } = await createProject(accessForTests(), { name, description: '' })
    return new ImportFixture(accessForTests(id))
  }

  get projectId(): number {
    return this.access.projectId!
  }

  async upload(content: string | Uint8Array, name = 'table.csv'): Promise<string> {
    const body = new Blob([content as BlobPart]).stream()
    const { sha256 } = await spoolUpload(this.access, { name, bytes: undefined }, body, new AbortController().signal)
    return sha256
  }

  async uploadFile(path: string, name: string): Promise<string> {
    return this.upload(await readFile(path), name)
  }

  queue(request: ImportRequest): Promise<Job> {
    const dataset = request.kind === 'scores' ? accessForTests(this.projectId, request.datasetId) : undefined
    return queueImport(this.access, request, dataset)
  }

  read(jobId: number): Promise<Job> {
    return readJob(accessForTests(this.projectId, jobId))
  }

  /** The job once `isSo`. */
  async until(jobId: number, isSo: (job: Job) => boolean = ({ endedAt }) => endedAt !== null): Promise<Job> {
    for (const patience = Date.now() + 50_000; Date.now() < patience; await pause(25)) {
      const job = await this.read(jobId)
      if (isSo(job)) return job
      if (job.endedAt !== null) throw new Error(`The job ended first: ${JSON.stringify(job)}`)
    }
    throw new Error('The job did not come so far')
  }

  async import(request: ImportRequest): Promise<Job> {
    return this.until((await this.queue(request)).id)
  }

  /** How many rows each table has that an import fills, of this project; keys, chunks and all else. */
  async counts(): Promise<Record<string, number>> {
    const counts: Record<string, number> = {}
    for (const [table, condition] of Object.entries(ofProject)) {
      const { rows } = await pool().query<{ count: number }>(
        `select count(*)::int as count from ${table} where ${condition}`,
        [this.projectId],
      )
      counts[table] = rows[0].count
    }
    return counts
  }
}

const datasets = '(select id from dataset where project_id = $1)'
const evaluations = '(select id from evaluation where project_id = $1)'
const sources = `(select id from label_source where dataset_id in ${datasets})`
const sets = `(select id from attribute_set where dataset_id in ${datasets})`
const ofProject = {
  dataset: 'project_id = $1',
  example: `dataset_id in ${datasets}`,
  subject: `dataset_id in ${datasets}`,
  subject_chunk: `dataset_id in ${datasets}`,
  attribute: `attribute_set_id in ${sets}`,
  cell_chunk: `attribute_set_id in ${sets}`,
  value_chunk: `attribute_id in (select id from attribute where attribute_set_id in ${sets})`,
  task: 'project_id = $1',
  model: 'project_id = $1',
  label_chunk: `label_source_id in ${sources}`,
  labelled_task: `label_source_id in ${sources}`,
  evaluation: 'project_id = $1',
  score_chunk: `evaluation_id in ${evaluations}`,
  decision_chunk: `evaluation_id in ${evaluations}`,
  scored_task: `evaluation_id in ${evaluations}`,
}

/** A request for the columns of `csvOf`. */
export function datasetRequest(sha256: string, rest: Partial<DatasetImport> = {}): DatasetImport {
  return DatasetImport.parse({
    kind: 'dataset',
    sha256,
    dataset: 'Chest',
    model: 'CheXNet',
    version: '1',
    columns: { example: 'image_id', subject: 'patient_id', split: null },
    tasks: ['Edema', 'Mass'].map((name) => ({
      name,
      direction: 'disease',
      label: `label_${name}`,
      score: `prob_${name}`,
      decision: null,
    })),
    attributes: [
      { column: 'sex', name: 'sex', kind: 'demographic', concept: 'sex', edges: [] },
      { column: 'age', name: 'age', kind: 'demographic', concept: 'age', edges: [40, 60] },
      { column: 'view', name: 'View', kind: 'acquisition', concept: 'view', edges: [] },
    ],
    scoreScale: null,
    inTrainingData: 'no',
    ...rest,
  })
}

export function scoresRequest(sha256: string, datasetId: number, rest: Partial<ScoresImport> = {}): ScoresImport {
  return ScoresImport.parse({
    kind: 'scores',
    sha256,
    datasetId,
    model: 'CheXNet',
    version: '2',
    columns: { example: 'image_id' },
    tasks: ['Edema', 'Mass'].map((name) => ({ name, score: `prob_${name}`, decision: null })),
    scoreScale: null,
    inTrainingData: 'unknown',
    ...rest,
  })
}

/** Rows of two tasks, made from their numbers: three images a patient, some values unknown. */
export function csvOf(rows: number, { from = 0 }: { from?: number } = {}): string {
  const lines = ['image_id,patient_id,sex,age,view,label_Edema,prob_Edema,label_Mass,prob_Mass']
  for (let row = from; row < from + rows; row++) {
    const mixed = Math.imul(row + 1, 2654435761) >>> 0
    const [sex, view] = [['F', 'M', 'NA'][mixed % 3], ['AP', 'PA'][(mixed >>> 3) % 2]]
    const label = (shift: number) => ['0', '0', '0', '1', ''][(mixed >>> shift) % 5]
    const scores = [mixed / 2 ** 32, ((mixed >>> 7) % 1000) / 1000]
    const age = mixed % 11 === 0 ? '' : String(mixed % 90)
    lines.push(
      [`image ${row}`, `p${Math.floor(row / 3)}`, sex, age, view, label(4), scores[0], label(9), scores[1]].join(','),
    )
  }
  return `${lines.join('\n')}\n`
}
