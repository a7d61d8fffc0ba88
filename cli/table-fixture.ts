import { randomStream } from '@/lib/metrics/random'

/** A small predictions table with two tasks, several images a patient, sex, age and view; synthetic, from a seed. */
export function tableText(patients = 150, seed = 1): string {
  const random = randomStream(seed, 'table', 0)
  const lines = ['image_id,patient_id,sex,age,age_group,view,label_Effusion,prob_Effusion,label_Edema,prob_Edema']
  for (let patient = 0; patient < patients; patient++) {
    const sex = ['F', 'M'][random.below(2)]
    const age = 20 + random.below(60)
    const group = age < 40 ? '20-39' : age < 60 ? '40-59' : '60-79'
    for (let image = 0; image <= random.below(3); image++) {
      const cells = ['Effusion', 'Edema'].flatMap(() => {
        const label = random.below(3) === 0 ? 1 : 0
        return [label, (0.3 + 0.2 * label + 0.3 * random.uniform()).toFixed(3)]
      })
      lines.push(
        [`i${patient}_${image}`, `p${patient}`, sex, age, group, ['AP', 'PA'][random.below(2)], ...cells].join(),
      )
    }
  }
  return `${lines.join('\n')}\n`
}
