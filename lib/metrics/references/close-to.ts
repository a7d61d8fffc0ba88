import { expect } from 'vitest'

/** Passes within the relative tolerance, or 1e-12 of it: the rule of the reference cases, limits to 1e-8. */
export function expectClose(actual: number | null | undefined, expected: number, relative = 1e-9): void {
  const tolerance = Math.max(1e-12, relative * Math.abs(expected))
  if (actual === undefined || actual === null || !(Math.abs(actual - expected) <= tolerance)) {
    expect.fail(`${actual} is not within ${tolerance} of ${expected}`)
  }
}
