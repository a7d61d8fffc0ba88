import { expect, test } from 'vitest'
import { describe } from './log'

test('a fault of ours is told in its own words, with where it was', () => {
  const told = describe(new TypeError('x is not a function'))
  expect(told).toMatchObject({ name: 'TypeError', message: 'x is not a function' })
  expect(told.frames?.[0]).toMatch(/^at /)
})

test('what quotes its input is not quoted: a key could be in it', () => {
  const fromDatabase = Object.assign(new Error('Key (key)=(Jane Doe) already exists'), { code: '23505' })
  let fromParser: unknown
  try {
    JSON.parse('{Jane Doe')
  } catch (error) {
    fromParser = error
  }
  expect(JSON.stringify([describe(fromDatabase), describe(fromParser), describe('Jane Doe')])).not.toContain('Jane')
  expect(describe(fromDatabase).code).toBe('23505')
})
