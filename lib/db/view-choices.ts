import { mostGuessedLevels } from '@/lib/disparities/audit-settings'
import { defaultFamilies } from '@/lib/slices/default-families'
import { EvaluationFacts } from '@/lib/wire/evaluation-facts'
import type { Access } from './access'
import { pool } from './client'
import { UnknownId } from './unknown-id'

interface AttributeRow {
  name: string
  concept: string | null
  kind: 'demographic' | 'acquisition' | 'split' | 'time'
  levels: string[]
}

interface ChoicesRow extends Omit<EvaluationFacts, 'attributes' | 'splits' | 'prespecified' | 'prespecifiedChange'> {
  attributes: AttributeRow[]
  prespecified: string[][] | null
  note: string | null
  changedAt: Date | null
}

const iso = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const text = `
  select m.name as "modelName", v.id as "versionId", v.name as "versionName", d.name as "datasetName",
    p.is_synthetic as "isSynthetic", d.prespecified, d.prespecified_note as note, d.prespecified_at as "changedAt",
    (select coalesce(json_agg(json_build_object('name', t.name, 'direction', t.direction, 'scored', s.scored,
        'hasDecisions', s.has_decisions,
        'operatingPoints', (select coalesce(json_agg(json_build_object('id', o.id, 'modelVersionId', v.id, 'task', t.name,
            'rule', o.rule, 'target', o.target, 'threshold', o.threshold, 'chosenOnId', o.chosen_on_id,
            'createdAt', ${iso('o.created_at')}) order by o.created_at desc, o.id desc), '[]')
          from operating_point o where o.model_version_id = v.id and o.task_id = t.id)
      ) order by t.id), '[]') from scored_task s join task t on t.id = s.task_id where s.evaluation_id = e.id) as tasks,
    (select coalesce(json_agg(json_build_object('name', a.name, 'concept', a.concept, 'kind', a.kind, 'levels', a.levels)
        order by a.attribute_set_id, a.position), '[]')
      from attribute_set k join attribute a on a.attribute_set_id = k.id where k.dataset_id = e.dataset_id) as attributes
  from evaluation e join dataset d on d.id = e.dataset_id join project p on p.id = e.project_id
    join model_version v on v.id = e.model_version_id join model m on m.id = v.model_id
  where e.id = $1`

/** What a view of an evaluation can choose from, in one query. */
export async function readViewChoices({ id }: Access): Promise<EvaluationFacts> {
  const { rows } = await pool().query<ChoicesRow>({ name: 'view choices', text, values: [id] })
  if (rows.length === 0) throw new UnknownId('evaluation')
  const { attributes: all, prespecified, note, changedAt, ...rest } = rows[0]
  const attributes = lastOfEachName(all.filter(({ kind }) => kind === 'demographic' || kind === 'acquisition'))
  const alone = attributes.filter(({ levels }) => levels.length > 1 && levels.length <= mostGuessedLevels)
  return EvaluationFacts.parse({
    ...rest,
    attributes,
    splits: [...new Set(all.flatMap(({ kind, levels }) => (kind === 'split' ? levels : [])))],
    prespecified: prespecified ?? defaultFamilies(alone),
    prespecifiedChange: note === null || changedAt === null ? null : { note, at: changedAt.toISOString() },
  })
}

/** Of two attributes of one name the later one counts, in the place of the first: as in every answer. */
function lastOfEachName(attributes: readonly AttributeRow[]): AttributeRow[] {
  return [...new Map(attributes.map((attribute) => [attribute.name, attribute])).values()]
}
