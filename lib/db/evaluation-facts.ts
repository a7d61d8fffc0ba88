import type { Pool } from 'pg'
import type { Attribute } from '@/lib/slices/cell-table'
import type { Direction, ScoreScale } from '@/lib/wire/metric-frame'
import { UnknownId } from './unknown-id'

/** A task for which an evaluation has scores. */
export interface EvaluatedTask {
  id: number
  name: string
  direction: Direction
  scored: number
  hasDecisions: boolean
  /** of the version, the latest one; null: none was chosen */
  operatingPoint: number | null
  /** whether a rule chose it on this evaluation's own rows, so that rates at it are optimistic */
  isChosenHere: boolean
  /** thresholds of all operating points that the version ever had for the task, ascending */
  thresholds: number[]
}

/** An attribute of the evaluated dataset; without its levels, which may be many. */
export interface DatasetAttribute {
  id: number
  setId: number
  name: string
  kind: Attribute['kind'] | 'split' | 'time'
  concept: string | null
  levels: number
}

/** All about an evaluation that its questions depend on. But for the kinds of attributes it never changes. */
export interface EvaluationFacts {
  id: number
  datasetId: number
  labelSourceId: number
  examples: number
  scoreScale: ScoreScale
  split: string | null
  sourceName: string
  sourceSha256: string
  isPartial: boolean
  isSynthetic: boolean
  /** in the order in which they were first imported */
  tasks: EvaluatedTask[]
  /** set by set as they were imported, in the order of the file's columns */
  attributes: DatasetAttribute[]
  /** families compared unless a view names others; null: `defaultFamilies` of those with 2 to 20 levels */
  prespecified: string[][] | null
}

const text = `
  select e.id, e.dataset_id as "datasetId", e.label_source_id as "labelSourceId", d.examples,
    e.score_scale as "scoreScale", e.split, e.source_name as "sourceName", e.source_sha256 as "sourceSha256",
    e.is_partial as "isPartial", e.is_synthetic as "isSynthetic",
    d.prespecified,
    (select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name, 'direction', t.direction,
        'scored', s.scored, 'hasDecisions', s.has_decisions,
        'operatingPoint', (select o.threshold from operating_point o
          where o.model_version_id = e.model_version_id and o.task_id = t.id order by o.created_at desc, o.id desc limit 1),
        'isChosenHere', coalesce((select o.chosen_on_id = e.id and o.rule <> 'fixed' from operating_point o
          where o.model_version_id = e.model_version_id and o.task_id = t.id order by o.created_at desc, o.id desc limit 1), false),
        'thresholds', (select coalesce(json_agg(distinct o.threshold order by o.threshold), '[]') from operating_point o
          where o.model_version_id = e.model_version_id and o.task_id = t.id)
      ) order by t.id), '[]') from scored_task s join task t on t.id = s.task_id where s.evaluation_id = e.id) as tasks,
    (select coalesce(json_agg(json_build_object('id', a.id, 'setId', a.attribute_set_id, 'name', a.name,
        'kind', a.kind, 'concept', a.concept, 'levels', cardinality(a.levels)) order by a.attribute_set_id, a.position), '[]')
      from attribute_set k join attribute a on a.attribute_set_id = k.id where k.dataset_id = e.dataset_id) as attributes
  from evaluation e join dataset d on d.id = e.dataset_id where e.id = any($1) order by e.id`

/** In one query, since every answer begins with it. */
export async function readEvaluationFacts(pool: Pool, evaluationId: number | undefined): Promise<EvaluationFacts> {
  const [facts] = evaluationId === undefined ? [] : await listEvaluationFacts(pool, [evaluationId])
  if (!facts) throw new UnknownId('evaluation')
  return facts
}

/** The same for several evaluations, ascending by number; in one query too. */
export async function listEvaluationFacts(pool: Pool, evaluationIds: readonly number[]): Promise<EvaluationFacts[]> {
  const { rows } = await pool.query<EvaluationFacts>({ name: 'evaluation facts', text, values: [evaluationIds] })
  return rows
}

/** The levels of an attribute by which a dataset's rows are compared; of two of one name those of the later one. */
export async function listLevels(pool: Pool, datasetId: number, name: string): Promise<string[]> {
  const { rows } = await pool.query<{ levels: string[] }>(
    `select a.levels from attribute a join attribute_set k on k.id = a.attribute_set_id
     where k.dataset_id = $1 and a.name = $2 and a.kind not in ('split', 'time')
     order by a.attribute_set_id desc, a.position desc limit 1`,
    [datasetId, name],
  )
  return rows[0]?.levels ?? []
}

/** The levels of the splits of a dataset: the values that a view's `split` may have. */
export async function listSplits(pool: Pool, datasetId: number): Promise<string[]> {
  const { rows } = await pool.query<{ levels: string[] }>(
    `select a.levels from attribute a join attribute_set k on k.id = a.attribute_set_id
     where k.dataset_id = $1 and a.kind = 'split' order by a.id`,
    [datasetId],
  )
  return [...new Set(rows.flatMap(({ levels }) => levels))]
}
