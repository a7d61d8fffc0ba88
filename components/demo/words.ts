import { count } from '@/components/ui/words'

/** What the first page says to somebody who has nothing yet; a catalogue in another language has the same keys. */
export const words = {
  headline: 'For whom does your model work less well?',
  steps: 'First steps',
  tryTitle: 'Try it without data',
  tryText: (patients: number) =>
    `A made-up chest X-ray cohort of ${count(patients, 'patient')}, two versions of a made-up model, and gaps that were ` +
    'planted to be found, beside one group that looks bad by chance alone. Delete it when you are done: it stays away.',
  open: 'Open the demo',
  add: 'Add the demo',
  again: 'Try again',
  coming: 'The demo is being made, in a few seconds',
  making: (phase: string) => `Making the demo: ${phase}`,
  starting: 'starting',
  progress: 'Progress of the demo',
  failed: 'The demo could not be made. What is there already is kept; trying again makes the rest.',
  importTitle: 'Bring your own predictions',
  importText:
    'A table with one row an image: who the patient is, what the finding was, how the model scored it. CSV, TSV or ' +
    'Parquet; it stays on this machine. A project is one clinical use case.',
  name: 'Name of the project',
  example: 'For example Pneumonia on chest X-rays',
  start: 'Make it and import',
  commandTitle: 'Or on the command line',
  commandText: 'The same numbers for one table, without server or database, in the folder of Equiscope:',
  command: 'npm run --silent audit -- FILE --task NAME',
  commandHelp: 'With --help it says how to name columns, cut ages into bands and adjust for the view.',
}
