import { expect, test } from 'vitest'
import { auditOf, frameOf, randomRows } from '@/lib/disparities/frame-fixture'
import { plottedFamily } from './plotted-family'

const families = [['sex'], ['age'], ['sex', 'age']].map((by) => ({ by, prespecified: true }))
const tested = auditOf(frameOf(randomRows(1, 400)), {
  families,
  permutations: 99,
  threshold: { rule: 'fixed', value: 0.5 },
})
const finding = { slice: { sex: 'F', age: '70+' } } as unknown as (typeof tested.findings)[number]
const withFinding = { ...tested, findings: [finding] }
const untested = { ...tested, findings: [] }
const shown = (frame: typeof tested, asked?: string, before?: string) =>
  plottedFamily(frame, asked, before)?.by.join('+')

test('plots open with the family of the worst finding, else the first', () => {
  expect(shown(withFinding)).toBe('sex+age')
  expect(shown(untested)).toBe('sex')
})

test('what was shown stays while another threshold is not tested yet, unless the reader chooses', () => {
  expect(shown(untested, undefined, 'sex+age')).toBe('sex+age')
  expect(shown(withFinding, undefined, 'age')).toBe('age')
  expect(shown(untested, 'age', 'sex+age')).toBe('age')
  expect(shown(untested, undefined, 'view')).toBe('sex') // no longer among the families
})
