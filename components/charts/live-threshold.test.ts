import { expect, test } from 'vitest'
import { liveThreshold } from './live-threshold'

test('many moves within one frame of the screen are drawn once, with the last', () => {
  const frames: (() => void)[] = []
  const drawn: (number | undefined)[] = []
  const live = liveThreshold((call) => frames.push(call))
  const leave = live.subscribe((edge) => drawn.push(edge))
  for (const edge of [3, 4, 5]) live.move(edge)
  expect(live.current()).toBe(5)
  for (const frame of frames.splice(0)) frame()
  live.rest() // still held
  expect(live.current()).toBe(5)
  live.release()
  live.rest()
  for (const frame of frames.splice(0)) frame()
  leave()
  live.move(1)
  for (const frame of frames.splice(0)) frame()
  expect(drawn).toEqual([5, undefined])
})
