import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase } from '@/scripts/test-database.mjs'
import { listChanges } from './audit'
import { closeConnections, onOneConnection, pool } from './client'
import { changeProject, createProject, deleteProject } from './projects'
import { recordChange } from './record-change'
import { accessForTests } from './seed-for-tests'

beforeAll(async () => {
  process.env.DATABASE_URL = await createTestDatabase()
  await createProject(accessForTests(), { name: 'First', description: '' })
})
afterAll(closeConnections)

test.each(['update audit_entry set actor = $$nobody$$', 'delete from audit_entry', 'truncate audit_entry'])(
  'the audit log refuses: %s',
  async (sql) => {
    await expect(pool().query(sql)).rejects.toThrow('append-only')
    const { rows } = await pool().query('select count(*)::int as count from audit_entry')
    expect(rows[0].count).toBeGreaterThan(0)
  },
)

test('every change of a project is told, newest first, also after it is gone', async () => {
  const { id } = await createProject(accessForTests(), { name: 'Chest', description: '' })
  const access = accessForTests(id, id)
  await changeProject(access, { name: 'Chest X-rays' })
  await deleteProject(access)
  const lines = await listChanges(access, 10)
  expect(lines.map(({ noun, nounId }) => ({ noun, nounId }))).toEqual(Array(3).fill({ noun: 'project', nounId: id }))
  expect(lines[1].change).toMatchObject({ before: { name: 'Chest' }, after: { name: 'Chest X-rays' } })
})

test('a change that is undone leaves no entry', async () => {
  const entry = { noun: 'project', nounId: 4711, projectId: 4711, change: {} }
  const write = onOneConnection(async (client) => {
    await recordChange(client, accessForTests(), entry)
    throw new Error('after the entry')
  })
  await expect(write).rejects.toThrow('after the entry')
  expect(await listChanges(accessForTests(4711), 10)).toEqual([])
})
