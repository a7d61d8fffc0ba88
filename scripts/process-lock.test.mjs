import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startOf } from './process-identity.mjs'
import { takeLock } from './process-lock.mjs'
import { temporaryFolder } from './test-database.mjs'

const lockModule = new URL('process-lock.mjs', import.meta.url).href

/** Another process that takes the lock, says so, and stays. */
async function contender(file) {
  const program = `import { takeLock } from ${JSON.stringify(lockModule)}
    const { lock, holder } = takeLock(${JSON.stringify(file)})
    lock?.note({ url: 'http://localhost:1' })
    console.log(JSON.stringify({ has: Boolean(lock), holder }))
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(child.stdout, 'data')
  const end = async () => {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  return { ...JSON.parse(line), pid: child.pid, end }
}

test('a second one learns who has it and where it runs; once released it is free', async () => {
  const file = join(temporaryFolder(), 'lock')
  const { lock } = takeLock(file)
  lock.note({ url: 'http://localhost:3000' })
  const second = await contender(file)
  expect(second).toMatchObject({ has: false, holder: { pid: process.pid, url: 'http://localhost:3000' } })
  await second.end()
  lock.release()
  expect(existsSync(file)).toBe(false)
})

test('a holder that was killed is followed, and what it had noted is handed on', async () => {
  const file = join(temporaryFolder(), 'lock')
  const killed = await contender(file)
  expect(takeLock(file).holder).toMatchObject({ pid: killed.pid })
  await killed.end()
  const { lock, left } = takeLock(file)
  expect(left).toMatchObject({ pid: killed.pid, url: 'http://localhost:1' })
  lock.release()
})

test('a number that another process has now does not hold the lock', () => {
  const file = join(temporaryFolder(), 'lock')
  writeFileSync(file, JSON.stringify({ pid: process.ppid, started: 'another boot', host: hostname() }))
  const { lock } = takeLock(file)
  expect(lock).toBeDefined()
  lock.release()
})

test('of twelve that find an abandoned lock at once, one has it', async () => {
  const file = join(temporaryFolder(), 'lock')
  const killed = await contender(file)
  await killed.end()
  const contenders = await Promise.all(Array.from({ length: 12 }, () => contender(file)))
  const winners = contenders.filter(({ has }) => has)
  expect(winners.length).toBe(1)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
    pid: winners[0].pid,
    started: startOf(winners[0].pid),
  })
  await Promise.all(contenders.map(({ end }) => end()))
})
