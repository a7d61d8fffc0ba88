import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseFamilies, printFamilies, UnreadableFamilies } from './slice-families'

test('families are separated by commas, intersections joined by plus', () =>
  expect(parseFamilies('sex,age_band, sex + age_band')).toEqual([['sex'], ['age_band'], ['sex', 'age_band']]))

test('names may hold spaces, and in quotes anything', () =>
  expect(parseFamilies('Patient Gender,"a,b"+"c+""d"""')).toEqual([['Patient Gender'], ['a,b', 'c+"d"']]))

test('no text is no family', () => expect(parseFamilies(' ')).toEqual([]))

test.each(['sex,', ',sex', 'sex++age', 'sex+', '"sex', '"sex"age', 'se"x', 'sex+sex', 'a+b,b+a'])(
  '%s is refused',
  (text) => expect(() => parseFamilies(text)).toThrow(UnreadableFamilies),
)

test('what is printed reads back as it was', () => {
  const name = fc.oneof(fc.constantFrom('sex', 'a,b', 'a+b', '"', ' x ', '', 'View Position'), fc.string())
  const families = fc.uniqueArray(fc.uniqueArray(name, { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    selector: (family) => JSON.stringify(family.toSorted()),
  })
  fc.assert(
    fc.property(families, (given) => {
      expect(parseFamilies(printFamilies(given))).toEqual(given)
    }),
  )
})
