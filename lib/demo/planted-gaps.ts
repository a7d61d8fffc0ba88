import type { Slice } from '@/lib/wire/metric-frame'

/** What of a patient decides whether a gap was planted for her. */
export interface Person {
  age: number
  sex: 'F' | 'M'
  ethnicity: string
  insurance: string
}

/** One score of one version on one image. */
interface Scored extends Person {
  task: string
  version: number
  isPositive: boolean
  view: 'PA' | 'AP'
}

export interface DemoTask {
  name: string
  /** of a patient in her fifties */
  prevalence: number
}

export const demoTasks: readonly DemoTask[] = [
  { name: 'Pneumonia', prevalence: 0.12 },
  { name: 'Cardiomegaly', prevalence: 0.13 },
  { name: 'Pleural effusion', prevalence: 0.14 },
]

/** Between the mean scores of ill and healthy, in standard deviations: AUROC .91, sensitivity 83 % at .5. */
export const separation = 1.9

/** A disparity that the generator puts into the scores. All else that an audit shows is chance. */
export interface PlantedGap {
  kind: 'plain' | 'intersectional' | 'by view' | 'cost'
  task: string
  versions: readonly number[]
  /** whose findings it causes; the first is the slice itself, others carry most of it or share its cause */
  slices: readonly Slice[]
  /** of the images that are scored differently, those with the finding or those without */
  of: 'positive' | 'negative'
  isAbout: (person: Person, view: 'PA' | 'AP') => boolean
  /** added to the score, in standard deviations */
  shift: number
}

export const plantedGaps: readonly PlantedGap[] = [
  {
    kind: 'plain',
    task: 'Pneumonia',
    versions: [1],
    slices: [{ ethnicity: 'Hispanic' }],
    of: 'positive',
    isAbout: ({ ethnicity }) => ethnicity === 'Hispanic',
    shift: -0.42,
  },
  {
    kind: 'intersectional',
    task: 'Cardiomegaly',
    versions: [1, 2],
    slices: [{ sex: 'F', age: '70+' }],
    of: 'positive',
    isAbout: ({ sex, age }) => sex === 'F' && age >= 70,
    shift: -0.5,
  },
  {
    kind: 'by view',
    task: 'Pleural effusion',
    versions: [1, 2],
    slices: [{ view: 'AP' }, { insurance: 'Uninsured' }],
    of: 'positive',
    isAbout: (_, view) => view === 'AP',
    shift: -0.7,
  },
  {
    kind: 'cost',
    task: 'Pneumonia',
    versions: [2],
    slices: [{ age: '<40' }],
    of: 'negative',
    isAbout: ({ age }) => age < 40,
    shift: 0.3,
  },
]

/** Of whom nothing was planted, and who looks bad all the same: few patients, and the luck of the seed. */
export const chanceGroup = { task: 'Cardiomegaly', slice: { ethnicity: 'Pacific Islander' } } as const

/** How far from its place an image's score is moved because of whom or what it shows. */
export function groupShift({ task, version, isPositive, view, ...person }: Scored): number {
  return plantedGaps
    .filter((gap) => gap.task === task && gap.versions.includes(version))
    .filter((gap) => (gap.of === 'positive') === isPositive && gap.isAbout(person, view))
    .reduce((sum, { shift }) => sum + shift, 0)
}
