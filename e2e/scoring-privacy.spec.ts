import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from './equiscope'
import { readyVersion, ScoringPage } from './scoring-page'
import { meanOnnx, meanSpecification } from './tiny-model'

const shared = process.env.EQUISCOPE_SHARED_DATA ?? resolve(import.meta.dirname, '../../shared/data')
const samples = join(shared, 'dicom-samples')

/** Identifiers that stand in these files' headers, as text of at least five characters. */
function headerTexts(bytes: Buffer): string[] {
  const tags = ['10000000', '10001000', '10002000', '10003000', '08001800', '20000d00', '20000e00', '08005000']
  const found: string[] = []
  for (const tag of tags) {
    for (
      let at = bytes.indexOf(Buffer.from(tag.slice(0, 4) === '1000' ? `1000${tag.slice(4)}` : tag, 'hex'));
      at >= 0;
      at = -1
    ) {
      const isExplicit = /^[A-Z]{2}$/.test(bytes.toString('latin1', at + 4, at + 6))
      const length = isExplicit ? bytes.readUInt16LE(at + 6) : bytes.readUInt32LE(at + 4)
      if (length < 200) found.push(bytes.toString('latin1', at + 8, at + 8 + length).replace(/[\0 ]+$/, ''))
    }
  }
  return found.filter((text) => text.length >= 5 && /^[\x20-\x7e]+$/.test(text))
}

test('no request leaves the origin, and none holds image bytes, header values or file names', async ({
  page,
  project,
}) => {
  test.skip(!existsSync(samples), 'the DICOM samples are not here: ../shared/data/dicom-samples')
  test.setTimeout(120_000)
  const names = readdirSync(samples).filter((name) => name.endsWith('.dcm'))
  const files = names.map((name) => ({ name, bytes: readFileSync(join(samples, name)) }))
  const scoring = new ScoringPage(page, project.url)
  const { versionId } = await readyVersion(page, project.id, meanOnnx(), meanSpecification)
  await scoring.open(versionId)
  await scoring.chooseFiles(names.map((name) => join(samples, name)))
  await scoring.chooseManifest(
    ['file,label_Brightness', ...names.map((name, at) => `${name},${at % 2}`), ''].join('\n'),
  )
  await expect(scoring.counted('images to score')).toHaveText(/\d+/)
  await expect(page.getByLabel('Store DICOM header: sex')).toBeChecked()
  await page.getByLabel('Store DICOM header: manufacturer').check()
  await scoring.nameDataset('Headers stay')
  await scoring.runToTheEnd()

  const origin = new URL(page.url()).origin
  const elsewhere = scoring.requests.filter(
    ({ url }) => new URL(url).origin !== origin && !url.startsWith('blob:') && !url.startsWith('data:'),
  )
  expect(elsewhere).toEqual([])
  const secrets = [...names, ...files.flatMap(({ bytes }) => headerTexts(bytes))]
  expect(secrets.length).toBeGreaterThan(names.length + 20)
  const allowed = new Set(scoring.sentRows().flatMap(({ attributes }) => attributes))
  for (const { url, body } of scoring.requests) {
    const text = decodeURIComponent(url) + (body?.toString('latin1') ?? '')
    const told = secrets.filter((secret) => !allowed.has(secret) && text.includes(secret))
    expect(told, url).toEqual([])
    for (const { name, bytes } of files) {
      const middle = bytes.subarray(bytes.length >> 1, (bytes.length >> 1) + 24)
      if (new Set(middle).size > 6) expect(body?.includes(middle) ?? false, `pixels of ${name} in ${url}`).toBe(false)
    }
  }
  // the whole of what is told of an image: pseudonyms, numbers, and the three attributes that were chosen
  for (const row of scoring.sentRows())
    expect(Object.keys(row).sort()).toEqual(['attributes', 'example', 'labels', 'scores', 'subject'])
})
