import { ensureBundled } from './bundle.mjs'

/** Tests of the commands run the bundles that people run. */
export async function setup() {
  await ensureBundled()
}
