/** What charts say by themselves; a catalogue in another language has the same keys. */
export const words = {
  asTables: 'Charts as tables',
  withKey: 'Every chart as the table behind it; the key T does the same',
  csv: 'CSV',
  csvOf: (title: string) => `CSV: ${title}`,
  svg: 'SVG',
  svgOf: (title: string) => `SVG: ${title}`,
  found: 'Found, %',
  falseAlarms: 'False alarms, %',
  precision: 'Of the flagged, positive, %',
  recall: 'Found, %',
  meanScore: 'Mean score, %',
  observed: 'Observed, %',
  scores: 'scores',
  all: 'All',
  tooFew: 'too few',
  n: (n: number) => `n = ${n.toLocaleString('en')}`,
}
