import { truncate } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Problem } from '@/lib/problem'
import { readEvaluationFrame } from './read-evaluation-frame'
import { requestFor, TableFixture } from './table-fixture'
import type { TableRequest } from './table-request'
import { UnreadableTable } from './unreadable-table'

let fixture: TableFixture
beforeAll(async () => {
  fixture = await TableFixture.create()
})
afterAll(() => fixture.remove())

async function problemOf(file: string, request: Partial<TableRequest> = {}): Promise<Problem> {
  const problem = await readEvaluationFrame(requestFor(file, request)).then(
    () => undefined,
    (cause) => cause,
  )
  expect(problem).toBeInstanceOf(Problem)
  expect(problem.status).toBe(422)
  return problem
}

const header = 'image_id,patient_id,y_true,y_score,sex'
const good = `${header}\na,p1,1,0.9,F\nb,p2,0,0.1,M\n`
const latin1 = Buffer.from(`${header}\na,p1,1,0.9,F\nb,p2,0,0.1,Fém\n`, 'latin1')

describe('a file that is no table', () => {
  test.each<[name: string, content: string | Uint8Array, message: RegExp]>([
    ['is empty', '', /table\.csv is empty/],
    ['holds only line ends', '\n\n', /holds no text/],
    ['has a header and no rows', `${header}\n`, /has a header but no rows/],
    ['has two columns of one name', 'sex,a,sex\n1,2,3\n', /two columns named sex/],
    ['has a column without a name', ',a,b\n0,1,2\n', /column 1 has no name.*pandas/],
    ['has a short row', `${good}c,p3,1,0.5\n`, /row 3: expected 5 fields, got 4/],
    ['has a long row', `${header}\na,p1,1,0,9,F\n`, /row 1: expected 5 fields, got 6/],
    [
      'has a quote that is not closed',
      `${header}\na,p1,1,0.9,"F\nb,p2,0,0.1,M\n`,
      /a quote that opens in row 1 is not closed/,
    ],
    ['is separated by spaces', '"image id" label score\na 1 0.5\n', /looks separated by spaces: save it as CSV/],
    ['has a quote that is not doubled', `${good}c,p3,0,0.1,"a "b" c"\n`, /a quote that opens in row 3/],
    ['holds NUL bytes', `${good}c,p3,1,\u0000,F\n`, /NUL bytes/],
    ['is not UTF-8', latin1, /not UTF-8 text \(near line 3\)/],
    ['is UTF-16', Buffer.from(`\ufeff${good}`, 'utf16le'), /UTF-16/],
    ['is an Excel workbook', Buffer.from('PK\u0003\u0004abc'), /Excel workbook/],
    ['is a gzip cut off', gzipSync(good).subarray(0, -12), /cut off/],
    ['is a gzip cut off in its header', gzipSync(good).subarray(0, 6), /cut off/],
    ['is damaged gzip', Buffer.concat([gzipSync(good).subarray(0, 10), Buffer.alloc(50, 0xff)]), /damaged/],
    ['is a gzip of garbage', gzipSync(Buffer.from([0, 1, 2, 3, 255, 254])), /NUL bytes/],
    ['is an empty gzip', gzipSync(''), /empty inside its gzip/],
    ['only begins as Parquet', Buffer.from('PAR1 and no more than this'), /begins as Parquet but cannot be read/],
  ])('%s', async (_, content, message) => {
    const problem = await problemOf(await fixture.write(content))
    expect(problem.message).toMatch(message)
  })

  test('does not exist', async () =>
    expect((await problemOf('no/such/table.csv')).message).toMatch(/There is no file no\/such\/table\.csv/))

  test('is a folder', async () => expect((await problemOf(fixture.folder)).message).toMatch(/is not a file/))

  test('is Parquet cut off in its rows', async () => {
    const column = (name: string) => ({ name, values: Array.from({ length: 5000 }, (_, row) => `${name}${row}`) })
    const path = await fixture.writeParquet(['image_id', 'y_true', 'y_score'].map(column), 1000, 'cut.parquet')
    await truncate(path, 9000)
    expect((await problemOf(path)).message).toMatch(/cut\.parquet begins as Parquet but cannot be read/)
  })

  test('is Parquet with lists in a column', async () => {
    const path = await fixture.writeParquet([
      { name: 'image_id', values: ['a', 'b'] },
      { name: 'y_true', values: [{ one: [1] }, { one: [0] }], type: 'VARIANT' },
    ])
    expect((await problemOf(path)).message).toMatch(/columns that hold lists or records: y_true/)
  })
})

