'use client'

import { useRef } from 'react'
import { useLiveDrawing } from '@/components/charts/live-threshold'
import { type CountsAbove, rateAt } from '@/components/charts/threshold-counts'
import type { MetricFrame } from '@/lib/wire/metric-frame'
import { words } from './view-words'

/** What the threshold does to 1,000 images like these, in whole images. */
export function PerThousand({ frame, counts }: { frame: MetricFrame; counts: CountsAbove | undefined }) {
  const sentence = useRef<HTMLParagraphElement>(null)
  const { overall, task, direction } = frame
  const isDisease = direction === 'disease'
  const { n, positives, metrics } = overall
  const prevalence = n && positives !== null ? (isDisease ? positives : n - positives) / n : undefined
  const [foundKey, alarmKey] = isDisease ? (['tpr', 'fpr'] as const) : (['tnr', 'fnr'] as const)
  useLiveDrawing((edge) => {
    if (edge === undefined || !counts || prevalence === undefined || !sentence.current) return
    const told = inWords(prevalence, rateAt(foundKey, counts, edge), rateAt(alarmKey, counts, edge))
    for (const [at, place] of sentence.current.querySelectorAll('.live').entries())
      place.textContent = told?.[at] ?? '–'
  })
  if (prevalence === undefined) return null
  const told = inWords(prevalence, metrics[foundKey]?.value ?? undefined, metrics[alarmKey]?.value ?? undefined)
  if (!told) return null
  return (
    <p className="per-thousand" ref={sentence}>
      <span className="quiet">{words.ofThousand}</span> <b>{bothOf(told[0])}</b> {words.areFound(isDisease, task)},{' '}
      <b className="harm">{bothOf(told[1])}</b>; <b className="harm">{bothOf(told[2])}</b>
    </p>
  )
}

const bothOf = (text: string) => (
  <>
    <span className="still">{text}</span>
    <span className="live" />
  </>
)

function inWords(prevalence: number, found: number | undefined, alarms: number | undefined): string[] | undefined {
  if (found === undefined || alarms === undefined) return undefined
  const diseased = Math.round(prevalence * 1000)
  const seen = Math.round(prevalence * 1000 * found)
  return [
    words.foundOf(seen, diseased),
    words.missedOf(diseased - seen),
    words.alarms(Math.round((1000 - prevalence * 1000) * alarms)),
  ]
}
