import type { EvaluationFrame } from '@/lib/disparities/evaluation-frame'
import type { RandomStream } from '@/lib/metrics/random'
import type { CellTable } from '@/lib/slices/cell-table'
import { clusterSize } from './cluster-sizes'
import { ownRate } from './own-rate'

const levels = {
  sex: ['F', 'M'],
  age: ['0-39', '40-59', '60-79', '80+'],
  group: ['a', 'b', 'c', 'd'],
} as const

/** The group that is served worse where a gap is planted: a quarter of the patients. */
export const plantedGroup = 'd'

/** All combinations of levels; a cell is sex * 16 + age * 4 + group. */
const cells: CellTable = {
  attributes: Object.entries(levels).map(([name, own]) => ({
    name,
    kind: 'demographic',
    scale: 'categorical',
    concept: undefined,
    levels: own,
  })),
  count: 32,
  levelOf: [16, 4, 1].map((step, i) =>
    Uint32Array.from({ length: 32 }, (_, cell) => Math.floor(cell / step) % (i === 0 ? 2 : 4)),
  ),
}

/** What differs between the groups. */
export interface GroupDesign {
  subjects: number
  /** images of a patient of group 0 … 3 */
  images(random: RandomStream, group: number): number
  /** by how many SD the scores of the planted group's positives are lower */
  lowered: number
}

/** "Null 2": prevalence and images per patient differ between groups, scores of a label do not. */
export function nullGroups(subjects: number): GroupDesign {
  return { subjects, images: unequalImages, lowered: 0 }
}

/** Chest X-ray sizes; of two draws group a has the smaller, group d the larger. */
function unequalImages(random: RandomStream, group: number): number {
  const [first, second] = [clusterSize(random), clusterSize(random)]
  return group === 0 ? Math.min(first, second) : group === 3 ? Math.max(first, second) : first
}

/** Patients of 1 to 4 images; the positives of a quarter of them score 1 SD lower. */
export function plantedGap(subjects: number): GroupDesign {
  return { subjects, images: (random) => 1 + random.below(4), lowered: 1 }
}

/**
 * Draws an evaluation: prevalence .15 to .45 by group and up to .1 more by age, each patient with a rate of its own
 * (ICC .3); scores normal, positives 1.5 SD higher (AUROC .86), half of the variance the patient's own.
 */
export function patientsOfGroups(random: RandomStream, { subjects, images, lowered }: GroupDesign): EvaluationFrame {
  const rows: { subject: number; cell: number; label: number; score: number }[] = []
  for (let subject = 0; subject < subjects; subject++) {
    const [sex, age, group] = [random.below(2), random.below(4), random.below(4)]
    const rate = ownRate(random, 0.15 + 0.1 * group + 0.033 * age, 0.3)
    const own = Math.SQRT1_2 * random.normal()
    const raised = 1.5 - (levels.group[group] === plantedGroup ? lowered : 0)
    for (let image = images(random, group); image > 0; image--) {
      const label = random.uniform() < rate ? 1 : 0
      const score = raised * label + own + Math.SQRT1_2 * random.normal()
      rows.push({ subject, cell: sex * 16 + age * 4 + group, label, score })
    }
  }
  return {
    score: Float64Array.from(rows, (row) => row.score),
    label: Uint8Array.from(rows, (row) => row.label),
    decision: undefined,
    cell: Uint32Array.from(rows, (row) => row.cell),
    subject: Uint32Array.from(rows, (row) => row.subject),
    subjects,
    cells,
  }
}