describe('cells that cannot be read', () => {
  const label = /label must be 0 or 1/
  const score = /score must be a finite number/
  test.each<[name: string, row: string, place: string, remedy: RegExp]>([
    ['a label of 2', 'c,p3,2,0.5,F', 'y_true', label],
    ['a label of text', 'c,p3,yes,0.5,F', 'y_true', label],
    ['a label of -1', 'c,p3,-1,0.5,F', 'y_true', label],
    ['no score', 'c,p3,1,,F', 'y_score', /score is empty/],
    ['a blank score', 'c,p3,1, ,F', 'y_score', /score is empty/],
    ['a score of NaN', 'c,p3,1,NaN,F', 'y_score', score],
    ['a score of Infinity', 'c,p3,1,-Infinity,F', 'y_score', score],
    ['a score beyond the floats', 'c,p3,1,1e400,F', 'y_score', score],
    ['a score of text', 'c,p3,1,high,F', 'y_score', score],
    ['a hexadecimal score', 'c,p3,1,0x1,F', 'y_score', score],
    ['a score with a decimal comma', 'c,p3,1,"0,5",F', 'y_score', /decimal point/],
    ['no image id', ',p3,1,0.5,F', 'image_id', /id is empty/],
    ['no patient id', 'c,,1,0.5,F', 'patient_id', /id is empty/],
    ['an id twice', 'a,p1,1,0.5,F', 'image_id', /same id as in row 1: keep one row an image/],
    ['an id twice with another label', 'a,p1,0,0.5,F', 'image_id', /another value in y_true/],
    ['an id twice with another attribute', 'a,p1,1,0.5,M', 'image_id', /another value in sex/],
  ])('%s', async (_, row, column, remedy) => {
    const problem = await problemOf(await fixture.write(`${good}${row}\n`))
    expect(problem).toBeInstanceOf(UnreadableTable)
    expect(problem.errors).toEqual([{ path: `row 3, column ${column}`, message: expect.stringMatching(remedy) }])
    expect(problem.message).toMatch(/^table\.csv was not read: 1 cell needs attention/)
  })

  test('a decision of 2', async () => {
    const path = await fixture.write('image_id,y_true,y_score,pred\na,1,0.9,1\nb,0,0.2,2\n')
    expect((await problemOf(path)).errors[0].path).toBe('row 2, column pred')
  })

  test('a text where edges were given', async () => {
    const path = await fixture.write('image_id,y_true,y_score,age\na,1,0.9,70\nb,0,0.2,old\nc,0,0.2,NA\n')
    const problem = await problemOf(path, { numeric: [{ column: 'age', edges: [65] }] })
    expect(problem.errors.map((fault) => fault.path)).toEqual(['row 2, column age'])
  })

  test('the first hundred are listed by row, and never what a cell holds', async () => {
    const rows = Array.from({ length: 150 }, (_, row) => `i${row},Jane Doe,maybe,Jane Doe,F`)
    const problem = await problemOf(await fixture.write([header, ...rows, ''].join('\n')))
    expect(problem.errors).toHaveLength(100)
    expect(problem.message).toMatch(/300 cells need attention\. The first 100 are listed/)
    expect(problem.errors[1].path).toBe('row 1, column y_score')
    expect(JSON.stringify([problem.message, problem.errors])).not.toMatch(/Jane|maybe/)
  })

  test('of many ids that occur twice the first hundred are listed by row, with the first row of each', async () => {
    const rows = Array.from({ length: 500 }, (_, row) => `i${row % 250},p,1,0.5,F`)
    const problem = await problemOf(await fixture.write([header, ...rows, ''].join('\n')))
    expect(problem.message).toMatch(/250 cells need attention\. The first 100 are listed/)
    expect(problem.errors[99].path).toBe('row 350, column image_id')
    expect(problem.errors[99].message).toMatch(/same id as in row 100:/)
  })

  test('rows have their number in the file, though a filter leaves some out', async () => {
    const path = await fixture.write(
      `${header}\nx,p1,1,0.9,M\na,p1,1,0.9,F\ny,p1,1,0.9,M\nb,p1,1,0.9,F\na,p1,1,0.9,F\n`,
    )
    const problem = await problemOf(path, { where: [{ column: 'sex', value: 'F' }] })
    expect(problem.errors).toEqual([
      { path: 'row 5, column image_id', message: expect.stringMatching(/same id as in row 2:/) },
    ])
  })

  test('rows are counted as records, though a quoted field runs over lines', async () => {
    const path = await fixture.write(`${header}\na,p1,1,0.9,"F\nand more"\n\nb,p2,0,x,M\n`)
    expect((await problemOf(path)).errors[0].path).toBe('row 2, column y_score')
  })

  test('rows that are filtered out are not checked', async () => {
    const path = await fixture.write(`${good}a,p1,9,x,U\n`)
    await expect(
      readEvaluationFrame(requestFor(path, { where: [{ column: 'sex', value: 'F' }] })),
    ).resolves.toBeDefined()
  })
})

