import type { Operation } from './operations'

const project = '/api/v1/projects/{projectId}'
const version = `${project}/model-versions/{versionId}`
const run = `${project}/scoring-runs/{runId}`

/** What a browser needs that scores images by itself. */
export const scoringOperations: Operation[] = [
  {
    ...{ method: 'post', path: `${version}/artefact`, body: 'file', status: 201, answer: 'Artefact' },
    summary: 'Keeps the ONNX file of a version, sent as the body',
  },
  {
    ...{ method: 'put', path: `${version}/artefact`, body: 'ArtefactDraft', status: 200, answer: 'Artefact' },
    summary: 'Names the ONNX file of a version that never leaves the browser',
  },
  {
    ...{ method: 'get', path: `${version}/artefact`, status: 200, answer: 'file' },
    summary: 'The kept ONNX file, verified; its ETag is its SHA-256',
  },
  {
    ...{ method: 'put', path: `${version}/input-specification`, body: 'InputSpecification', status: 200 },
    ...{ answer: 'ModelVersion', summary: 'Says how the input of a version is made and its output read' },
  },
  {
    ...{ method: 'post', path: `${version}/copy`, body: 'ModelVersionCopy', status: 201, answer: 'ModelVersion' },
    summary: 'Makes another version of the same file and specification, which may then be changed',
  },
  {
    ...{ method: 'post', path: `${project}/scoring-runs`, body: 'ScoringRunDraft', status: 201, answer: 'ScoringRun' },
    summary: 'Begins a run: a browser that scores images',
  },
  {
    method: 'get',
    path: run,
    summary: 'A run, and which of its batches are confirmed',
    status: 200,
    answer: 'ScoringRun',
  },
  {
    ...{ method: 'put', path: `${run}/batches/{number}`, body: 'ScoreBatch', status: 204 },
    summary: 'Keeps the scores of some images; sent again, they are confirmed again',
  },
  {
    ...{ method: 'post', path: `${run}/end`, body: 'ScoringRunEnd', status: 202, answer: 'ScoringRun' },
    summary: 'Ends a run; its import is the job to follow',
  },
  {
    ...{ method: 'post', path: `${run}/cancel`, status: 200, answer: 'ScoringRun' },
    summary: 'Stops a run for good and forgets its scores',
  },
]
