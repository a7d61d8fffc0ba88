/** A row's part of the Brier score, a mean metric: (p - y)^2, within [0,1]. @param label 0 or 1 */
export function brierValue(label: number, probability: number): number {
  return (probability - label) ** 2
}
