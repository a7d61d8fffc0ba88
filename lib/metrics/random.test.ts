import { expect, test } from 'vitest'
import { randomStream, splitmix32, xoshiro128 } from './random'

test('xoshiro128** gives the sequence of the published algorithm from 1, 2, 3, 4', () => {
  // https://prng.di.unimi.it/xoshiro128starstar.c, evaluated in Python with whole numbers
  const stream = xoshiro128([1, 2, 3, 4])
  expect(Array.from({ length: 10 }, () => stream.uint32())).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ])
})
test('splitmix32 never gives one stream for two seeds', () => {
  const firsts = Array.from({ length: 10_000 }, (_, seed) => splitmix32(seed)())
  expect(new Set(firsts).size).toBe(10_000)
})
test('the same seed gives the same bits, another replicate, purpose or seed gives others', () => {
  const draws = (seed: number, purpose: string, replicate: number) => {
    const stream = randomStream(seed, purpose, replicate)
    return [stream.uint32(), stream.uint32(), stream.uint32()]
  }
  expect(draws(1, 'permutation', 5)).toEqual(draws(1, 'permutation', 5))
  expect(draws(1, 'permutation', 5)).not.toEqual(draws(1, 'permutation', 6))
  expect(draws(1, 'permutation', 5)).not.toEqual(draws(2, 'permutation', 5))
  expect(draws(1, 'permutation', 5)).not.toEqual(draws(1, 'ece', 5))
})
test('numbers below n are all equally likely, for small and large n', () => {
  const stream = randomStream(1, 'below', 0)
  const counts = new Array<number>(7).fill(0)
  for (let i = 0; i < 70_000; i++) counts[stream.below(7)]++
  const chiSquare = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)
  expect(chiSquare).toBeLessThan(22.5) // .999 quantile at 6 degrees
  const large = Array.from({ length: 20_000 }, () => stream.below(3_000_000_000))
  expect(Math.max(...large)).toBeLessThan(3_000_000_000)
  expect(large.filter((drawn) => drawn < 1_500_000_000).length / 20_000).toBeCloseTo(0.5, 1)
})
test('normals have mean 0, variance 1 and the right tail', () => {
  const stream = randomStream(1, 'normal', 0)
  const draws = Array.from({ length: 200_000 }, () => stream.normal())
  const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length
  expect(Math.abs(mean)).toBeLessThan(0.008)
  expect(draws.reduce((sum, x) => sum + x * x, 0) / draws.length).toBeCloseTo(1, 1)
  const beyond = draws.filter((x) => Math.abs(x) > 1.959963984540054).length / draws.length
  expect(Math.abs(beyond - 0.05)).toBeLessThan(0.002)
})
