import { randomStream } from '@/lib/metrics/random'

/** A chest that nobody has: what its picture is drawn from, and what is true of it. */
export interface Phantom {
  /** its place in the set, from which its own random numbers follow */
  number: number
  seed: number
  patient: string
  sex: 'F' | 'M'
  age: number
  /** standing, or lying in bed */
  view: 'PA' | 'AP'
  /** whether there is an opacity in a lung: the truth, and the label of the sample set */
  hasOpacity: boolean
  /** how much brighter than the lung its middle is, 0 to 1; 0 without one */
  strength: number
}

/**
 * Patients with one or two images each. Sex, age, view and opacity are drawn independently of each other, so that no
 * model has a reason to treat one group unlike another.
 * @param seed the same one gives the same set
 */
export function phantomSet(seed: number, patients: number): Phantom[] {
  const random = randomStream(seed, 'phantom-set', 0)
  return Array.from({ length: patients }, (_, at) => {
    const sex = random.below(2) === 0 ? ('F' as const) : ('M' as const)
    const age = Math.min(92, Math.max(18, Math.round(55 + 18 * random.normal())))
    const patient = `P${String(at + 1).padStart(4, '0')}`
    return Array.from({ length: 1 + random.below(2) }, () => {
      const view = random.uniform() < 0.35 ? ('AP' as const) : ('PA' as const)
      const hasOpacity = random.uniform() < 0.4
      const strength = hasOpacity ? 0.15 + 0.85 * random.uniform() : 0
      return { patient, sex, age, view, hasOpacity, strength }
    })
  })
    .flat()
    .map((own, number) => ({ ...own, number, seed }))
}
