'use client'

import { LazyCalibrationPanel, LazyEveryNumberPanel, LazyHeatPanel, LazyRankingPanel } from './lazy-panels'
import type { PanelProps } from './panel-props'

/** What stands below the forest plots: curves, calibration, two attributes at once, every number. */
export function ChartPanels(props: PanelProps) {
  return (
    <>
      <div className="chart-pair">
        <LazyRankingPanel {...props} />
        <LazyCalibrationPanel {...props} />
      </div>
      <LazyHeatPanel {...props} />
      <LazyEveryNumberPanel {...props} />
    </>
  )
}
