import { guessImageColumn, type Manifest } from '@/lib/inference/read-manifest'
import { labelOf } from '@/lib/inference/run-images'
import { attributeConcept, wordsOf } from '@/lib/slices/attribute-concept'
import type { AttributeChoice, ManifestColumn } from './run-choices'

/** A column with more different values than this is no attribute by itself: it would cut patients into tiny groups. */
const mostLevels = 20
const decades = [20, 40, 60, 80]

/** What each column of a manifest may be for, by its name and its values; a person corrects it. */
export function guessColumns(manifest: Manifest, tasks: readonly string[]): ManifestColumn[] {
  const image = guessImageColumn(manifest)
  const subject = manifest.columns.findIndex((name) =>
    /\b(patient|subject|person)( ?(id|key|number))?$/.test(wordsOf(name)),
  )
  return manifest.columns.map((name, place) => {
    const cells = manifest.rows.map((row) => row[place])
    const levels = [...new Set(cells)]
    const column = {
      name,
      task: '',
      values: levels.filter((level) => level !== '').slice(0, 4),
      attribute: attributeOf(name, levels),
    }
    if (place === image) return { ...column, role: 'image' }
    if (place === subject) return { ...column, role: 'subject' }
    const task = tasks.find((each) => isLabelOf(name, each))
    if (task !== undefined && cells.every((cell) => cell === '' || labelOf(cell) !== null))
      return { ...column, role: 'label', task }
    return { ...column, role: isAttribute(name, levels) ? 'attribute' : 'other' }
  })
}

function isLabelOf(column: string, task: string): boolean {
  const name = wordsOf(column).replace(/^(label|labels|true|y true|y|gt) /, '')
  return name === wordsOf(task)
}

function isAttribute(name: string, levels: string[]): boolean {
  const { concept } = attributeConcept(name)
  return concept !== undefined && (levels.length <= mostLevels || concept === 'age')
}

/** How an attribute of that name is stored unless a person says otherwise: ages are cut at every twenty years. */
export function attributeOf(name: string, levels: readonly string[]): AttributeChoice {
  const { kind, concept } = attributeConcept(name)
  const isNumeric = levels.every((level) => level === '' || Number.isFinite(Number(level)))
  return {
    name,
    kind,
    concept: concept ?? null,
    edges: concept === 'age' && isNumeric && levels.length > 12 ? decades : [],
  }
}
