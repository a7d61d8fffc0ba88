import { attributeConcept } from '@/lib/slices/attribute-concept'
import type { VersionStanding } from '@/lib/wire/standing'
import type { Access } from './access'
import { pool } from './client'

type Evaluated = Pick<
  VersionStanding['evaluations'][number],
  'evaluationId' | 'name' | 'datasetName' | 'createdAt' | 'isSynthetic' | 'hasAttributes'
>

/** A version, with one of its evaluations; null: it has none. */
export interface VersionRow extends Omit<VersionStanding, 'evaluations'> {
  evaluation: Evaluated | null
}

/**
 * The versions of a project, newest first, each with its latest evaluation of every dataset and split, the newest of
 * them first; a row each. What is archived is left out.
 */
export async function listLatestEvaluations({ projectId }: Access): Promise<VersionRow[]> {
  const { rows } = await pool().query<VersionRow>(
    `select m.id as "modelId", m.name as "modelName", v.id as "versionId", v.name as "versionName", v.adaptation,
       case when e.id is not null then json_build_object('evaluationId', e.id, 'name', e.name, 'datasetName', d.name,
         'createdAt', to_char(e.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
         'isSynthetic', p.is_synthetic,
         'hasAttributes', exists (select from attribute_set k join attribute a on a.attribute_set_id = k.id
           where k.dataset_id = d.id and a.kind in ('demographic', 'acquisition') and cardinality(a.levels) > 1)
       ) end as evaluation
     from model m join project p on p.id = m.project_id join model_version v on v.model_id = m.id
     left join lateral (
       select distinct on (own.dataset_id, own.split) own.* from evaluation own
       join dataset of on of.id = own.dataset_id and of.archived_at is null
       where own.model_version_id = v.id and own.archived_at is null
       order by own.dataset_id, own.split, own.created_at desc, own.id desc) e on true
     left join dataset d on d.id = e.dataset_id
     where m.project_id = $1 and m.archived_at is null and v.archived_at is null
     order by v.created_at desc, v.id desc, e.created_at desc, e.id desc`,
    [projectId],
  )
  return rows
}

/** What the attributes of a project's datasets are about, of those that tell rows apart. */
export async function listDatasetConcepts({ projectId }: Access): Promise<string[]> {
  const { rows } = await pool().query<{ name: string; concept: string | null }>(
    `select distinct a.name, a.concept from dataset d join attribute_set k on k.dataset_id = d.id
     join attribute a on a.attribute_set_id = k.id
     where d.project_id = $1 and d.archived_at is null and a.kind in ('demographic', 'acquisition')
       and cardinality(array_remove(a.levels, 'Unknown')) > 1`,
    [projectId],
  )
  return rows.flatMap(({ name, concept }) => concept ?? attributeConcept(name).concept ?? [])
}
