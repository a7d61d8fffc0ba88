import { parentPort } from 'node:worker_threads'
import type { PermutationPlan } from '@/lib/disparities/permutation-plan'
import { permutationStatistics } from '@/lib/disparities/permutation-statistics'

/** One range of replicates of one plan; the plan's columns are shared memory. */
export interface PermutationRequest {
  plan: PermutationPlan
  from: number
  to: number
}

if (!parentPort) throw new Error('permutation-worker runs in a worker thread')
const port = parentPort
port.on('message', ({ plan, from, to }: PermutationRequest) => {
  const part = permutationStatistics(plan, from, to)
  port.postMessage(part, [part.statistics.buffer as ArrayBuffer, part.ranges.buffer as ArrayBuffer])
})
