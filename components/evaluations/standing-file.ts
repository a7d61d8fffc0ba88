import type { ChartCell, ChartTable } from '@/components/charts/chart-table'
import type { EvaluationStanding } from '@/lib/wire/standing'
import { sliceName } from './slice-name'

const overall = ['task', 'state', 'images', 'patients', 'positives', 'auroc', 'auroc_low', 'auroc_high', 'threshold']
const worstHeads = ['worst_group', 'metric', 'harm', 'difference', 'difference_low', 'difference_high', 'p_adjusted']

/** Tasks by families with every number in full: what the file holds. */
export function standingFileTable({ evaluationId, families, tasks }: EvaluationStanding): ChartTable {
  const familyHeads = families.flatMap((by) => {
    const name = by.join(' x ')
    return [`${name}: groups with findings`, `${name}: could have missed a gap up to`, `${name}: groups too few`]
  })
  const heads = [...overall, 'threshold_rule', 'findings', 'comparisons', ...worstHeads, ...familyHeads, 'evaluation']
  return {
    columns: heads.map((head) => ({ head })),
    rows: tasks.map(({ task, answer, findings }) => {
      const numbers: ChartCell[] = [
        ...[answer?.n, answer?.subjects, answer?.positives],
        ...[answer?.auroc?.value, answer?.auroc?.low, answer?.auroc?.high],
        ...[answer?.threshold.value, answer?.threshold.rule, answer?.findingCount, answer?.comparisons],
      ].map((cell) => cell ?? null)
      const worst = answer?.worst
      const gap = worst?.disparity
      const worstCells: ChartCell[] = [
        worst ? sliceName(worst.slice).text : null,
        ...[worst?.metric, worst?.harm, gap?.value, gap?.low, gap?.high, gap?.pAdjusted].map((cell) => cell ?? null),
      ]
      const familyCells = families.flatMap((by): ChartCell[] => {
        const own = answer?.families.find((family) => family.by.join('+') === by.join('+'))
        const groups = own?.slices.map((slice) => sliceName(slice).text).join('; ')
        return [groups ?? null, own?.missable?.value ?? null, own?.tooFew ?? null]
      })
      return [task, findings.state, ...numbers, ...worstCells, ...familyCells, evaluationId]
    }),
  }
}
