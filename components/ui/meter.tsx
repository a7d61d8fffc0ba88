interface Measured {
  label: string
  done: number
  /** null: nobody knows yet how much there is */
  total: number | null
}

/** How far something is: a bar of 4 px; what it counts stands beside it in words. */
export function Meter({ label, done, total }: Measured) {
  const isKnown = total !== null && total > 0
  return (
    <progress
      className="meter"
      aria-label={label}
      max={isKnown ? total : undefined}
      value={isKnown ? Math.min(done, total) : undefined}
    />
  )
}
