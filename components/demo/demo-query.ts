import { queryOptions } from '@tanstack/react-query'
import { Demo } from '@/lib/wire/demo'
import { fetchAnswer } from '@/lib/wire/fetch-answer'

export const demoAddress = '/api/v1/demo'

/** Whether more will be heard of the demonstration. */
export const isDemoComing = ({ state }: Demo) => state === 'coming' || state === 'making'

/** How the demonstration stands; asked for again and again while it is made. */
export const demoQuery = queryOptions({
  queryKey: ['projects', 'demo'], // whoever deletes a project asks for both anew
  queryFn: ({ signal }) => fetchAnswer(Demo, demoAddress, { signal }),
  refetchInterval: ({ state }) => (state.data && isDemoComing(state.data) ? 700 : false),
  staleTime: 0,
})
