import type { ScoreBatch, ScoringRun, ScoringRunEnd } from '@/lib/wire/scoring-run'
import type { Api } from './harness'

/** The server's side of a run as lib/wire/scoring-run.ts has it, in memory: what is tested is the browser's side. */
export class StubServer {
  /** by batch, to the letter as it was sent */
  readonly batches = new Map<number, string>()
  /** bodies of all requests, for what must never be in them */
  readonly bodies: string[] = []
  end: ScoringRunEnd | undefined
  state: ScoringRun['state'] = 'open'
  /** answers of status 503 that are still to come */
  faults = 0
  /** batches that were refused because they differed from what was confirmed */
  conflicts = 0
  /** batches kept whose answer never arrived */
  lostAnswers = 0
  images = 0

  get rows(): ScoreBatch['rows'] {
    return [...this.batches.entries()]
      .sort(([one], [other]) => one - other)
      .flatMap(([, body]) => JSON.parse(body).rows)
  }

  readonly api: Api = (method, path, body) => {
    if (!path.startsWith('/api/v1/projects/1/scoring-runs')) return undefined
    if (body) this.bodies.push(body)
    if (this.faults > 0) {
      this.faults--
      return { type: 'text/plain', body: 'gone', status: 503 }
    }
    const number = /\/batches\/(\d+)$/.exec(path)?.[1]
    if (method === 'PUT' && number !== undefined) return this.#keep(Number(number), body)
    if (path.endsWith('/end')) {
      this.end = JSON.parse(body)
      this.state = 'importing'
    }
    if (path.endsWith('/cancel')) this.state = 'cancelled'
    if (method === 'POST' && path.endsWith('/scoring-runs')) this.images = JSON.parse(body).images
    return { type: 'application/json', body: JSON.stringify(this.#run()) }
  }

  #keep(number: number, body: string) {
    const known = this.batches.get(number)
    if (known !== undefined && known !== body) {
      this.conflicts++
      return {
        type: 'application/problem+json',
        body: '{"title":"x","status":409,"detail":"other scores"}',
        status: 409,
      }
    }
    this.batches.set(number, body)
    if (this.lostAnswers > 0) {
      this.lostAnswers--
      return { type: 'text/plain', body: 'lost', status: 502 }
    }
    return { type: 'text/plain', body: '', status: 204 }
  }

  #run(): ScoringRun {
    return {
      id: 7,
      projectId: 1,
      modelVersionId: 3,
      state: this.state,
      images: this.images,
      received: this.rows.length,
      batches: [...this.batches.keys()],
      jobId: this.end ? 9 : null,
      evaluationId: null,
      createdAt: '2026-11-24T10:00:00.000Z',
    }
  }
}
