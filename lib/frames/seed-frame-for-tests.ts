import { writeColumn } from '@/lib/db/chunks'
import { onOneConnection } from '@/lib/db/client'
import { seedEvaluation } from '@/lib/db/seed-for-tests'
import { writeKeys } from '@/lib/db/write-keys'
import type { EvaluationFrame } from '@/lib/disparities/evaluation-frame'
import type { Direction, ScoreScale, Source } from '@/lib/wire/metric-frame'

/** How a frame is written; kinds of attributes by name. */
export interface SeededFrame {
  frame: EvaluationFrame
  source?: Pick<Source, 'name' | 'sha256'>
  task?: string
  direction?: Direction
  scale?: ScoreScale
  hasSubjects?: boolean
  kinds?: Record<string, 'split' | 'time' | 'acquisition'>
}

/** Writes a frame into the database as an import does, rows being examples, and returns its numbers. For tests and benches. */
export async function seedFrame({
  frame,
  source = { name: 'seeded.csv', sha256: '0'.repeat(64) },
  task = 'pneumonia',
  direction = 'disease',
  scale = 'probability',
  hasSubjects = true,
  kinds = {},
}: SeededFrame) {
  const examples = frame.score.length
  const seeded = await seedEvaluation({ examples })
  await onOneConnection(async (client) => {
    const { datasetId, evaluationId, taskId, labelSourceId, attributeSetId } = seeded
    const { name, sha256 } = source
    await client.query('update task set name = $2, direction = $3 where id = $1', [taskId, task, direction])
    await client.query('update dataset set subjects = $2 where id = $1', [datasetId, frame.subjects])
    await client.query('update evaluation set source_name = $2, source_sha256 = $3, score_scale = $4 where id = $1', [
      evaluationId,
      name,
      sha256,
      scale,
    ])
    await client.query('insert into labelled_task values ($1, $2, 0, 0, 0)', [labelSourceId, taskId])
    const scored = frame.score.reduce((sum, score) => sum + (Number.isNaN(score) ? 0 : 1), 0)
    await client.query('insert into scored_task values ($1, $2, $3, $4, $5)', [
      ...[evaluationId, taskId, scored, examples - scored],
      frame.decision !== undefined,
    ])
    const levelOf = Uint32Array.from(frame.cells.levelOf.flatMap((levels) => [...levels]))
    await client.query('update attribute_set set cells = $2, level_of = $3 where id = $1', [
      ...[attributeSetId, frame.cells.count],
      Buffer.from(levelOf.buffer),
    ])
    for (const [position, { name, kind, scale, concept, levels }] of frame.cells.attributes.entries()) {
      await client.query(
        `insert into attribute (attribute_set_id, position, name, kind, scale, concept, levels, edges)
         values ($1, $2, $3, $4, $5, $6, $7, '{}')`,
        [attributeSetId, position, name, kinds[name] ?? kind, scale, concept ?? null, levels],
      )
    }
    await writeColumn(client, 'score', [evaluationId, taskId], frame.score)
    await writeColumn(client, 'label', [labelSourceId, taskId], frame.label)
    if (frame.decision) await writeColumn(client, 'decision', [evaluationId, taskId], frame.decision)
    await writeColumn(client, 'subject', [datasetId], frame.subject)
    await writeColumn(client, 'cell', [attributeSetId], frame.cell)
    const example = Array.from(frame.score, (_, row) => `image ${row}`)
    const subject = Array.from({ length: frame.subjects }, (_, at) => (hasSubjects ? `patient ${at}` : `image ${at}`))
    await writeKeys(client, datasetId, { subject, example, subjectOf: Uint32Array.from(frame.subject) })
  })
  return seeded
}
