import type { Attribute } from './cell-table'

/** What an attribute is about, as far as its name tells. */
export interface AttributeConcept {
  kind: Attribute['kind']
  /** `sex`, `age`, `site`, …; undefined when the name tells nothing */
  concept: string | undefined
}

const demographic: [concept: string, words: RegExp][] = [
  ['sex', /\b(sex|gender)\b/],
  ['age', /\b(age|ages|agegroup|ageband|birth year|year of birth|patientage)\b/],
  ['ethnicity', /\b(race|races|ethnicity|ethnic|ancestry)\b/],
  ['skin_tone', /\b(fitzpatrick|fst|monk|ita|skin ?(tone|type|colou?r))\b/],
  ['insurance', /\b(insurance|insurer|payer|payor|medicaid|coverage)\b/],
  ['language', /\b(language|interpreter)\b/],
  ['deprivation', /\b(deprivation|imd|income|socioeconomic|ses|poverty)\b/],
  ['education', /\b(education|schooling)\b/],
  ['disability', /\b(disability|disabled)\b/],
  ['religion', /\b(religion|faith)\b/],
  ['marital_status', /\bmarital\b/],
  ['residence', /\b(rural|urban|rurality|country|region|postcode|zip|zipcode)\b/],
  ['body_mass', /\b(bmi|body mass)\b/],
]

const acquisition: [concept: string, words: RegExp][] = [
  ['scanner', /\b(scanner|manufacturer|vendor|device|detector|machine|camera)\b/],
  ['view', /\b(view|views|projection|viewposition)\b/],
  ['laterality', /\blaterality\b/],
  ['modality', /\bmodality\b/],
  ['protocol', /\b(protocol|sequence|contrast|field strength|kvp|tube voltage|slice thickness|portable)\b/],
  ['site', /(?<!\bin )\b(site|hospital|centre|center|clinic|institution|facility|department|ward)\b/],
]

/** A column's name as lower-case words: `ViewPosition`, `view_position` and `View Position` alike. */
export function wordsOf(name: string): string {
  return name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * Guesses what an attribute is about from its name, so that `Patient Gender` and `sex` are found alike. A name that
 * tells nothing counts as demographic: an attribute of people that is overlooked costs more than one too many.
 */
export function attributeConcept(name: string): AttributeConcept {
  const words = wordsOf(name)
  for (const [concept, pattern] of acquisition) if (pattern.test(words)) return { kind: 'acquisition', concept }
  for (const [concept, pattern] of demographic) if (pattern.test(words)) return { kind: 'demographic', concept }
  return { kind: 'demographic', concept: undefined }
}
