import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { Job } from '@/lib/wire/job'
import { familiesOf72Slices, patientFamilies } from './predictions-table'
import { atMost, type Line, megabytes, seconds } from './print-lines'
import { RunningServer, type TimedAnswer } from './running-server'
import { median } from './timed-process'

const readers = 20
const attributes = ['sex', 'age_band', 'ethnicity', 'site', 'view']

/** The MetricFrame by HTTP, cold, warm and stored, and readers while findings run. */
export async function api(table: string, folder: string, say: (text: string) => void): Promise<Line[]> {
  const server = await RunningServer.start(folder, 3999)
  try {
    say('  import')
    const { project, evaluation, rows } = await imported(server, table)
    const frame = `${evaluation}/frame?by=${encodeURIComponent(familiesOf72Slices)}&permutations=0`
    say('  MetricFrame')
    const cold = await server.ask('GET', `${frame}&threshold=0.5`)
    const warm: TimedAnswer[] = []
    for (const threshold of [0.4, 0.45, 0.55]) warm.push(await server.ask('GET', `${frame}&threshold=${threshold}`))
    const against = await server.ask('GET', `${frame}&threshold=0.55&against=sex%3DM,view%3DPA`)
    const further: Line[] = []
    for (const kind of ['curves', 'calibration']) {
      const { ms, body } = await server.ask('GET', `${evaluation}/${kind}?by=${encodeURIComponent(familiesOf72Slices)}`)
      further.push({ what: `${kind} of all slices (${megabytes(body.length)})`, measured: seconds(ms) })
    }
    const filtered = await server.ask('GET', `${frame}&threshold=0.5&filter=sex%3DF`)
    const slices = (JSON.parse(cold.body.toString()) as { families: { slices: unknown[] }[] }).families
    const count = slices.reduce((sum, family) => sum + family.slices.length, 0)
    const warmMs = median(warm.map(({ ms }) => ms))
    const lines: Line[] = [
      {
        what: `MetricFrame by HTTP, ${rows} rows, ${count} slices, at another threshold (median of 3)`,
        measured: seconds(warmMs),
        target: atMost(warmMs, 1000, '1 s'),
      },
      { what: '… for the first time: loaded, sorted and measured', measured: seconds(cold.ms) },
      {
        what: '… against sex M and view PA besides everyone else',
        measured: seconds(against.ms),
        against: 'stored else',
      },
      { what: '… of half of the rows (sex F), for the first time', measured: seconds(filtered.ms) },
      ...further,
    ]
    say('  readers')
    const stored = `${frame}&threshold=0.5`
    await untilIdle(server, project) // findings that started by themselves
    lines.push(...(await reading(server, project, stored, 'alone', 1000)))
    lines.push(...(await reading(server, project, stored, 'alone, never pausing', 0)))
    say('  findings')
    const busy = `${evaluation}/findings`
    const { jobId } = await server.json<{ jobId: number }>('POST', busy, { by: patientFamilies })
    await until(server, `${project}/jobs/${jobId}`, ({ phase }) => phase === 'testing')
    lines.push(...(await reading(server, project, stored, 'while findings run', 1000)))
    const found = await until(server, `${project}/jobs/${jobId}`, ({ endedAt }) => endedAt !== null)
    const ms = Date.parse(found.endedAt!) - Date.parse(found.startedAt!)
    lines.push({
      what: 'findings as a job, 7 families, 1,999 permutations, 20 readers for part of it',
      measured: seconds(ms),
      target: atMost(ms, 60_000, '60 s'),
    })
    return lines
  } finally {
    await server.stop()
  }
}

/** Imports the table as anybody would. */
export async function imported(server: RunningServer, table: string) {
  const { id } = await server.json<{ id: number }>('POST', '/projects', { name: 'Bench' })
  const project = `/projects/${id}`
  const { sha256 } = await server.json<{ sha256: string }>(
    'POST',
    `${project}/uploads?name=million.csv`,
    readFileSync(table),
  )
  const job = await server.json<Job>('POST', `${project}/imports`, {
    ...{ kind: 'dataset', sha256, dataset: 'Million', model: 'Bench', version: '1', scoreScale: null },
    columns: { example: 'image_id', subject: 'patient_id', split: null },
    tasks: [{ name: 'label', direction: 'disease', label: 'label', score: 'score', decision: null }],
    attributes: attributes.map((name) => ({ column: name, name, kind: 'demographic', concept: null, edges: [] })),
    inTrainingData: 'unknown',
  })
  const { outcome } = await until(server, `${project}/jobs/${job.id}`, ({ endedAt }) => endedAt !== null)
  const { evaluationId, rows } = outcome as { evaluationId: number; rows: number }
  return { project, evaluation: `${project}/evaluations/${evaluationId}`, rows: rows.toLocaleString('en') }
}

async function until(server: RunningServer, path: string, isSo: (job: Job) => boolean): Promise<Job> {
  for (;;) {
    const job = await server.json<Job>('GET', path)
    if (isSo(job)) return job
    if (job.endedAt !== null) throw new Error(`the job ended too soon: ${JSON.stringify(job)}`)
    await pause(100)
  }
}

async function untilIdle(server: RunningServer, project: string): Promise<void> {
  const jobs = await server.json<Job[]>('GET', `${project}/jobs?size=20`)
  for (const { id } of jobs) await until(server, `${project}/jobs/${id}`, ({ endedAt }) => endedAt !== null)
}

/** Twenty readers of a stored answer, each looking for a while before asking again, and one that asks for a project. */
async function reading(
  server: RunningServer,
  project: string,
  stored: string,
  when: string,
  pauseMs: number,
): Promise<Line[]> {
  const end = performance.now() + 10_000
  const answers: TimedAnswer[] = []
  const others: TimedAnswer[] = []
  const reader = async (path: string, into: TimedAnswer[], pauseMs: number) => {
    await pause(Math.random() * pauseMs)
    while (performance.now() < end) {
      const answer = await server.ask('GET', path)
      if (answer.status !== 200) throw new Error(`${path}: ${answer.body}`)
      into.push(answer)
      await pause(pauseMs)
    }
  }
  await Promise.all([
    ...Array.from({ length: readers }, () => reader(stored, answers, pauseMs)),
    reader(project, others, 5),
  ])
  const p95 = quantile(answers, 0.95)
  const longest = quantile(others, 1)
  return [
    {
      what: `stored answer (${megabytes(answers[0].body.length)}), ${readers} readers, ${when}: p95`,
      measured: `${p95.toFixed(0)} ms`,
      against: `median ${quantile(answers, 0.5).toFixed(0)} ms, longest ${quantile(answers, 1).toFixed(0)} ms, ${Math.round(answers.length / 10)} a second`,
      target: pauseMs > 0 ? atMost(p95, 50, '50 ms') : undefined,
    },
    {
      what: '… another request meanwhile: longest',
      measured: `${longest.toFixed(0)} ms`,
      against: `median ${quantile(others, 0.5).toFixed(0)} ms, p95 ${quantile(others, 0.95).toFixed(0)} ms of ${others.length}`,
      target: pauseMs > 0 ? atMost(longest, 50, '50 ms') : undefined,
    },
  ]
}

function quantile(answers: readonly TimedAnswer[], share: number): number {
  const sorted = answers.map(({ ms }) => ms).sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]
}
