import { expect, test } from 'vitest'
import { poolName } from './pool-name'

const among = (filter: [string, string][], split: string | null = null) =>
  poolName({ filter: filter.map(([column, value]) => ({ column, value })), split })

test('whom a filter leaves is called as a group is', () => {
  expect(among([])).toBe('')
  expect(among([['Sex', 'F']])).toBe('women')
  expect(
    among([
      ['sex', 'F'],
      ['view', 'AP'],
    ]),
  ).toBe('AP images of women')
})

test('several levels of one attribute, and a split, are named', () => {
  const sites: [string, string][] = [
    ['site', 'North'],
    ['site', 'South'],
  ]
  expect(among(sites)).toBe('images with site North or South')
  expect(among([['sex', 'M'], ...sites], 'test')).toBe('men with site North or South in split test')
  expect(among([], 'test')).toBe('images in split test')
})
