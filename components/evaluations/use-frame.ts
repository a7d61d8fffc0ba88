'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { EvaluationView } from '@/lib/wire/evaluation-view'
import { type FrameAnswer, frameQuery } from './frame-query'

/** The MetricFrame of a view; while the next one is computed, or cannot be, the last one stays. */
export function useFrame(projectId: number, evaluationId: number, view: EvaluationView) {
  const { data, error, isPlaceholderData } = useQuery(frameQuery(projectId, evaluationId, view))
  const fresh = data && !isPlaceholderData ? data : undefined
  const [kept, keep] = useState<FrameAnswer | undefined>(fresh)
  if (fresh && fresh !== kept) keep(fresh)
  return { answer: fresh ?? kept, error, isStale: !fresh && kept !== undefined && !error }
}
