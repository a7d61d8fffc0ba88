'use client'

import { useRef } from 'react'
import { useOnceNear } from '@/components/ui/use-once-near'
import {
  LazyCalibrationPanel,
  LazyEveryNumberPanel,
  LazyHeatPanel,
  LazyRankingPanel,
  WaitingPanel,
} from './lazy-panels'
import type { PanelProps } from './panel-props'

/**
 * What stands below the forest plots: curves, calibration, two attributes at once, every number. Neither their code nor
 * what they ask for is sent before somebody comes near.
 */
export function ChartPanels(props: PanelProps) {
  const first = useRef<HTMLDivElement>(null)
  const isNear = useOnceNear(first)
  return (
    <>
      <div className="chart-pair" ref={first}>
        {isNear ? <LazyRankingPanel {...props} /> : <WaitingPanel rows={14} />}
        {isNear ? <LazyCalibrationPanel {...props} /> : <WaitingPanel rows={14} />}
      </div>
      {isNear ? <LazyHeatPanel {...props} /> : <WaitingPanel rows={10} />}
      {isNear ? <LazyEveryNumberPanel {...props} /> : <WaitingPanel rows={16} />}
    </>
  )
}
