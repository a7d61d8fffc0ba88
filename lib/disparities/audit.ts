import type { AuditSettings } from './audit-settings'
import { decisionsOf } from './decisions'
import { type DisaggregatedFamily, disaggregate, type PreparedEvaluation, prepareEvaluation } from './disaggregate'
import type { EvaluationFrame } from './evaluation-frame'
import { type ModalLevels, modalCells, modalLevels } from './modal-cells'
import { normalTests } from './normal-tests'
import { fillInfluences, type OwnInfluences, ownInfluences } from './own-influences'
import { type PermutationPlan, permutationPlan } from './permutation-plan'
import type { PermutationStatistics } from './permutation-statistics'
import { permutationTests } from './permutation-tests'
import { remembersNothing } from './remember'
import { scoreSorted } from './score-sorted'
import { sliceFamily } from './slice-family'
import type { SliceTest, TestedView } from './slice-test'

/** Beyond this many row-visits permutations give way to the normal approximation (statistics.md section 8). */
const mostVisits = 2e10

/** An audit before its tests: everything is measured, nothing is compared with chance yet. */
export interface Audit {
  settings: AuditSettings
  evaluation: PreparedEvaluation
  families: DisaggregatedFamily[]
  /** influences on AUROCs of the families that the normal approximation tests; undefined for the others */
  influences: (OwnInfluences | undefined)[]
  /** one permutation test of all subject-level families, and one more within each case-mix variable of `testWithin` */
  plans: PlannedTest[]
}

export interface PlannedTest {
  plan: PermutationPlan
  /** the plan's families as indices into the audit's, and their slices likewise (undefined: no such slice in the rows) */
  family: number[]
  slice: (number | undefined)[][]
  /** the case-mix variable within whose levels subjects are permuted; undefined: none */
  within: string | undefined
}

/**
 * Measures every slice of an evaluation and prepares the tests. What remains is `permutationStatistics` for each plan,
 * replicates 0 … B, wherever the caller runs it, then `testedView` and `metricFrame`.
 * @param sorted the frame's rows by score, where they were sorted before
 */
export function openAudit(frame: EvaluationFrame, settings: AuditSettings, sorted = scoreSorted(frame)): Audit {
  const evaluation = preparedEvaluation(frame, settings, sorted)
  const families = settings.families.map(({ by }) => sliceFamily(frame.cells, by))
  const modal = new Map(
    [...new Set([...settings.families.flatMap(({ by }) => by), ...settings.adjust])].map((name) => [
      name,
      modalLevels(frame, attributeIndex(frame, name)),
    ]),
  )
  const isPermuted = permutedFamilies(frame, settings, (name) => modal.get(name)!.isSubjectLevel)
  const influences = families.map((family, f) => (isPermuted[f] ? undefined : ownInfluences(frame, family)))
  const disaggregated = disaggregate(evaluation, families, {
    visit: (f, slice, sums, size) => {
      const own = influences[f]
      if (own) fillInfluences(own, slice, sums, size)
    },
  })
  const permuted = families.map((_, f) => f).filter((f) => isPermuted[f])
  const plans =
    permuted.length === 0
      ? []
      : [undefined, ...(settings.testWithin ?? settings.adjust)].map((within) =>
          plannedTest(evaluation, settings, permuted, modal, within),
        )
  return {
    settings,
    evaluation,
    families: disaggregated,
    influences,
    plans: plans.filter((plan) => plan !== undefined),
  }
}

/**
 * Measures every slice of an evaluation and prepares no test: `metricFrame` then has measures and intervals only.
 * @param remember keeps what no threshold changes, for the next one; numbers are the same with and without
 */
export function measureAudit(
  frame: EvaluationFrame,
  settings: AuditSettings,
  sorted = scoreSorted(frame),
  remember = remembersNothing,
): Audit {
  const evaluation = preparedEvaluation(frame, settings, sorted, remember)
  const families = disaggregate(
    evaluation,
    settings.families.map(({ by }) => sliceFamily(frame.cells, by)),
    { remember },
  )
  return { settings, evaluation, families, influences: families.map(() => undefined), plans: [] }
}

function preparedEvaluation(
  frame: EvaluationFrame,
  settings: AuditSettings,
  sorted: ReturnType<typeof scoreSorted>,
  remember = remembersNothing,
): PreparedEvaluation {
  const decisions = decisionsOf(frame, sorted, settings.threshold, settings.seed)
  return prepareEvaluation(frame, sorted, decisions, settings.scale, remember)
}

/**
 * Which families are tested by permutation: those of subject-level attributes, as long as there is not too much to
 * permute. Exploratory families count only for one another, so that they change nothing about the declared ones.
 */
