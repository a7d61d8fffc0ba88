'use client'

import dynamic from 'next/dynamic'
import { Bars } from '@/components/ui/bars'

function waiting(rows: number) {
  return function Waiting() {
    return (
      <section className="panel">
        <Bars rows={rows} />
      </section>
    )
  }
}

// below the first screen, and not needed for the answer: each comes in a piece of its own when the page is alive
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
