import fc from 'fast-check'
import { expect, test } from 'vitest'
import { benjaminiHochberg } from './benjamini-hochberg'
import { holm } from './holm'
import { expectClose } from './references/close-to'
import reference from './references/multiplicity.json' // R 4.2.2 p.adjust

const p = Float64Array.from(reference.p)

test('Holm agrees with R', () => {
  for (const [test, value] of holm(p).entries()) expectClose(value, reference.expected.holm[test])
})
test('Benjamini-Hochberg agrees with R', () => {
  for (const [test, value] of benjaminiHochberg(p).entries()) expectClose(value, reference.expected.bh[test])
})
test('both keep the order of p, never fall below it, and Holm is the stricter', () =>
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 }), (values) => {
      const raw = Float64Array.from(values)
      const [strict, lax] = [holm(raw), benjaminiHochberg(raw)]
      for (let test = 0; test < raw.length; test++) {
        expect(strict[test]).toBeLessThanOrEqual(1)
        expect(lax[test]).toBeGreaterThanOrEqual(raw[test] - 1e-15)
        expect(strict[test]).toBeGreaterThanOrEqual(lax[test] - 1e-15)
      }
    }),
  ))
