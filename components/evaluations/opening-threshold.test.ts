import { expect, test } from 'vitest'
import { openingThreshold } from './opening-threshold'

test('a threshold is named by the rule behind it', () => {
  expect(openingThreshold({ value: 0.5, rule: 'fixed', chosenOnTheseData: false })).toBe('threshold 0.5')
  expect(openingThreshold({ value: 0.022643, rule: 'youden', chosenOnTheseData: true })).toBe('Youden 0.0226')
  expect(openingThreshold({ value: 0.1, rule: 'sensitivity', chosenOnTheseData: true })).toBe('for a sensitivity, 0.1')
  expect(openingThreshold({ value: null, rule: 'given', chosenOnTheseData: false })).toBe('the model’s own decisions')
})
