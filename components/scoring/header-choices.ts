import { type HeaderAttribute, headerAttributes } from '@/lib/inference/dicom-attributes'
import type { InspectedImage } from '@/lib/inference/inspect-images'
import type { AttributeChoice, HeaderChoice } from './run-choices'

const stored: Record<HeaderAttribute, AttributeChoice> = {
  sex: { name: 'sex', kind: 'demographic', concept: 'sex', edges: [] },
  age: { name: 'age', kind: 'demographic', concept: 'age', edges: [20, 40, 60, 80] },
  ethnic_group: { name: 'ethnic group', kind: 'demographic', concept: 'ethnicity', edges: [] },
  view: { name: 'view', kind: 'acquisition', concept: 'view', edges: [] },
  manufacturer: { name: 'manufacturer', kind: 'acquisition', concept: 'scanner', edges: [] },
  model: { name: 'device', kind: 'acquisition', concept: 'scanner', edges: [] },
  institution: { name: 'institution', kind: 'acquisition', concept: 'site', edges: [] },
}

/** What the headers of these images hold; institution and device are left to the person, for they tell where it was. */
export function headerChoices(images: readonly InspectedImage[]): HeaderChoice[] {
  const found = new Map<HeaderAttribute, Set<string>>()
  for (const image of images) {
    if (image.state !== 'readable' || !image.seen.attributes) continue
    for (const header of headerAttributes) {
      const value = image.seen.attributes[header]
      if (value !== '') found.set(header, (found.get(header) ?? new Set()).add(value))
    }
  }
  return headerAttributes.flatMap((header) => {
    const values = [...(found.get(header) ?? [])]
    if (values.length === 0) return []
    const isChosen = header === 'sex' || header === 'age' || header === 'view'
    return [{ header, isChosen, attribute: stored[header], values: values.slice(0, 4) }]
  })
}
