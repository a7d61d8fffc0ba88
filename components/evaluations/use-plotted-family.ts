import { useState } from 'react'
import type { Family } from '@/lib/wire/metric-frame'
import type { FrameAnswer } from './frame-query'
import { plottedFamily } from './plotted-family'

/** The family that plots show; once the findings of a task were there it stays unless the reader chooses another. */
export function usePlottedFamily({ frame, findings }: FrameAnswer, asked: string | undefined): Family | undefined {
  const [kept, keep] = useState<{ task: string; name: string }>()
  const isKept = kept?.task === frame.task
  const family = plottedFamily(frame, asked, isKept ? kept.name : undefined)
  const name = family?.by.join('+') ?? ''
  // a chosen one is kept as well: it was shown
  if (findings.state === 'ready' && !(isKept && kept.name === name)) keep({ task: frame.task, name })
  return family
}
