/** Messages on standard error; silent with `isQuiet`. */
export interface Progress {
  /** a sentence of its own line */
  say(text: string): void
  /** replaces the last progress line; shown only once the work has lasted two seconds, at most twice a second */
  show(text: string): void
  /** ends the progress line */
  clear(): void
}

const patienceMs = 2000
const pauseMs = 500

/** @param stream where messages go; on a terminal a progress line is overwritten, elsewhere printed every five seconds */
export function startProgress(stream: NodeJS.WriteStream, isQuiet: boolean): Progress {
  const begun = performance.now()
  let shown = begun
  let isOpen = false
  return {
    say(text) {
      if (isQuiet) return
      this.clear()
      stream.write(`${text}\n`)
    },
    show(text) {
      const now = performance.now()
      const pause = stream.isTTY ? pauseMs : 5000
      if (isQuiet || now - begun < patienceMs || (shown > begun && now - shown < pause)) return
      shown = now
      stream.write(stream.isTTY ? `\r\u001b[2K${text}` : `${text}\n`)
      isOpen = stream.isTTY === true
    },
    clear() {
      if (isOpen) stream.write('\r\u001b[2K')
      isOpen = false
    },
  }
}
