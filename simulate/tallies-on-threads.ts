import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { sumOfTallies, type Tally } from './experiment'
import { experiments } from './experiments'

/** A range of data sets of one experiment, by its place in `experiments`. */
export interface TallyRequest {
  experiment: number
  from: number
  to: number
}

/** A tenth of an experiment a step: progress is seen, and no thread ends long after the others. */
const stepsAnExperiment = 10

/**
 * Tallies of all experiments on all processors; the numbers do not depend on how many there are.
 * @param worker address of a module that answers each `TallyRequest` with its tallies
 * @param onProgress is told the share that is done and which experiment was last
 */
export async function talliesOnThreads(
  isQuick: boolean,
  worker: URL,
  onProgress: (share: number, name: string) => void,
): Promise<Tally[][]> {
  const requests = experiments
    .flatMap(({ replicates, quickReplicates }, experiment): TallyRequest[] => {
      const size = Math.ceil((isQuick ? quickReplicates : replicates) / stepsAnExperiment)
      const last = isQuick ? quickReplicates : replicates
      const starts = Array.from({ length: Math.ceil(last / size) }, (_, step) => step * size)
      return starts.map((from) => ({ experiment, from, to: Math.min(last, from + size) }))
    })
    .reverse() // findings take longest
  const total: (Tally[] | undefined)[] = experiments.map(() => undefined)
  let [next, done] = [0, 0]
  const serve = async () => {
    const thread = new Worker(worker)
    try {
      while (next < requests.length) {
        const request = requests[next++]
        const own = await answered(thread, request)
        const before = total[request.experiment]
        total[request.experiment] = before ? sumOfTallies(before, own) : own
        onProgress(++done / requests.length, experiments[request.experiment].name)
      }
    } finally {
      await thread.terminate()
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, serve))
  return total.map((own) => own!)
}

function answered(thread: Worker, request: TallyRequest): Promise<Tally[]> {
  return new Promise((resolve, reject) => {
    const onError = (error: Error) => reject(error)
    thread.once('error', onError)
    thread.once('message', (own: Tally[]) => {
      thread.off('error', onError)
      resolve(own)
    })
    thread.postMessage(request)
  })
}
