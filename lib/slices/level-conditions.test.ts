import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseConditions, printConditions, UnreadableConditions } from './level-conditions'

test('reads plain and quoted conditions', () => {
  expect(parseConditions('sex=F, "view, plane"="A=P" ,age_band=80+')).toEqual([
    { attribute: 'sex', level: 'F' },
    { attribute: 'view, plane', level: 'A=P' },
    { attribute: 'age_band', level: '80+' },
  ])
  expect(parseConditions('  ')).toEqual([])
})

test.each(['sex', 'sex=', '=F', 'sex=F,', 'sex=F,sex=F', '"sex=F', 'sex=F=M', 'sex="F"x'])('refuses %s', (text) =>
  expect(() => parseConditions(text)).toThrow(UnreadableConditions),
)

test('reads back what it printed', () =>
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.record({ attribute: fc.string({ minLength: 1 }), level: fc.string({ minLength: 1 }) }), {
        selector: ({ attribute, level }) => JSON.stringify([attribute, level]),
      }),
      (conditions) => {
        expect(parseConditions(printConditions(conditions))).toEqual(conditions)
      },
    ),
  ))
