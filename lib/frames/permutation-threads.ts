import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { PermutationPlan } from '@/lib/disparities/permutation-plan'
import { type PermutationStatistics, permutationStatistics } from '@/lib/disparities/permutation-statistics'
import type { PermutationRequest } from './permutation-worker'

/** Below this many visits of rows a thread takes longer to start than it saves. */
const fewestVisits = 3e8

/** Replicates a thread computes between two reports of progress. */
const replicatesAStep = 10

/**
 * Replicates 0 … `permutations` of a plan on all processors. The numbers do not depend on how many there are.
 * @param worker address of the bundled permutation-worker
 * @param onProgress is told how many replicates are done
 */
export async function permutationsOnThreads(
  plan: PermutationPlan,
  permutations: number,
  worker: URL,
  { signal, onProgress }: { signal?: AbortSignal; onProgress?: (done: number) => void } = {},
): Promise<PermutationStatistics[]> {
  const visits = plan.events.length * (plan.familyStart.length - 1) * permutations
  if (visits < fewestVisits || plan.tests.length === 0) return [permutationStatistics(plan, 0, permutations + 1)]
  const starts = Array.from({ length: Math.ceil((permutations + 1) / replicatesAStep) }, (_, i) => i * replicatesAStep)
  const parts: PermutationStatistics[] = new Array(starts.length)
  let [next, done] = [0, 0]
  const threads = Math.min(availableParallelism(), starts.length)
  await Promise.all(
    Array.from({ length: threads }, async () => {
      const thread = new Worker(worker)
      const abort = () => void thread.terminate()
      signal?.addEventListener('abort', abort, { once: true })
      try {
        while (next < starts.length) {
          signal?.throwIfAborted()
          const step = next++
          const from = starts[step]
          const to = Math.min(permutations + 1, from + replicatesAStep)
          parts[step] = await answered(thread, { plan, from, to })
          done += to - from
          onProgress?.(done)
        }
      } finally {
        signal?.removeEventListener('abort', abort)
        await thread.terminate()
      }
    }),
  )
  return parts
}

function answered(thread: Worker, request: PermutationRequest): Promise<PermutationStatistics> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      thread.off('message', onMessage).off('error', onError).off('exit', onExit)
      act()
    }
    const onMessage = (part: PermutationStatistics) => settle(() => resolve(part))
    const onError = (error: Error) => settle(() => reject(error))
    const onExit = () => settle(() => reject(new Error('a permutation thread ended early')))
    thread.on('message', onMessage).on('error', onError).on('exit', onExit)
    thread.postMessage(request)
  })
}
