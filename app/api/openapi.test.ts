import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { expect, test } from 'vitest'
import { openApi } from './openapi'
import { operations } from './operations'

const folder = join(import.meta.dirname, 'v1')

/** Method and path of every route there is. */
function routes(): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('route.ts'))
  return files.flatMap((file) => {
    const path = `/api/v1/${relative('', join(file, '..')).split(sep).join('/')}`.replaceAll(/\[(\w+)\]/g, '{$1}')
    const methods = readFileSync(join(folder, file), 'utf8').matchAll(/^export const (GET|POST|PATCH|DELETE|PUT)\b/gm)
    return [...methods].map(([, method]) => `${method.toLowerCase()} ${path}`)
  })
}

test('describes every route there is, and no other', () => {
  expect(operations.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(routes().sort())
})

test('refers only to schemas that it holds', () => {
  const text = JSON.stringify(openApi())
  const known = Object.keys(openApi().components.schemas)
  for (const [, name] of text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]*)"/g)) expect(known).toContain(name)
  expect(known).toContain('MetricFrame')
})
