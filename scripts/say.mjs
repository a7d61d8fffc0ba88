/** A failure that a person can act on: its message says what to do, so no stack is shown. */
export class Refusal extends Error {}

/** Messages go to standard error: standard output belongs to the commands. */
export function say(text) {
  process.stderr.write(`${text}\n`)
}

/** Ends the process for `reason`: a Refusal in its own words, anything else with its stack. */
export function leave(reason, status = 1) {
  const known =
    reason instanceof Refusal
      ? reason
      : (fullDisk(String(reason), reason?.path ?? 'the app or its data') ?? closed(reason))
  say(`\n${known ? known.message : (reason?.stack ?? reason)}`)
  process.exit(status)
}

/** What to do about a full disk, where `text` (a log or an error) is about one. */
export function fullDisk(text, folder) {
  return /ENOSPC|No space left on device|Check free disk space|disk quota exceeded|EDQUOT/i.test(text)
    ? new Refusal(`The disk that holds ${folder} is full. Free some space (the app needs about 2 GB) and start again.`)
    : undefined
}

/** What to do about a file that this user may not write or read. */
function closed(reason) {
  if (!['EACCES', 'EPERM', 'EROFS'].includes(reason?.code) || !reason.path) return undefined
  return new Refusal(
    `${reason.path} cannot be used by this user (${reason.code}): it may have been made by another one, such as root.\n` +
      'Start as that user, change its owner, or set EQUISCOPE_DATA to another folder.',
  )
}