describe('names and values that the table does not have', () => {
  const tasks = 'image_id,label_Edema,prob_Edema,label_Mass,prob_Mass,split,sex\na,1,0.9,0,0.1,test,F\n'
  test.each<[name: string, request: Partial<TableRequest>, message: RegExp]>([
    ['a column nearly right', { label: 'label_edema' }, /no column label_edema\. Did you mean label_Edema\?/],
    ['a column all wrong', { subject: 'who knows what' }, /no column who knows what\. There are: image_id, /],
    ['an attribute nearly right', { attributes: ['sx'] }, /no column sx\. Did you mean sex\?/],
    ['a task nearly right', { task: 'Edma' }, /no task Edma\. Did you mean Edema\?/],
    ['no task among several', {}, /has 2 tasks\. Name one with --task: Edema, Mass/],
    ['a filter value', { task: 'Mass', where: [{ column: 'sex', value: 'M' }] }, /no row has the value.*It holds: F\./],
    ['a split value', { task: 'Mass', split: 'train' }, /column split\. It holds: test\./],
    ['edges that fall', { task: 'Mass', numeric: [{ column: 'sex', edges: [2, 1] }] }, /Edges must ascend/],
  ])('%s', async (_, request, message) => {
    expect((await problemOf(await fixture.write(tasks), request)).message).toMatch(message)
  })

  test('an image id asked for in vain is answered without listing ids', async () => {
    const problem = await problemOf(await fixture.write(good), { where: [{ column: 'image_id', value: 'zzz' }] })
    expect(problem.message).toMatch(/no row has the value asked for in column image_id\.$/)
  })

  test('filters that exclude each other', async () => {
    const where = [
      { column: 'sex', value: 'F' },
      { column: 'patient_id', value: 'p2' },
    ]
    expect((await problemOf(await fixture.write(good), { where })).message).toMatch(/no row has all of them/)
  })

  test('no label and no score', async () =>
    expect((await problemOf(await fixture.write('image_id,sex\na,F\n'))).message).toMatch(/No label and score/))

  test('a split where there is no split column', async () =>
    expect((await problemOf(await fixture.write(good), { split: 'test' })).message).toMatch(
      /No column tells the split/,
    ))
})
