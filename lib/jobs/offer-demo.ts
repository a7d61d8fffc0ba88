import type { Access } from '@/lib/db/access'
import { readDemo, startDemo } from '@/lib/db/demo'
import { demoNames } from '@/lib/demo/demo-declaration'
import { demoSeed } from '@/lib/demo/demo-seed'
import { log } from '@/lib/log'
import type { Demo } from '@/lib/wire/demo'
import { wakeJobs } from './wake-jobs'

const { project: name, description } = demoNames

/** On the first start, once a page has been answered: makes the demonstration, unless it is not wanted. Throws nothing. */
export async function offerDemo(access: Access): Promise<void> {
  try {
    if (await startDemo(access, { name, description }, { when: 'first', seed: demoSeed })) wakeJobs()
  } catch (error) {
    log('warn', 'The demonstration could not be started', { error })
  }
}

/** Makes the demonstration because somebody asks for it. */
export async function addDemo(access: Access): Promise<Demo> {
  if (await startDemo(access, { name, description }, { when: 'asked', seed: demoSeed })) wakeJobs()
  return readDemo(access)
}
