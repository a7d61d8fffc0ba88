import { expect, test } from 'vitest'
import type { ForestPlot, ForestRow } from './forest-row'
import { forestFileTable, forestReadTable } from './forest-rows-table'
import { forestSvg } from './forest-svg'

const interval = { value: 0.6, low: 0.53, high: 0.66 }
const row = (group: string, name: string, cell: Partial<ForestRow['cells'][number]>): ForestRow => ({
  group,
  slice: {},
  name,
  positives: '1,200',
  patients: 'hidden',
  cells: [
    { measure: undefined, reason: undefined, difference: undefined, verdict: null, comparator: undefined, ...cell },
  ],
})
const measure = { ...interval, n: 200, nEff: 180 }
const plot: ForestPlot = {
  metrics: [{ key: 'tpr', title: 'Sensitivity', about: '', scale: 'share' }],
  overall: row('', 'All images', { measure }),
  families: [
    {
      key: 'sex',
      name: 'Sex',
      tags: [],
      isAgainstSlice: false,
      note: undefined,
      reference: undefined,
      rows: [
        row('F', 'F & <W>', {
          measure,
          difference: { value: -0.25, low: -0.33, high: -0.17 },
          verdict: 'gap',
          comparator: 0.85,
        }),
        row('M', 'M', { reason: { status: 'too_few', text: 'too few: 9 positives, 10 needed' } }),
      ],
    },
  ],
}

test('the file has every number in full, and why there is none', () => {
  const { columns, rows } = forestFileTable(plot)
  expect(rows.every((cells) => cells.length === columns.length)).toBe(true)
  const at = (head: string) => columns.findIndex((column) => column.head === head)
  expect(rows[1][at('tpr_difference_low')]).toBe(-0.33)
  expect(rows[1][at('tpr_verdict')]).toBe('gap')
  expect([rows[1][at('positives')], rows[1][at('patients')]]).toEqual([1200, 'hidden'])
  expect(rows[2][at('tpr_why_none')]).toBe('too few: 9 positives, 10 needed')
})

test('who reads gets each value and difference with its interval', () => {
  const { columns, rows } = forestReadTable(plot)
  expect(rows.every((cells) => cells.length === columns.length)).toBe(true)
  expect(rows[1]).toContain('60.0 (53.0 to 66.0) n = 200')
  expect(rows[1]).toContain('−25.0 (−33.0 to −17.0)')
})

test.each([false, true])('the drawing names every group and escapes its text; differences: %s', (isDifference) => {
  const svg = forestSvg(plot, isDifference, 0.05, (token) => token)
  for (const text of ['All images', 'F &amp; &lt;W&gt;', 'too few: 9 positives']) expect(svg).toContain(text)
  expect(svg).not.toMatch(/NaN|undefined|Infinity/)
})
