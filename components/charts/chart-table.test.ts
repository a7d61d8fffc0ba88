import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { cellText, csvText } from './chart-table'

test('what is written is what is read', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme' }).filter((text) => !/^[=@\t\r+-]/.test(text)),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
      const text = csvText({ columns: [{ head: 'group' }, { head: 'value, "raw"' }], rows })
      const { data } = Papa.parse<string[]>(text.replace(/\r\n$/, ''), { newline: '\r\n' })
      expect(data).toEqual([['group', 'value, "raw"'], ...rows.map((cells) => cells.map(String))])
    }),
  )
})

test('a level that a spreadsheet would run is disarmed; numbers are not', () => {
  const columns = [{ head: 'group' }, { head: 'difference' }]
  expect(
    csvText({
      columns,
      rows: [
        ['=1+1', -0.5],
        ['-5', null],
      ],
    }),
  ).toBe("group,difference\r\n'=1+1,-0.5\r\n-5,\r\n")
})

test('a reader sees rounded numbers', () => {
  expect(cellText({ head: 'x', print: (value) => value.toFixed(1) }, 0.25)).toBe('0.3')
  expect(cellText({ head: 'x' }, null)).toBe('')
})
