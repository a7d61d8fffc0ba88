import { expect, test } from 'vitest'
import { taskInside, taskText } from './level-text'

test('a task has spaces for underscores, and no capitals within a sentence unless it is short for something', () => {
  expect(taskText('Pleural_Thickening')).toBe('Pleural Thickening')
  expect(taskInside('Pleural_Thickening')).toBe('pleural thickening')
  expect(taskInside('COPD')).toBe('COPD')
  expect(taskInside('Enlarged_heart or COPD')).toBe('enlarged heart or COPD')
})
