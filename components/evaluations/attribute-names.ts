import { wordsOf } from '@/lib/slices/attribute-concept'

/** `sex, age group`: attributes in words. */
export function attributeNames(names: readonly string[]): string {
  return names.map(wordsOf).join(', ')
}

/** `sex and age group`: the attributes of a family in words. */
export function familyName(by: readonly string[]): string {
  return by.map(wordsOf).join(' and ')
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
