import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { encode } from 'fast-png'

/** A grey picture of 8 x 8 pixels, all of one value. */
export function greyPng(value: number): Buffer {
  return Buffer.from(encode({ width: 8, height: 8, channels: 1, depth: 8, data: new Uint8Array(64).fill(value) }))
}

/** A folder on this machine with the named files, gone after the test. */
export class ImageFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'equiscope-images-'))

  add(name: string, bytes: Buffer): this {
    const file = join(this.path, name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, bytes)
    return this
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true })
  }
}

/** Rows of a manifest for grey pictures: who is ill is brighter, so that a mean finds them. */
export function greyPatients(images: number) {
  return Array.from({ length: images }, (_, at) => {
    const label = at % 3 === 0 ? 1 : 0
    return {
      name: `${String(at).padStart(5, '0')}.png`,
      patient: `patient-${at}`,
      sex: 'FM'[at % 2],
      label,
      value: label * 120 + (at % 100),
    }
  })
}

/** The manifest that goes with them. */
export function greyManifest(patients: ReturnType<typeof greyPatients>): string {
  const lines = patients.map(({ name, patient, sex, label }) => [name, patient, sex, label].join())
  return ['file,patient,sex,label_Brightness', ...lines, ''].join('\n')
}
