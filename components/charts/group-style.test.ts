import { expect, test } from 'vitest'
import { groupStyle } from './group-style'

test('a level keeps its colour by its stored place; Unknown is grey and takes none', () => {
  const levels = ['M', 'Unknown', 'F']
  expect(groupStyle('M', levels)).toMatchObject({ color: 'var(--group-1)', marker: 'circle', dash: undefined })
  expect(groupStyle('F', levels)).toMatchObject({ color: 'var(--group-2)', marker: 'square', dash: '7 3' })
  expect(groupStyle('Unknown', levels)).toMatchObject({ color: 'var(--group-unknown)', marker: 'cross' })
})

test('the seventh has a hollow marker, the thirteenth no style', () => {
  const levels = Array.from({ length: 13 }, (_, at) => `S${at + 1}`)
  expect(groupStyle('S7', levels)).toMatchObject({ marker: 'circle', isHollow: true, dash: '7 3' })
  expect(groupStyle('S13', levels)).toBeUndefined()
})
