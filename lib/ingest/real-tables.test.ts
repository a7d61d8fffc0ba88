import { expect, test } from 'vitest'
import { readEvaluationFrame, type TableReading } from './read-evaluation-frame'
import { realFile, requestFor } from './table-fixture'

const chexnet = realFile('nih-chexnet/nih_chexnet_test_joined.csv.gz')
const derm = realFile('derm-consumer-apps/results/binary_screening/case_level_binary_predictions_and_scores.csv')
const readmission = realFile('seismometer-diabetes/readmission_joined.csv.gz')
const predictions = realFile('seismometer-diabetes/predictions.parquet')

function countOf({ frame }: TableReading, attribute: string): Record<string, number> {
  const at = frame.cells.attributes.findIndex(({ name }) => name === attribute)
  const { levels } = frame.cells.attributes[at]
  const counts = levels.map(() => 0)
  for (const cell of frame.cell) counts[frame.cells.levelOf[at][cell]]++
  return Object.fromEntries(levels.map((level, place) => [level, counts[place]]))
}

test.skipIf(chexnet === undefined)('nih-chexnet needs only the name of a task', async () => {
  const reading = await readEvaluationFrame(requestFor(chexnet!, { task: 'Pneumothorax' }))
  expect(reading.tasks).toHaveLength(14)
  expect(reading.roles).toMatchObject({ example: 'image_id', subject: 'patient_id' })
  expect(reading.source).toMatchObject({ rows: 22_433, subjects: 6187, missingLabels: 0 })
  expect(reading.frame.cells.attributes.map(({ name }) => name)).toEqual(['sex', 'age_group', 'view'])
  expect(countOf(reading, 'sex')).toEqual({ M: 12_631, F: 9802 })
  expect(countOf(reading, 'age_group')).toEqual({
    '0-19': 1184,
    '20-39': 5625,
    '40-59': 10_440,
    '60-79': 4992,
    '80+': 192,
  })
  expect(countOf(reading, 'view')).toEqual({ PA: 13_586, AP: 8847 })
  expect(reading.skippedAttributes.map(({ name }) => name)).toEqual(['age'])
})

test.skipIf(derm === undefined)('derm-consumer-apps: one product and target, with its own decisions', async () => {
  const where = [
    { column: 'app', value: 'AI Skin Scanner' },
    { column: 'target', value: 'malignant_vs_benign' },
  ]
  const reading = await readEvaluationFrame(requestFor(derm!, { where }))
  expect(reading.task).toBe('malignant_vs_benign')
  expect(reading.source).toMatchObject({ rows: 3696, subjects: 231 })
  expect(countOf(reading, 'fitzpatrick_group_3')).toEqual({ 'I-II': 81, 'III-IV': 80, 'V-VI': 70 })
  const { label, decision } = reading.frame
  const positives = label.reduce((sum, value) => sum + value, 0)
  const found = label.reduce((sum, value, row) => sum + (value & decision![row]), 0)
  expect(found / positives).toBeCloseTo(0.6685, 4) // published sensitivity
})

test.skipIf(readmission === undefined)(
  'seismometer: Unknown is a level, times are not, ages are in order',
  async () => {
    const reading = await readEvaluationFrame(requestFor(readmission!))
    expect(reading.task).toBe('readmit30')
    expect(reading.source).toMatchObject({ rows: 99_340, subjects: 69_987 })
    expect(reading.frame.label.reduce((sum, value) => sum + value, 0)).toBe(11_314)
    expect(countOf(reading, 'race')).toEqual({
      Caucasian: 74_220,
      AfricanAmerican: 18_772,
      Hispanic: 2017,
      Other: 1471,
      Asian: 628,
      Unknown: 2232,
    })
    expect(
      reading.frame.cells.attributes
        .find(({ name }) => name === 'age')
        ?.levels.map((level) => Number.parseInt(level.replace('[', ''), 10)),
    ).toEqual([0, 10, 20, 50, 70])
    expect(reading.roles.time).toEqual(['ScoringTime'])
  },
)

test.skipIf(predictions === undefined || readmission === undefined)(
  'seismometer: Parquet and CSV hold the same people',
  async () => {
    const request = { label: 'diabetesMed', score: 'LGBM_score', attributes: ['race', 'gender'] }
    const parquet = await readEvaluationFrame(requestFor(predictions!, request))
    const csv = await readEvaluationFrame(requestFor(readmission!, { attributes: ['race', 'gender'] }))
    const gaps = parquet.frame.score.map((score, row) => Math.abs(score - csv.frame.score[row]))
    expect(Math.max(...gaps.subarray(0, 50_000), ...gaps.subarray(50_000))).toBeLessThan(1e-15) // the CSV has 16 digits
    expect(parquet.frame.subject).toEqual(csv.frame.subject)
    expect(parquet.frame.cell).toEqual(csv.frame.cell)
  },
)
