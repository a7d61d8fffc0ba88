import { useState } from 'react'
import type { TaskStanding } from '@/lib/wire/standing'

/** The tasks in an order that does not change while some are tested: worst first as soon as all are. */
export function useSettledOrder(tasks: readonly TaskStanding[]): TaskStanding[] {
  const [first] = useState(() => tasks.map(({ task }) => task))
  if (!tasks.some(({ findings }) => findings.state === 'computing')) return [...tasks]
  return [...tasks].sort((a, b) => first.indexOf(a.task) - first.indexOf(b.task))
}
