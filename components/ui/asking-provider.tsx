'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import * as z from 'zod'
import { Problem } from '@/lib/problem'

z.config({ jitless: true }) // the policy of our pages forbids to make functions from text, which Zod would try

/** Answers that the pages below have asked for. What a person must mend is not asked again. */
export function AskingProvider({ children }: { children: ReactNode }) {
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: { staleTime: 10_000, retry: (failures, error) => !(error instanceof Problem) && failures < 2 },
        },
      }),
  )
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}
