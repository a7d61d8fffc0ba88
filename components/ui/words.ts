/** What the frame of every page says; a catalogue in another language has the same keys. */
export const words = {
  skip: 'Skip to the content',
  notFoundTitle: 'There is no such page',
  notFound: 'It may have been deleted, or the address may be wrong.',
  toProjects: 'To the projects',
  faultTitle: 'This page could not be shown',
  fault: (reference: string) => `Nothing was changed. If it happens again, report the reference ${reference}.`,
  again: 'Try again',
  cancel: 'Cancel',
}
