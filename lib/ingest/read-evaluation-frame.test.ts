import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readEvaluationFrame, type TableReading } from './read-evaluation-frame'
import { requestFor, TableFixture } from './table-fixture'

let fixture: TableFixture
beforeAll(async () => {
  fixture = await TableFixture.create()
})
afterAll(() => fixture.remove())

const read = async (content: string | Uint8Array, request = {}) =>
  readEvaluationFrame(requestFor(await fixture.write(content), request))

/** everything but the file's name and hash */
const frameOf = ({ frame }: TableReading) => frame

/** sorted rows of score, label, sex: what a frame holds, in readable form */
function rowsOf({ frame }: TableReading): string[] {
  const { attributes, levelOf } = frame.cells
  return Array.from(frame.score, (score, row) =>
    [score, frame.label[row], ...attributes.map(({ levels }, at) => levels[levelOf[at][frame.cell[row]]])].join(' '),
  ).sort()
}

const header = ['image_id', 'patient_id', 'y_true', 'y_score', 'sex', 'age']
const rows = [
  ['i1', 'p1', '1', '0.9', 'F', '[10-20)'],
  ['i2', 'p1', '0', '0.25', ' M ', '80+'],
  ['i3', 'p2', '', '-3.5', 'not reported', '[0-10)'],
  ['i4', 'p3', 'TRUE', '1e-3', 'F', '80+'],
]
const tableOf = (delimiter: string, lineEnd: string) =>
  [header, ...rows].map((row) => row.join(delimiter)).join(lineEnd)
const csv = tableOf(',', '\n')

test('reads labels, scores, levels and subjects', async () => {
  const reading = await read(csv)
  expect(rowsOf(reading)).toEqual(['-3.5 255 Unknown [0-10)', '0.001 1 F 80+', '0.25 0 M 80+', '0.9 1 F [10-20)'])
  expect(reading.source).toMatchObject({
    name: 'table.csv',
    rows: 4,
    subjects: 3,
    missingLabels: 1,
    filter: [],
    split: null,
  })
  expect(reading.frame.cells.attributes).toMatchObject([
    { name: 'sex', concept: 'sex', scale: 'categorical', levels: ['F', 'M', 'Unknown'] },
    { name: 'age', concept: 'age', scale: 'ordinal', levels: ['[0-10)', '[10-20)', '80+'] },
  ])
  const { subject } = reading.frame
  expect([...new Set(subject)]).toEqual([0, 1, 2])
  expect([...subject].sort()).toEqual([...subject])
})

