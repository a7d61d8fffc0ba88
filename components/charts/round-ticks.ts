/** A step of 1, 2 or 5 times a power of ten, as a quotient of whole numbers, so that decimal fractions are exact. */
function roundStep(low: number, high: number, about: number): { times: number; over: number } {
  const step = (high - low) / about
  const power = Math.floor(Math.log10(step))
  const share = step / 10 ** power
  const times = share >= Math.sqrt(50) ? 10 : share >= Math.sqrt(10) ? 5 : share >= Math.sqrt(2) ? 2 : 1
  return power < 0 ? { times, over: 10 ** -power } : { times: times * 10 ** power, over: 1 }
}

/** Round values from `low` to `high`, about as many as are asked for. */
export function roundTicks(low: number, high: number, about: number): number[] {
  if (low === high) return [low]
  const { times, over } = roundStep(low, high, about)
  const first = Math.ceil((low * over) / times)
  const last = Math.floor((high * over) / times)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => ((first + at) * times) / over)
}

/** The ends of a scale that holds `low` to `high`, as round as its ticks are. */
export function roundEnds(low: number, high: number, about: number): [number, number] {
  if (low === high) return [low, high]
  const { times, over } = roundStep(low, high, about)
  const ends: [number, number] = [
    (Math.floor((low * over) / times) * times) / over,
    (Math.ceil((high * over) / times) * times) / over,
  ]
  return ends[0] === low && ends[1] === high ? ends : roundEnds(...ends, about) // a wider scale may have a wider step
}
