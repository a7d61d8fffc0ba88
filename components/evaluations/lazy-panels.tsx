'use client'

import dynamic from 'next/dynamic'
import { Bars } from '@/components/ui/bars'

/** Holds the place of a panel that is not there yet. */
export function WaitingPanel({ rows }: { rows: number }) {
  return (
    <section className="panel">
      <Bars rows={rows} />
    </section>
  )
}

const waiting = (rows: number) => () => <WaitingPanel rows={rows} />

// below the first screen, and not needed for the answer: each comes in a piece of its own
export const LazyRankingPanel = dynamic(() => import('./ranking-panel').then((own) => own.RankingPanel), {
  ssr: false,
  loading: waiting(14),
})
export const LazyCalibrationPanel = dynamic(() => import('./calibration-panel').then((own) => own.CalibrationPanel), {
  ssr: false,
  loading: waiting(14),
})
export const LazyHeatPanel = dynamic(() => import('./heat-panel').then((own) => own.HeatPanel), {
  ssr: false,
  loading: waiting(10),
})
export const LazyEveryNumberPanel = dynamic(() => import('./every-number-panel').then((own) => own.EveryNumberPanel), {
  ssr: false,
  loading: waiting(16),
})
