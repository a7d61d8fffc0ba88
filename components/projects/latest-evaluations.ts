import { ListQuery } from '@/lib/wire/listing'

/** The newest evaluations, for the overview of a project. */
export const latestEvaluations = ListQuery.parse({ sort: 'created', order: 'descending', size: 5 })
