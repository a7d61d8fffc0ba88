import { type RandomStream, randomStream } from '@/lib/metrics/random'
import { demoPatients, demoSeed } from './demo-seed'
import { inverseShare, pick } from './draws'
import { type DemoTask, demoTasks, groupShift, type Person, separation } from './planted-gaps'

/** One X-ray: how it was taken, what was found, and what each version says, task by task. */
export interface DemoImage {
  view: 'PA' | 'AP'
  /** undefined: nobody noted it */
  label: (boolean | undefined)[]
  /** within (0,1), of the first version and of the second */
  scores: [number, number][]
}

export interface DemoPatient extends Person {
  number: number
  split: 'test' | 'validation'
  site: string
  images: DemoImage[]
}

const ethnicities = [
  ['White', 0.55],
  ['Black', 0.16],
  ['Hispanic', 0.13],
  ['Asian', 0.09],
  ['Unknown', 0.061],
  ['Pacific Islander', 0.009],
] as const
const sites = [
  ['Central', 0.5],
  ['Harbor', 0.3],
  ['Northgate', 0.2],
] as const

/**
 * One patient after another, each from a random stream of its own, so that both tables agree and no patient depends on
 * how many there are.
 */
export function* cohort(seed = demoSeed, patients = demoPatients): Generator<DemoPatient> {
  for (let number = 1; number <= patients; number++) yield patientOf(number, randomStream(seed, 'demo', number))
}

function patientOf(number: number, random: RandomStream): DemoPatient {
  const age = ageOf(random)
  const sex = random.uniform() < 0.51 ? 'M' : 'F'
  const ethnicity = pick(random, ethnicities)
  const publicShare = age >= 65 ? 0.6 : 0.3
  const insurance = pick(random, [
    ['Uninsured', 0.15],
    ['Public', publicShare],
    ['Private', 0.85 - publicShare],
  ])
  const person = { age, sex, ethnicity, insurance } as const
  const split = random.uniform() < 0.7 ? 'test' : 'validation'
  const site = pick(random, sites)
  // who comes through the emergency room is imaged lying down
  const apShare = insurance === 'Uninsured' ? 0.85 : 0.2
  const course = demoTasks.map((task) => courseOf(task, age, random))
  const images = Array.from({ length: imageCount(random) }, () => imageOf(person, apShare, course, random))
  return { ...person, number, split, site, images }
}

function ageOf(random: RandomStream): number {
  for (;;) {
    const age = Math.round(57 + 18 * random.normal())
    if (age >= 18 && age <= 95) return age
  }
}

/** 1.67 on average, as in a geometric distribution; most patients have one. */
function imageCount(random: RandomStream): number {
  let count = 1
  while (count < 12 && random.uniform() < 0.4) count++
  return count
}

/** What a patient's images share: being ill, and how easily a model sees it. */
interface Course {
  task: DemoTask
  isIll: boolean
  shared: number
}

function courseOf(task: DemoTask, age: number, random: RandomStream): Course {
  const prevalence = task.prevalence * (0.45 + (1.1 * (age - 18)) / 77)
  return { task, isIll: random.uniform() < prevalence, shared: random.normal() }
}

function imageOf(person: Person, apShare: number, course: readonly Course[], random: RandomStream): DemoImage {
  const view = random.uniform() < apShare ? 'AP' : 'PA'
  const label: (boolean | undefined)[] = []
  const scores: [number, number][] = []
  for (const { task, isIll, shared } of course) {
    const isPositive = random.uniform() < (isIll ? 0.9 : 0.01)
    label.push(random.uniform() < 0.025 ? undefined : isPositive)
    const seen = Math.sqrt(0.35) * shared + Math.sqrt(0.45) * random.normal()
    const both = [1, 2].map((version) => {
      const middle = (isPositive ? separation : -separation) / 2
      const shift = groupShift({ task: task.name, version, isPositive, view, ...person })
      return inverseShare(separation * (middle + shift + seen + Math.sqrt(0.2) * random.normal()))
    })
    scores.push([both[0], both[1]])
  }
  return { view, label, scores }
}
