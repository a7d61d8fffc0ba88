import { aurocExperiments } from './auroc-coverage'
import { calibrationExperiments } from './calibration-coverage'
import type { Experiment } from './experiment'
import { findingExperiments } from './findings-rate'
import { proportionExperiments } from './proportion-coverage'
import { singleRowExperiments } from './single-row-coverage'

/** Everything that is simulated; threads and tests name an experiment by its place here. */
export const experiments: readonly Experiment[] = [
  ...singleRowExperiments,
  ...proportionExperiments,
  ...aurocExperiments,
  ...calibrationExperiments,
  ...findingExperiments,
]

/** Lines of the acceptance list of statistics.md section 16 whose statistics do not exist yet. */
export const notBuiltYet: readonly { quantity: string; setting: string }[] = [
  { quantity: 'paired proportions', setting: 'statistics.md section 5' },
  { quantity: 'paired AUROCs', setting: 'statistics.md section 5' },
]