function permutedFamilies(
  frame: EvaluationFrame,
  { families, permutations }: AuditSettings,
  isSubjectLevel: (name: string) => boolean,
): boolean[] {
  const canBe = families.map(({ by }) => by.every(isSubjectLevel))
  const visits = (count: number) => frame.score.length * count * permutations
  const declared = families.filter(({ prespecified }, f) => prespecified && canBe[f]).length
  const all = canBe.filter(Boolean).length
  return families.map(
    ({ prespecified }, f) => permutations > 0 && canBe[f] && visits(prespecified ? declared : all) <= mostVisits,
  )
}

function attributeIndex(frame: EvaluationFrame, name: string): number {
  return frame.cells.attributes.findIndex((attribute) => attribute.name === name)
}

function plannedTest(
  evaluation: PreparedEvaluation,
  settings: AuditSettings,
  permuted: number[],
  modal: Map<string, ModalLevels>,
  within: string | undefined,
): PlannedTest | undefined {
  const { frame, sorted, outcome } = evaluation
  const family = permuted.filter((f) => within === undefined || !settings.families[f].by.includes(within))
  if (family.length === 0) return undefined
  const names = [...new Set(family.flatMap((f) => settings.families[f].by))]
  const attributes = names.map((name) => attributeIndex(frame, name))
  const cells = modalCells(
    frame,
    attributes,
    names.map((name) => modal.get(name)!),
  )
  const families = family.map((f) => sliceFamily(cells.cells, settings.families[f].by))
  const stratum = within === undefined ? undefined : modal.get(within)!.level
  const slice = families.map((modalFamily, i) => {
    const actual = sliceFamily(frame.cells, settings.families[family[i]].by)
    const indexOf = new Map(actual.slices.map((own, at) => [JSON.stringify(own), at]))
    return modalFamily.slices.map((own) => indexOf.get(JSON.stringify(own)))
  })
  return {
    plan: permutationPlan(frame, sorted, outcome, cells, families, {
      seed: settings.seed,
      isDecided: evaluation.reading.isDecided,
      stratumOfSubject: stratum,
    }),
    family,
    slice,
    within,
  }
}

/** A view's tests, and those within each case-mix variable. */
export interface AuditTests extends TestedView {
  /** by case-mix variable */
  within: Map<string, SliceTest[]>
}

/**
 * Brings permutation and normal tests together. Where a view has sets of both kinds, adjusted p-values double; a list
 * that spans tasks multiplies them by the number of tasks.
 * @param statistics for each plan of the audit the parts that cover replicates 0 … B, in order
 */
export function testedView(audit: Audit, statistics: readonly (readonly PermutationStatistics[])[]): AuditTests {
  const { settings, evaluation, families, influences, plans } = audit
  const isPrespecified = (family: number) => settings.families[family].prespecified
  const permuted = plans.map((planned, i) => {
    const tested = permutationTests(planned.plan, statistics[i], (f) => isPrespecified(planned.family[f]))
    return inAudit(tested, planned.family, planned.slice)
  })
  const normal = families.map((_, f) => f).filter((f) => influences[f] !== undefined)
  const approximated = inAudit(
    normalTests(
      evaluation,
      normal.map((f) => families[f]),
      normal.map((f) => influences[f]!),
      settings.seed,
      (f) => isPrespecified(normal[f]),
    ),
    normal,
    undefined,
  )
  const main = plans.findIndex(({ within }) => within === undefined)
  const exact = main < 0 ? { tests: [], chance: [] } : permuted[main]
  const kinds = [exact.tests, approximated.tests]
  const sets = (isCounted: (test: SliceTest) => boolean) => kinds.filter((tests) => tests.some(isCounted)).length
  const [declaredSets, allSets] = [sets((test) => isPrespecified(test.family)), sets(() => true)]
  const multiplied = (test: SliceTest): SliceTest => ({
    ...test,
    pAdjusted: Math.min(1, test.pAdjusted * (isPrespecified(test.family) ? declaredSets : allSets) * settings.tasks),
  })
  return {
    tests: [...exact.tests, ...approximated.tests].map(multiplied),
    chance: [...exact.chance, ...approximated.chance],
    within: new Map(
      plans.flatMap(({ within }, i) => (within === undefined ? [] : [[within, permuted[i].tests.map(multiplied)]])),
    ),
  }
}

/** Renumbers families and slices; tests of slices that no row has are dropped. */
function inAudit(tested: TestedView, family: number[], slice: (number | undefined)[][] | undefined): TestedView {
  return {
    tests: tested.tests.flatMap((test) => {
      const at = slice === undefined ? test.slice : slice[test.family][test.slice]
      return at === undefined ? [] : [{ ...test, family: family[test.family], slice: at }]
    }),
    chance: tested.chance.map((gap) => ({ ...gap, family: family[gap.family] })),
  }
}
