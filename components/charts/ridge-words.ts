/** What the distributions of scores and the slider over them say. */
export const words = {
  threshold: 'Threshold',
  scores: 'Scores',
  withIt: (isDisease: boolean, task: string) => (isDisease ? `with ${task.toLowerCase()}` : 'with disease'),
  missed: 'missed',
  without: 'without',
  falseAlarm: 'false alarm',
  group: 'Group',
  positives: 'Positive',
  negatives: 'Negative',
  drawnKey: (isDisease: boolean, task: string) =>
    `Above each line: scores ${isDisease ? `with ${task.toLowerCase()}` : 'with disease'}, missed in colour; below it: without, false alarms in colour; each to its own total`,
  own: 'each to its own total',
  found: 'found',
  falseAlarms: 'false alarms',
  operatingPoint: (threshold: string) => `Operating point ${threshold}`,
  interval: (low: string, high: string) => `${low} to ${high}`,
}

/** A threshold with three significant digits. */
export function thresholdText(threshold: number): string {
  const rounded = Number(threshold.toPrecision(3))
  const isTiny = rounded !== 0 && Math.abs(rounded) < 1e-6
  return (isTiny ? rounded.toExponential() : String(rounded)).replace('-', '−')
}
