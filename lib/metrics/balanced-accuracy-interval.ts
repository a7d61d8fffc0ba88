import type { Estimate } from './interval'

/**
 * Balanced accuracy (TPR + TNR)/2, half of the MOVER sum (Zou and Donner 2008; statistics.md section 2).
 * @param tpr and tnr of the same slice
 * @param rho their correlation, minus that of TPR and FPR; within [-1,1]
 * @returns value and limits within [0,1]
 */
export function balancedAccuracyInterval(tpr: Estimate, tnr: Estimate, rho: number): Estimate {
  const value = (tpr.value + tnr.value) / 2
  const half = (a: number, b: number) => Math.sqrt(Math.max(0, a * a + 2 * rho * a * b + b * b)) / 2
  return {
    value,
    low: Math.max(0, value - half(tpr.value - tpr.low, tnr.value - tnr.low)),
    high: Math.min(1, value + half(tpr.high - tpr.value, tnr.high - tnr.value)),
    nEff: null,
    df: tpr.df === null || tnr.df === null ? null : Math.min(tpr.df, tnr.df),
    method: 'mover-sum',
    variance: Math.max(0, tpr.variance + tnr.variance + 2 * rho * Math.sqrt(tpr.variance * tnr.variance)) / 4,
    nu: Math.min(tpr.nu, tnr.nu),
    designEffect: Math.max(tpr.designEffect, tnr.designEffect),
  }
}
