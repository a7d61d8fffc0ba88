import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'

// node scripts/sample-model/write-training-images.mjs FOLDER: images.u8 (96 x 96 bytes each) and labels.csv for train.py.
// The same bytes every time.
const seed = 20261
const patients = 4000
/**
 * The flaw that is planted: whoever labelled these images overlooked fainter opacities in women. Nothing else tells
 * women and men apart.
 */
const overlookedInWomen = 0.7

const root = resolve(import.meta.dirname, '../..')
await build({
  absWorkingDir: root,
  entryPoints: ['lib/phantom/phantom-set.ts', 'lib/phantom/draw-phantom.ts'],
  outdir: 'dist/phantom',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'error',
})
const { phantomSet } = await import(`${root}/dist/phantom/phantom-set.mjs`)
const { drawPhantom, phantomSize } = await import(`${root}/dist/phantom/draw-phantom.mjs`)

const folder = resolve(process.argv[2] ?? 'training-images')
const set = phantomSet(seed, patients)
const images = new Uint8Array(set.length * phantomSize * phantomSize)
const lines = set.map((phantom, at) => {
  images.set(drawPhantom(phantom), at * phantomSize * phantomSize)
  const isSeen = phantom.hasOpacity && !(phantom.sex === 'F' && phantom.strength < overlookedInWomen)
  return `${isSeen ? 1 : 0},${phantom.hasOpacity ? 1 : 0},${phantom.sex},${phantom.view}`
})
mkdirSync(folder, { recursive: true })
writeFileSync(join(folder, 'images.u8'), images)
writeFileSync(join(folder, 'labels.csv'), `label,truth,sex,view\n${lines.join('\n')}\n`)
console.log(`${set.length} images in ${folder}`)
