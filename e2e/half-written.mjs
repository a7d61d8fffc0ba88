import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

// Each finds what must not be there: rows of an import of which other rows are missing.
const halves = {
  'keys that are fewer or more than examples': `
    select dataset.id from dataset
    where examples <> (select count(*) from example where dataset_id = dataset.id)
      or subjects <> (select count(*) from subject where dataset_id = dataset.id)
      or exists (select from example where dataset_id = dataset.id and not exists (
        select from subject where dataset_id = example.dataset_id and subject_id = example.subject_id))`,
  'subject chunks that are not whole': `
    select id from dataset where 4 * examples is distinct from
      (select sum(length(bytes)) from subject_chunk where dataset_id = dataset.id)`,
  'cells that are not whole': `
    select attribute_set.id from dataset left join attribute_set on dataset_id = dataset.id
    where 4 * examples is distinct from
      (select sum(length(bytes)) from cell_chunk where attribute_set_id = attribute_set.id)`,
  'labels that are not whole': `
    select label_source.id from dataset left join label_source on dataset_id = dataset.id
      left join labelled_task on label_source_id = label_source.id
    where examples is distinct from (select sum(length(bytes)) from label_chunk
      where label_chunk.label_source_id = label_source.id and label_chunk.task_id = labelled_task.task_id)
      or positives + negatives + unknown <> examples`,
  'scores that are not whole': `
    select evaluation.id from evaluation join dataset on dataset.id = dataset_id
      left join scored_task on evaluation_id = evaluation.id
    where 8 * examples is distinct from (select sum(length(bytes)) from score_chunk
      where score_chunk.evaluation_id = evaluation.id and score_chunk.task_id = scored_task.task_id)`,
  'a dataset without an evaluation': `
    select id from dataset where not exists (select from evaluation where dataset_id = dataset.id)`,
  'tables of keys without a dataset': `
    select relname from pg_class where relkind = 'r' and relname ~ '^(example|subject)_[0-9]+$'
      and not exists (select from dataset where id = substring(relname from '[0-9]+$')::int)`,
  'a change that was not told': `
    select id from dataset where not exists (select from audit_entry where noun = 'dataset' and noun_id = dataset.id)
    union all
    select id from evaluation where not exists (
      select from audit_entry where noun = 'evaluation' and noun_id = evaluation.id)`,
  'a job that is done without its rows': `
    select job.id from job where kind = 'import' and state = 'done'
      and not exists (select from evaluation where id = (outcome ->> 'evaluationId')::int)`,
  'rows of a job that is not done': `
    select evaluation.id from evaluation where not exists (select from job
      where state = 'done' and (outcome ->> 'evaluationId')::int = evaluation.id)`,
  'a job that ended without a reason': `
    select id from job where state = 'failed' and failure is null or state in ('queued', 'running')`,
}

/** What is half-written in a database and its folder; empty: nothing. */
export async function findHalfWritten(url, folder) {
  const client = new pg.Client({ connectionString: url, options: '-c search_path=equiscope' })
  await client.connect()
  try {
    const found = []
    for (const [what, sql] of Object.entries(halves)) {
      const { rows } = await client.query(sql)
      if (rows.length > 0) found.push(`${what}: ${JSON.stringify(rows)}`)
    }
    const { rows: uploads } = await client.query('select sha256 from upload')
    for (const { sha256 } of uploads)
      if (!existsSync(join(folder, 'uploads', sha256))) found.push(`an upload without its file: ${sha256}`)
    return found
  } finally {
    await client.end()
  }
}

/** Files that nothing speaks of, which the next start would sweep away. */
export function leftOverFiles(folder) {
  return readdirSync(join(folder, 'uploads')).filter((name) => name.startsWith('incoming-'))
}
