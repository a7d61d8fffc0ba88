import * as z from 'zod'

/** The question that a view of an evaluation asks; every field stands in the address of the page. */
export const EvaluationView = z.strictObject({
  /** undefined: the first task */
  task: z.string().optional(),
  /** families as `sex,age_group,sex+age_group`; undefined: the dataset's, else `defaultFamilies` of its attributes */
  by: z.string().optional(),
  /** a number, `youden`, `sensitivity=x` or `specificity=x`; undefined: as the page opens */
  threshold: z.string().optional(),
  /**
   * case-mix variables, comma between them, or `none`; undefined: each acquisition attribute with 2 to 20 levels, whose
   * adjusted gaps have intervals and no p of their own
   */
  adjust: z.string().optional(),
  /** further metrics, comma between them, or `all` */
  metrics: z.string().optional(),
  split: z.string().optional(),
  /** rows that are looked at, as `sex=F,view=AP`: one of the levels of each attribute named; the rest is another pool */
  filter: z.string().optional(),
  /** levels that families of these attributes are shown against, as `sex=M,view=PA`; undefined: everyone else */
  against: z.string().optional(),
  margin: z.coerce.number().positive().lt(1).optional(),
  minimumGap: z.coerce.number().nonnegative().lt(1).optional(),
  permutations: z.coerce.number().int().min(0).max(100_000).optional(),
  seed: z.coerce.number().int().nonnegative().optional(),
})
export type EvaluationView = z.infer<typeof EvaluationView>

/** The view that an address asks for; what is empty, or no field of a view, is as if it were not there. */
export function parseView(asked: Record<string, string | string[] | undefined>): EvaluationView {
  const said = Object.entries(asked).filter(([name, value]) => name in EvaluationView.shape && value !== '')
  return EvaluationView.catch({}).parse(
    Object.fromEntries(said.map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value])),
  )
}
