import { closeSync, openSync, writeSync } from 'node:fs'
import { type RandomStream, randomStream } from '@/lib/metrics/random'

const ages = ['0-9', '10-19', '20-29', '30-39', '40-49', '50-59', '60-69', '70-79', '80+']
const ethnicities = ['White', 'White', 'White', 'Black', 'Black', 'Asian', 'Latino', 'Pacific', 'Native', 'Mixed', '']
const sites = Array.from({ length: 16 }, (_, at) => `S${at + 1}`)
const views = ['PA', 'PA', 'AP', 'LL']
const mostImages = 184 // as in NIH ChestX-ray14

/** Seven families with 72 slices, one of them (the view) not the same in all images of a patient. */
export const familiesOf72Slices = 'sex,age_band,ethnicity,site,view,sex+age_band,sex+ethnicity'

/** Seven families of what belongs to a patient, so that all of them are tested by permutation. */
export const patientFamilies = 'sex,age_band,ethnicity,site,sex+age_band,sex+ethnicity,sex+site'

/**
 * Writes predictions on chest X-rays that nobody took: 3.6 images a patient, few with many, 47 bytes a row. The score
 * is worse in women and at one site, so that there is something to find. The same seed gives the same bytes.
 */
export function writePredictionsTable(path: string, rows: number, seed: number): void {
  const random = randomStream(seed, 'bench', 0)
  const file = openSync(path, 'w')
  let lines = ['image_id,patient_id,label,score,sex,age_band,ethnicity,site,view\n']
  for (let row = 0, patient = 1; row < rows; patient++) {
    const images = Math.min(rows - row, imagesOfPatient(random))
    for (const line of patientLines(random, patient, images)) lines.push(line)
    row += images
    if (lines.length > 50_000 || row === rows) {
      writeSync(file, lines.join(''))
      lines = []
    }
  }
  closeSync(file)
}

function imagesOfPatient(random: RandomStream): number {
  return Math.min(mostImages, 1 + Math.floor(Math.exp(0.24 + 1.3 * random.normal())))
}

function patientLines(random: RandomStream, patient: number, images: number): string[] {
  const isFemale = random.below(2) === 1
  const site = random.below(sites.length)
  const age = ages[Math.min(ages.length - 1, Math.max(0, Math.round(4.6 + 1.9 * random.normal())))]
  const fixed = `${isFemale ? 'F' : 'M'},${age},${ethnicities[random.below(ethnicities.length)]},${sites[site]}`
  const ownRisk = random.normal()
  return Array.from({ length: images }, (_, image) => {
    const label = random.uniform() < 1 / (1 + Math.exp(2.2 - ownRisk)) ? 1 : 0
    const separation = 2.2 - (isFemale ? 0.3 : 0) - (site === 0 ? 0.5 : 0)
    const logit = -2 + separation * label + 0.4 * ownRisk + 1.1 * random.normal()
    const score = (1 / (1 + Math.exp(-logit))).toFixed(6)
    return `${patient}_${image},${patient},${label},${score},${fixed},${views[random.below(views.length)]}\n`
  })
}
