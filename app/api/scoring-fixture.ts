import { expect } from 'vitest'
import { seedEvaluation } from '@/lib/db/seed-for-tests'
import { onnxLookalike, provenance, runDraft, sha256Of, specification } from '@/lib/jobs/run-fixture'
import { MetricFrame } from '@/lib/wire/metric-frame'
import { type ScoreBatch, ScoringRun, type ScoringRunDraft } from '@/lib/wire/scoring-run'

export const modelSha256 = sha256Of(onnxLookalike())

const steps = 2000
const pause = () => new Promise((next) => setTimeout(next, 25))

/** Asks the routes as a browser does that scores images. For tests. */
export class ScoringFixture {
  /** @param url where the routes are served at this moment */
  constructor(readonly url: () => string) {}

  async ask(method: string, path: string, body?: unknown) {
    const json = { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
    const response = await fetch(`${this.url()}/api/v1/projects/${path}`, {
      method,
      ...(body === undefined ? {} : json),
    })
    const text = await response.text()
    return { status: response.status, body: text === '' ? null : JSON.parse(text), headers: response.headers }
  }

  /** A project with a version that knows what it is, and a run that was begun. */
  async begun(rest: Partial<ScoringRunDraft> & { images: number }) {
    const { projectId, modelVersionId } = await seedEvaluation()
    const version = `${projectId}/model-versions/${modelVersionId}`
    await this.ask('PUT', `${version}/artefact`, { sha256: modelSha256, bytes: onnxLookalike().length })
    await this.ask('PUT', `${version}/input-specification`, specification)
    const created = await this.ask('POST', `${projectId}/scoring-runs`, runDraft({ modelVersionId, ...rest }))
    expect(created.status, JSON.stringify(created.body)).toBe(201)
    const run = ScoringRun.parse(created.body)
    return { projectId, modelVersionId, run, path: `${projectId}/scoring-runs/${run.id}` }
  }

  send(path: string, number: number, rows: ScoreBatch['rows']) {
    return this.ask('PUT', `${path}/batches/${number}`, { rows })
  }

  end(path: string) {
    return this.ask('POST', `${path}/end`, { provenance: provenance(modelSha256), isPartial: false })
  }

  /** The run once its import has ended. */
  async imported(path: string) {
    for (let step = 0; step < steps; step++) {
      const run = ScoringRun.parse((await this.ask('GET', path)).body)
      if (run.state !== 'importing') return run
      await pause()
    }
    throw new Error('The import did not end')
  }

  /** An evaluation's MetricFrame with its findings. */
  async frame(projectId: number, evaluationId: number | null) {
    const path = `${projectId}/evaluations/${evaluationId}/frame?by=sex,age,view,sex%2Bview&permutations=99`
    for (let step = 0; step < steps; step++) {
      const { body, headers, status } = await this.ask('GET', path)
      expect(status, JSON.stringify(body)).toBe(200)
      if (headers.get('equiscope-findings')?.startsWith('ready')) return MetricFrame.parse(body)
      await pause()
    }
    throw new Error('The findings did not come')
  }
}
