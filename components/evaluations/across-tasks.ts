import { pText } from '@/lib/disparities/number-text'
import { findingLevel } from '@/lib/disparities/tested-metric'
import type { TaskStanding } from '@/lib/wire/standing'
import { standingWords as say } from './standing-words'

/**
 * What a list over several tasks must say of findings that were each tested within their task: its adjusted p times the
 * number of tasks with a comparison (statistics.md section 8).
 * @returns undefined for one task, or without a finding
 */
export function acrossTasks(tasks: readonly Pick<TaskStanding, 'task' | 'answer'>[]): string | undefined {
  const tested = tasks.flatMap(({ task, answer }) => (answer && answer.comparisons > 0 ? [{ task, answer }] : []))
  const worst = tested.flatMap(({ task, answer }) => (answer.worst ? [{ task, finding: answer.worst }] : []))
  if (tested.length < 2 || worst.length === 0) return undefined
  const open = worst.flatMap(({ task, finding }) => {
    const p = finding.disparity.pAdjusted ?? 1
    const across = Math.min(1, p * tested.length)
    return across > findingLevel ? [say.acrossTask(task, pText(p), pText(across))] : []
  })
  return open.length === 0 ? say.acrossAll(tested.length) : say.acrossNot(tested.length, open.join('; '))
}
