import { phantomName } from './phantom-png'
import type { Phantom } from './phantom-set'

/** The manifest that goes with a set's pictures: what a hospital would know of each, and the truth as its label. */
export function phantomManifest(set: readonly Phantom[]): string {
  const lines = set.map((own) => [phantomName(own), own.patient, own.sex, own.age, own.view, own.hasOpacity ? 1 : 0])
  return ['file,patient,sex,age,view,opacity', ...lines.map((line) => line.join(','))].join('\n').concat('\n')
}
