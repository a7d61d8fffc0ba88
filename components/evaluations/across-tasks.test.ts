import { expect, test } from 'vitest'
import { auditOf, frameOf, randomRows } from '@/lib/disparities/frame-fixture'
import { standingOfFrame } from '@/lib/disparities/standing-of-frame'
import { acrossTasks } from './across-tasks'

const frame = auditOf(
  frameOf(
    randomRows(3, 600).map((row) => (row.levels.sex === 'F' ? { ...row, score: 0.3 + (row.score - 0.3) / 4 } : row)),
  ),
)
const answer = standingOfFrame(frame)
const withP = (pAdjusted: number) => ({
  ...answer,
  worst: { ...answer.worst!, disparity: { ...answer.worst!.disparity, pAdjusted } },
})
const silent = { ...answer, worst: null, findingCount: 0 }
const untestable = { ...silent, comparisons: 0 }

test('a list over tasks multiplies the adjusted p by the tasks with a comparison, and prints both', () => {
  const tasks = [
    { task: 'Edema', answer: withP(0.01) },
    { task: 'Mass', answer: withP(0.03) },
    { task: 'Nodule', answer: silent },
    { task: 'Hernia', answer: untestable },
    { task: 'Fibrosis', answer: null },
  ]
  expect(acrossTasks(tasks)).toBe(
    'Each task was tested by itself. Counting all 3 tasks, the worst slice of these is not beyond chance: ' +
      'Mass (adjusted p 0.030, across tasks 0.09).',
  )
  expect(acrossTasks([tasks[0], tasks[2]])).toBe(
    'Each task was tested by itself; the worst slice of each is beyond chance among all 2 tasks too.',
  )
  expect(acrossTasks([tasks[1]])).toBeUndefined()
  expect(acrossTasks([tasks[2], tasks[2]])).toBeUndefined()
})
