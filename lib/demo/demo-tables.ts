import { cohort, type DemoImage, type DemoPatient } from './cohort'
import { demoPatients, demoSeed } from './demo-seed'
import { demoTasks } from './planted-gaps'

const patientsAPiece = 250

const exampleKey = ({ number }: DemoPatient, image: number) =>
  `${String(number).padStart(5, '0')}-${String(image + 1).padStart(2, '0')}.synthetic`
const labelText = (label: boolean | undefined) => (label === undefined ? '' : label ? '1' : '0')
const scoreText = (score: number) => score.toFixed(4)

/** The predictions of the first version with labels and attributes, as CSV, a piece at a time. */
export function predictionsTable(seed = demoSeed, patients = demoPatients): Generator<string> {
  const tasks = demoTasks.flatMap(({ name }) => [`label:${name}`, `score:${name}`])
  const header = ['image_id', 'patient_id', 'split', 'sex', 'age', 'ethnicity', 'insurance', 'site', 'view', ...tasks]
  return tableOf(header, seed, patients, (patient, image) => [
    ...[`synthetic-${String(patient.number).padStart(5, '0')}`, patient.split, patient.sex, patient.age],
    ...[patient.ethnicity, patient.insurance, patient.site, image.view],
    ...image.scores.flatMap(([first], task) => [labelText(image.label[task]), scoreText(first)]),
  ])
}

/** The second version's scores of the same images. */
export function secondScoresTable(seed = demoSeed, patients = demoPatients): Generator<string> {
  const header = ['image_id', ...demoTasks.map(({ name }) => `score:${name}`)]
  return tableOf(header, seed, patients, (_, { scores }) => scores.map(([, second]) => scoreText(second)))
}

function* tableOf(
  header: string[],
  seed: number,
  patients: number,
  rest: (patient: DemoPatient, image: DemoImage) => (string | number)[],
): Generator<string> {
  let lines = [header.join()]
  for (const patient of cohort(seed, patients)) {
    for (const [at, image] of patient.images.entries())
      lines.push([exampleKey(patient, at), ...rest(patient, image)].join())
    if (patient.number % patientsAPiece > 0) continue
    yield `${lines.join('\n')}\n`
    lines = []
  }
  if (lines.length > 0) yield `${lines.join('\n')}\n`
}
