import * as z from 'zod'
import { EvaluationCalibration } from '@/lib/wire/calibration'
import { EvaluationCurves } from '@/lib/wire/curves'
import { Dataset, DatasetContents, DatasetList, NamedChange } from '@/lib/wire/dataset'
import { Demo } from '@/lib/wire/demo'
import { Evaluation, EvaluationChange, EvaluationContents, EvaluationList } from '@/lib/wire/evaluation'
import { EvaluationFacts, PrespecifiedChange } from '@/lib/wire/evaluation-facts'
import { EvaluationView } from '@/lib/wire/evaluation-view'
import { FindingsState } from '@/lib/wire/findings-state'
import { ImportRequest } from '@/lib/wire/import-request'
import { InputSpecification } from '@/lib/wire/input-specification'
import { Job } from '@/lib/wire/job'
import { ListQuery, Name } from '@/lib/wire/listing'
import { Measure } from '@/lib/wire/measure'
import { Disparity, Family, Finding, MetricFrame, SliceMeasures } from '@/lib/wire/metric-frame'
import {
  Model,
  ModelContents,
  ModelDraft,
  ModelList,
  ModelVersion,
  ModelVersionChange,
  ModelVersionContents,
  ModelVersionCopy,
  ModelVersionDraft,
  ModelVersionList,
} from '@/lib/wire/model'
import {
  OperatingPoint,
  OperatingPointDraft,
  OperatingPointList,
  OperatingPointQuery,
} from '@/lib/wire/operating-point'
import { Project, ProjectChange, ProjectContents, ProjectDraft, ProjectList } from '@/lib/wire/project'
import { Artefact, ArtefactDraft, ScoreBatch, ScoringRun, ScoringRunDraft, ScoringRunEnd } from '@/lib/wire/scoring-run'
import { EvaluationStanding, ProjectStanding } from '@/lib/wire/standing'
import { TablePreview, UploadReceipt } from '@/lib/wire/table-preview'
import { Task, TaskChange, TaskContents, TaskList } from '@/lib/wire/task'
import { scoringOperations } from './scoring-operations'

const JobList = z.array(Job)
const Health = z.strictObject({ status: z.enum(['ok', 'database-unreachable']) })

/** What is sent, by the name that the description gives it. */
export const sent = {
  ...{ EvaluationChange, EvaluationView, ImportRequest, ModelDraft, ModelVersionChange, ModelVersionDraft },
  ...{ ArtefactDraft, InputSpecification, ModelVersionCopy, ScoreBatch, ScoringRunDraft, ScoringRunEnd },
  ...{ NamedChange, OperatingPointDraft, PrespecifiedChange, ProjectChange, ProjectDraft, TaskChange },
}

/** What is answered, likewise. */
export const answered = {
  ...{ Dataset, DatasetContents, DatasetList, Evaluation, EvaluationContents, EvaluationList, FindingsState, Health },
  ...{ Job, JobList, Model, ModelContents, ModelList, ModelVersion, ModelVersionContents, ModelVersionList },
  ...{ Project, ProjectContents, ProjectList, TablePreview, Task, TaskContents, TaskList, UploadReceipt },
  ...{ Artefact, ScoringRun },
  ...{ EvaluationFacts, EvaluationStanding, OperatingPoint, OperatingPointList, ProjectStanding },
  ...{ Demo, EvaluationCalibration, EvaluationCurves, Disparity, Family, Finding, Measure, MetricFrame, SliceMeasures },
}

/** One thing that can be asked of the interface. */
export interface Operation {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  path: string
  summary: string
  query?: z.ZodObject
  body?: keyof typeof sent | 'file'
  status: 200 | 201 | 202 | 204
  answer?: keyof typeof answered | 'csv' | 'file' | 'openapi'
}

const project = '/api/v1/projects/{projectId}'
const Page = ListQuery.pick({ page: true, size: true })

/** Reading, changing and deleting one thing of a kind, and asking what goes with it. */
function aboutOne(
  path: string,
  noun: string,
  answer: keyof typeof answered,
  body: keyof typeof sent,
  contents: keyof typeof answered,
): Operation[] {
  return [
    { method: 'get', path, summary: `One ${noun}`, status: 200, answer },
    { method: 'patch', path, summary: `Changes a ${noun}; what is left out stays`, body, status: 200, answer },
    { method: 'delete', path, summary: `Deletes a ${noun} with all that belongs to it`, status: 204 },
    {
      method: 'get',
      path: `${path}/contents`,
      summary: `What goes when the ${noun} is deleted`,
      status: 200,
      answer: contents,
    },
  ]
}

function list(path: string, nouns: string, answer: keyof typeof answered): Operation {
  return {
    method: 'get',
    path,
    summary: `The ${nouns}: searched, sorted and cut into pages`,
    query: ListQuery,
    status: 200,
    answer,
  }
}

