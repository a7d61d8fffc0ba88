import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const declarations = (css: string) => css.match(/--[\w-]+: [^;]+;/g)

test('a dark system and a dark theme have the same colours', () => {
  const [, dark] = readFileSync('app/tokens.css', 'utf8').split('[data-theme="dark"]')
  expect(declarations(readFileSync('app/tokens-dark.css', 'utf8'))).toEqual(declarations(dark))
})
