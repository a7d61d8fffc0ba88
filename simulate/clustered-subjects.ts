import type { RandomStream } from '@/lib/metrics/random'
import { clusterSize } from './cluster-sizes'

/** A patient of a simulated evaluation. */
export interface SimulatedSubject {
  subject: number
  images: number
  isInSlice: boolean
}

/** The patients of a slice, and 60 to 100 others. */
export function clusteredSubjects(random: RandomStream, inSlice: number): SimulatedSubject[] {
  const others = 60 + random.below(41)
  return Array.from({ length: inSlice + others }, (_, subject) => ({
    subject,
    images: clusterSize(random),
    isInSlice: subject < inSlice,
  }))
}