/** The whole interface; a test compares it with the routes there are. */
export const operations: Operation[] = [
  { method: 'get', path: '/api/v1/health', summary: 'Whether app and database answer', status: 200, answer: 'Health' },
  { method: 'get', path: '/api/v1/openapi.json', summary: 'This description', status: 200, answer: 'openapi' },
  { method: 'get', path: '/api/v1/demo', summary: 'How the demonstration stands', status: 200, answer: 'Demo' },
  {
    ...{ method: 'post', path: '/api/v1/demo', summary: 'Adds the synthetic demonstration, where it is absent' },
    ...{ status: 202, answer: 'Demo' },
  },
  list('/api/v1/projects', 'projects', 'ProjectList'),
  {
    method: 'post',
    path: '/api/v1/projects',
    summary: 'Creates a project',
    body: 'ProjectDraft',
    status: 201,
    answer: 'Project',
  },
  ...aboutOne(project, 'project', 'Project', 'ProjectChange', 'ProjectContents'),
  {
    ...{ method: 'post', path: `${project}/uploads`, summary: 'Sends a file, as the body', body: 'file' },
    ...{ query: z.object({ name: Name }), status: 201, answer: 'UploadReceipt' },
  },
  {
    ...{ method: 'get', path: `${project}/uploads/{sha256}/preview`, status: 200, answer: 'TablePreview' },
    summary: 'The first rows of a file, and what each column seems to be for',
  },
  {
    ...{ method: 'post', path: `${project}/imports`, body: 'ImportRequest', status: 202, answer: 'Job' },
    summary: 'Imports a file that was sent: a new dataset, or the scores of another version for one',
  },
  {
    method: 'get',
    path: `${project}/jobs`,
    summary: 'The jobs, newest first',
    query: Page,
    status: 200,
    answer: 'JobList',
  },
  { method: 'get', path: `${project}/jobs/{jobId}`, summary: 'How far a job is', status: 200, answer: 'Job' },
  { method: 'post', path: `${project}/jobs/{jobId}/cancel`, summary: 'Asks a job to stop', status: 200, answer: 'Job' },
  {
    method: 'get',
    path: `${project}/jobs/{jobId}/faults.csv`,
    summary: 'What was wrong with a file',
    status: 200,
    answer: 'csv',
  },
  list(`${project}/datasets`, 'datasets', 'DatasetList'),
  ...aboutOne(`${project}/datasets/{datasetId}`, 'dataset', 'Dataset', 'NamedChange', 'DatasetContents'),
  {
    ...{ method: 'put', path: `${project}/datasets/{datasetId}/prespecified`, body: 'PrespecifiedChange', status: 204 },
    summary: 'Declares the families by which evaluations on a dataset open, and says why they were changed',
  },
  list(`${project}/models`, 'models', 'ModelList'),
  {
    method: 'post',
    path: `${project}/models`,
    summary: 'Creates a model',
    body: 'ModelDraft',
    status: 201,
    answer: 'Model',
  },
  ...aboutOne(`${project}/models/{modelId}`, 'model', 'Model', 'NamedChange', 'ModelContents'),
  list(`${project}/models/{modelId}/versions`, 'versions of a model', 'ModelVersionList'),
  {
    ...{ method: 'post', path: `${project}/models/{modelId}/versions`, summary: 'Adds a version to a model' },
    ...{ body: 'ModelVersionDraft', status: 201, answer: 'ModelVersion' },
  },
  ...aboutOne(
    ...([`${project}/model-versions/{versionId}`, 'version of a model'] as const),
    ...(['ModelVersion', 'ModelVersionChange', 'ModelVersionContents'] as const),
  ),
  ...scoringOperations,
  {
    ...{ method: 'get', path: `${project}/model-versions/{versionId}/operating-points`, query: OperatingPointQuery },
    ...{ status: 200, answer: 'OperatingPointList', summary: 'The operating points of a version, newest first' },
  },
  {
    ...{ method: 'post', path: `${project}/model-versions/{versionId}/operating-points`, body: 'OperatingPointDraft' },
    ...{ status: 201, answer: 'OperatingPoint', summary: 'Adds an operating point; the latest one holds' },
  },
  list(`${project}/tasks`, 'tasks', 'TaskList'),
  ...aboutOne(`${project}/tasks/{taskId}`, 'task', 'Task', 'TaskChange', 'TaskContents'),
  list(`${project}/evaluations`, 'evaluations', 'EvaluationList'),
  ...aboutOne(
    ...([`${project}/evaluations/{evaluationId}`, 'evaluation'] as const),
    ...(['Evaluation', 'EvaluationChange', 'EvaluationContents'] as const),
  ),
  {
    ...{ method: 'get', path: `${project}/evaluations/{evaluationId}/facts`, status: 200, answer: 'EvaluationFacts' },
    summary: 'What a view can choose from: tasks, attributes and levels, splits, operating points, families',
  },
  {
    ...{ method: 'get', path: `${project}/evaluations/{evaluationId}/standing`, status: 200 },
    ...{
      answer: 'EvaluationStanding',
      summary: 'How each task stands, worst first; starts the findings of tasks that were never tested',
    },
  },
  {
    ...{ method: 'get', path: `${project}/standing`, status: 200, answer: 'ProjectStanding' },
    summary: 'How the models stand: each version with its latest evaluation of every dataset and split',
  },
  {
    ...{ method: 'get', path: `${project}/evaluations/{evaluationId}/frame`, query: EvaluationView, status: 200 },
    ...{
      answer: 'MetricFrame',
      summary: 'The MetricFrame in a view; the header equiscope-findings says whether its findings are there',
    },
  },
  {
    ...{ method: 'get', path: `${project}/evaluations/{evaluationId}/curves`, query: EvaluationView, status: 200 },
    ...{ answer: 'EvaluationCurves', summary: 'Where the scores of each slice lie, whatever the threshold' },
  },
  {
    ...{ method: 'get', path: `${project}/evaluations/{evaluationId}/calibration`, query: EvaluationView, status: 200 },
    ...{ answer: 'EvaluationCalibration', summary: 'What was predicted and observed in tenths of each slice' },
  },
  {
    ...{ method: 'get', path: `${project}/evaluations/{evaluationId}/findings`, query: EvaluationView, status: 200 },
    ...{ answer: 'FindingsState', summary: 'Whether the findings of a view are there' },
  },
  {
    ...{ method: 'post', path: `${project}/evaluations/{evaluationId}/findings`, body: 'EvaluationView', status: 202 },
    ...{
      answer: 'FindingsState',
      summary: 'Starts the findings of a view, unless they are there (200) or on their way',
    },
  },
]
