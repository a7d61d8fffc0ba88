/** What parts of every page say; a catalogue in another language has the same keys. */
export const words = {
  skip: 'Skip to the content',
  notFoundTitle: 'There is no such page',
  notFound: 'It may have been deleted, or the address may be wrong.',
  toProjects: 'To the projects',
  faultTitle: 'This page could not be shown',
  fault: (reference: string) => `Nothing was changed. If it happens again, report the reference ${reference}.`,
  again: 'Try again',
  cancel: 'Cancel',
  loading: 'Loading',
  synthetic: 'Synthetic',
  syntheticWhy: 'Generated, not from real patients',
}

/** `1 dataset`, `22,433 rows`: a count always names what it counts. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? noun : plural}`
}

/** `24 Nov 2026`: a day as a person writes it. */
export function dayText(moment: string): string {
  return new Date(moment).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
}
