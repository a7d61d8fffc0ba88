import { expect, test } from 'vitest'
import { attributeConcept } from './attribute-concept'

test.each([
  ['sex', 'sex'],
  ['Patient Gender', 'sex'],
  ['PatientSex', 'sex'],
  ['age', 'age'],
  ['age_group', 'age'],
  ['AgeBand', 'age'],
  ['race', 'ethnicity'],
  ['Ethnic Group', 'ethnicity'],
  ['fitzpatrick_scale', 'skin_tone'],
  ['skin tone', 'skin_tone'],
  ['insurance_type', 'insurance'],
  ['primary-language', 'language'],
])('%s is about people: %s', (name, concept) =>
  expect(attributeConcept(name)).toEqual({ kind: 'demographic', concept }),
)

test.each([
  ['View Position', 'view'],
  ['view', 'view'],
  ['Manufacturer', 'scanner'],
  ['scanner_model', 'scanner'],
  ['hospital', 'site'],
  ['site_id', 'site'],
])('%s is about how the image was taken: %s', (name, concept) =>
  expect(attributeConcept(name)).toEqual({ kind: 'acquisition', concept }),
)

test.each(['medical_specialty', 'percentage', 'image', 'time_in_hospital', 'stage', 'review'])(
  '%s tells nothing',
  (name) => expect(attributeConcept(name).concept).toBeUndefined(),
)
