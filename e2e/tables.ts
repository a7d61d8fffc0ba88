interface Group {
  positives: number
  /** of them, those scored at or above .5 */
  found: number
  negatives: number
  /** of them, those scored at or above .5 */
  flagged: number
}

/** As many women found at .5 as 120 of 200, men as 170 of 200; a tenth of the healthy of each raise a false alarm. */
export const womenMissed: Record<string, Group> = {
  F: { positives: 200, found: 120, negatives: 200, flagged: 20 },
  M: { positives: 200, found: 170, negatives: 200, flagged: 20 },
}

/** A predictions table with one image a patient, of known counts, the same every time. */
export function predictionsTable(groups: Record<string, Group>, { task = 'Pneumonia', shift = 0 } = {}): string {
  const rows = Object.entries(groups).flatMap(([sex, { positives, found, negatives, flagged }]) => [
    ...Array.from({ length: positives }, (_, at) => ({ sex, label: 1, isAbove: at < found, at })),
    ...Array.from({ length: negatives }, (_, at) => ({ sex, label: 0, isAbove: at < flagged, at })),
  ])
  const lines = rows.map(({ sex, label, isAbove, at }, row) => {
    const score = (isAbove ? 0.55 : 0.05) + ((at * 37) % 100) * 0.004 + shift
    const age = 18 + ((row * 29) % 70)
    return [`image-${row}`, `patient-${row}`, sex, age, ['AP', 'PA'][row % 2], label, score.toFixed(4)].join()
  })
  return [`image_id,patient_id,sex,age,view,label_${task},prob_${task}`, ...lines, ''].join('\n')
}

/** Another version's scores of the same images, and nothing else. */
export function scoresTable(groups: Record<string, Group>, { task = 'Pneumonia', beyond = 0 } = {}): string {
  const [, ...lines] = predictionsTable(groups, { shift: 0.02 }).trimEnd().split('\n')
  const scores = lines.map((line) => {
    const cells = line.split(',')
    return `${cells[0]},${cells.at(-1)}`
  })
  const strangers = Array.from({ length: beyond }, (_, at) => `stranger-${at},0.5`)
  return [`image_id,prob_${task}`, ...scores, ...strangers, ''].join('\n')
}
