import { spawn } from 'node:child_process'
import { root } from './root.mjs'

/**
 * Runs a command in the project's folder to its end, its output on standard error; ends it when we are told to end.
 * @returns {Promise<{ status: number | undefined, words: string }>} what it wrote to standard error; no status: not found
 */
export function run(command, args, variables = {}) {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...variables },
    stdio: ['ignore', 2, 'pipe'],
    shell: process.platform === 'win32' && command === 'npm',
  })
  let words = ''
  child.stderr.on('data', (bytes) => {
    process.stderr.write(bytes)
    words = (words + bytes).slice(-20_000)
  })
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  const pass = (signal) => {
    child.kill('SIGTERM')
    child.once('close', () => process.exit(signal === 'SIGINT' ? 130 : 143))
  }
  for (const signal of signals) process.on(signal, pass)
  return new Promise((resolve, reject) => {
    child.once('error', (error) => (error.code === 'ENOENT' ? resolve({ status: undefined, words }) : reject(error)))
    child.once('close', (code) => {
      for (const signal of signals) process.off(signal, pass)
      resolve({ status: code ?? 1, words })
    })
  })
}
