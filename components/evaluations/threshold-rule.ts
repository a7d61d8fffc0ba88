/** A rule that chooses a threshold; `opens`: as the evaluation opens. */
export type Rule = 'opens' | 'fixed' | 'youden' | 'sensitivity' | 'specificity'

/** The rule that a view's threshold names, and what it aims at. */
export function ruleOf(threshold: string | undefined): { rule: Rule; target: number | undefined } {
  if (threshold === undefined) return { rule: 'opens', target: undefined }
  const [name, target] = threshold.split('=')
  if (name === 'youden') return { rule: 'youden', target: undefined }
  if (name === 'sensitivity' || name === 'specificity') return { rule: name, target: Number(target) }
  return { rule: 'fixed', target: undefined }
}

/**
 * A view's threshold for a rule. Inverse of `ruleOf`.
 * @param target share that `sensitivity` and `specificity` aim at
 * @param value for `fixed`
 */
export function thresholdOf(rule: Rule, target: number, value: number | null): string | undefined {
  if (rule === 'opens') return undefined
  if (rule === 'youden') return 'youden'
  if (rule === 'fixed') return value === null ? undefined : String(value)
  return `${rule}=${target}`
}
