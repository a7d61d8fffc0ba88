/** A failure that a person can act on: its message says what to do, so no stack is shown. */
export class Refusal extends Error {}

/** Messages go to standard error: standard output belongs to the commands. */
export function say(text) {
  process.stderr.write(`${text}\n`)
}

/** Ends the process for `reason`: a Refusal in its own words, anything else with its stack. */
export function leave(reason) {
  say(reason instanceof Refusal ? `\n${reason.message}` : `\n${reason?.stack ?? reason}`)
  process.exit(1)
}

/** What to do about a full disk, where `text` (a log or an error) is about one. */
export function fullDisk(text, folder) {
  return /ENOSPC|No space left on device|disk quota exceeded|EDQUOT/i.test(text)
    ? new Refusal(`The disk that holds ${folder} is full. Free some space (the app needs about 2 GB) and start again.`)
    : undefined
}
