import { isMainThread, parentPort } from 'node:worker_threads'
import { startProgress } from '@/cli/progress'
import { tallies } from './experiment'
import { experiments } from './experiments'
import { judgedClaim } from './judged-claim'
import { printTable } from './print-table'
import { type TallyRequest, talliesOnThreads } from './tallies-on-threads'

/**
 * Prints how often the statistics keep their promises in simulated data sets.
 * @returns exit status: 1 if a promise is not kept, 2 if the arguments are not understood
 */
export async function runSimulation(args: readonly string[]): Promise<number> {
  if (args.some((arg) => arg !== '--quick')) {
    process.stderr.write('usage: npm run simulate [-- --quick]\n')
    return 2
  }
  const isQuick = args.includes('--quick')
  const progress = startProgress(process.stderr, false)
  const tallied = await talliesOnThreads(isQuick, new URL(import.meta.url), (share, name) =>
    progress.show(`simulating: ${Math.floor(100 * share)} %, ${name}`),
  )
  progress.clear()
  const claims = experiments.flatMap((experiment, i) =>
    experiment.claims.map((claim, c) => judgedClaim(claim, tallied[i][c], isQuick)),
  )
  process.stdout.write(printTable(claims, isQuick))
  return claims.every(({ isKept }) => isKept) ? 0 : 1
}

// The bundle is also what its threads run.
if (!isMainThread && parentPort) {
  const port = parentPort
  port.on('message', ({ experiment, from, to }: TallyRequest) => {
    port.postMessage(tallies(experiments[experiment], from, to))
  })
}