test.each<[name: string, content: () => string | Uint8Array]>([
  ['tabs', () => tableOf('\t', '\n')],
  ['semicolons', () => tableOf(';', '\n')],
  ['CRLF line ends and a last line end', () => `${tableOf(',', '\r\n')}\r\n`],
  ['a byte order mark', () => `\ufeff${csv}`],
  ['quoted fields', () => [header, ...rows].map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n')],
  ['gzip', () => gzipSync(csv)],
])('a table with %s is the same table', async (_, content) => {
  expect(frameOf(await read(content()))).toEqual(frameOf(await read(csv)))
})

test('the hash is that of the bytes of the file', async () => {
  const { createHash } = await import('node:crypto')
  for (const content of [Buffer.from(csv), gzipSync(csv)])
    expect((await read(content)).source.sha256).toBe(createHash('sha256').update(content).digest('hex'))
})

test('Parquet, plain or in gzip, gives the frame that CSV gives', async () => {
  const column = (at: number) => rows.map((row) => row[at])
  const path = await fixture.writeParquet(
    [
      { name: 'image_id', values: column(0) },
      { name: 'patient_id', values: column(1) },
      { name: 'y_true', values: [true, false, null, true], type: 'BOOLEAN' },
      { name: 'y_score', values: column(3).map(Number), type: 'DOUBLE' },
      { name: 'sex', values: ['F', 'M', null, 'F'] },
      { name: 'age', values: column(5) },
    ],
    2,
  )
  const expected = frameOf(await read(csv))
  expect(frameOf(await readEvaluationFrame(requestFor(path)))).toEqual(expected)
  const { readFile } = await import('node:fs/promises')
  const zipped = await fixture.write(gzipSync(await readFile(path)), 'table.gz')
  expect(frameOf(await readEvaluationFrame(requestFor(zipped)))).toEqual(expected)
})

test('integers, dates and big integers in Parquet read as they print', async () => {
  const path = await fixture.writeParquet([
    { name: 'image_id', values: [1n, 2n ** 60n], type: 'INT64' },
    { name: 'y_true', values: [0, 1], type: 'INT32' },
    { name: 'y_score', values: [2, 3], type: 'INT32' },
    { name: 'ScoringTime', values: [new Date(0), new Date(1)], type: 'TIMESTAMP' },
    { name: 'fitzpatrick', values: [6, 2], type: 'INT32' },
  ])
  const { frame } = await readEvaluationFrame(requestFor(path))
  expect(frame.cells.attributes.map(({ name, levels }) => [name, levels])).toEqual([['fitzpatrick', ['2', '6']]])
  const { frame: text } = await read('image_id,y_true,y_score,fitzpatrick\n1,0,2,6\n1152921504606846976,1,3,2\n')
  expect(text).toEqual(frame)
})

test('edges cut numbers into levels under the same name, and Unknown stays', async () => {
  const table = 'image_id,y_true,y_score,age\na,1,0.9,19.9\nb,0,0.1,20\nc,0,0.3,NA\nd,1,0.2,80\n'
  const { frame } = await read(table, { numeric: [{ column: 'age', edges: [20, 80] }] })
  expect(frame.cells.attributes).toMatchObject([
    { name: 'age', scale: 'numeric', levels: ['<20', '20-<80', '80+', 'Unknown'] },
  ])
})

test('a guessed attribute with more than 20 levels is left out and named', async () => {
  const table = Array.from({ length: 200 }, (_, row) => `i${row},${row % 2},0.${row},${row % 40},note ${row}`)
  const { frame, skippedAttributes, notes } = await read(`id,label,score,age,comment\n${table.join('\n')}`)
  expect(frame.cells.attributes).toEqual([])
  expect(skippedAttributes).toEqual([{ name: 'age', levels: 40 }])
  expect(notes.join(' ')).toMatch(/more than 20 levels: age\./)
})

test('an attribute that is named is read whatever its levels', async () => {
  const table = Array.from({ length: 300 }, (_, row) => `i${row},${row % 2},0.5,s${row}`)
  const { frame } = await read(`id,label,score,site\n${table.join('\n')}`, { attributes: ['site'] })
  expect(frame.cells.attributes[0].levels).toHaveLength(300)
})

test('filters and the split pick rows before ids are checked', async () => {
  const table = 'id,label,score,split,model\na,1,0.9,test,x\na,0,0.8,test,y\na,1,0.7,train,x\nb,1,0.6,test,x\n'
  const reading = await read(table, { split: 'test', where: [{ column: 'model', value: 'x' }] })
  expect(rowsOf(reading)).toEqual(['0.6 1', '0.9 1'])
  expect(reading.source).toMatchObject({ rows: 4, split: 'test', filter: [{ column: 'model', value: 'x' }] })
})

test('without an image id equal rows may stand twice, and the notes say so', async () => {
  const { frame, notes } = await read('label,score\n1,0.5\n1,0.5\n0,0.1\n')
  expect([...frame.score].sort()).toEqual([0.1, 0.5, 0.5])
  expect(notes.join(' ')).toMatch(/No column names the images/)
})

test('a lone decision is the score as well', async () => {
  const { frame } = await read('id,label,flag\na,1,TRUE\nb,0,FALSE\n', { decision: 'flag' })
  expect([...frame.score].sort()).toEqual([0, 1])
  expect([...frame.decision!]).toEqual([...frame.score])
})

test('an abort ends the reading with its reason', async () => {
  const path = await fixture.write(csv)
  await expect(readEvaluationFrame(requestFor(path), { signal: AbortSignal.abort(new Error('stop')) })).rejects.toThrow(
    'stop',
  )
})

test('an abort in the middle ends the reading too, of text and of gzip', async () => {
  const lines = Array.from({ length: 60_000 }, (_, at) => `i${at},${at % 2},0.${at}`)
  for (const content of [['id,label,score', ...lines].join('\n'), gzipSync(['id,label,score', ...lines].join('\n'))]) {
    const abort = new AbortController()
    let seen = 0
    const onProgress = ({ rows }: { rows: number }) => {
      seen = rows
      abort.abort(new Error('stop'))
    }
    const reading = readEvaluationFrame(requestFor(await fixture.write(content)), { signal: abort.signal, onProgress })
    await expect(reading).rejects.toThrow('stop')
    expect(seen).toBeLessThan(60_000)
  }
})

test('progress reaches the size of the file', async () => {
  const seen: number[] = []
  await readEvaluationFrame(requestFor(await fixture.write(csv)), {
    onProgress: ({ bytesRead, bytes }) => seen.push(bytesRead / bytes),
  })
  expect(seen.at(-1)).toBe(1)
})

const cell = fc.constantFrom('F', 'M', '', 'other')
const row = fc.tuple(
  fc.constantFrom('p', 'q', 'ü', 'p1'),
  fc.constantFrom('0', '1', ''),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  cell,
)

test.each([true, false])('the order of rows in the file does not change a bit (image ids: %s)', (hasIds) =>
  fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 40 }),
      fc.infiniteStream(fc.nat()),
      async (rows, keys) => {
        const lines = rows.map((cells, at) => (hasIds ? [`i${at}`, ...cells] : cells).join(','))
        const shuffled = lines.map((line) => ({ line, key: keys.next().value as number })).sort((a, b) => a.key - b.key)
        const head = hasIds ? 'image_id,patient_id,label,score,sex' : 'patient_id,label,score,sex'
        const one = await read([head, ...lines].join('\n'), { attributes: ['sex'] })
        const other = await read([head, ...shuffled.map(({ line }) => line)].join('\n'), { attributes: ['sex'] })
        expect(other.frame).toEqual(one.frame)
      },
    ),
    { numRuns: 60 },
  ),
)

test('a table of several pieces is read whole, long quoted fields and all', async () => {
  const lines = Array.from(
    { length: 30_000 },
    (_, at) => `i${at},p${at % 999},${at % 2},0.${at},"a ""long"" text,\nof two lines, ä"`,
  )
  const { frame, source } = await read(['image_id,patient_id,label,score,note', ...lines].join('\n'), {
    attributes: ['note'],
  })
  expect([frame.score.length, source.subjects, frame.cells.count]).toEqual([30_000, 999, 1])
  expect(frame.cells.attributes[0].levels).toEqual(['a "long" text,\nof two lines, ä'])
})
