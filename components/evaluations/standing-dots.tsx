/** A finding: a filled dot. */
export function FindingDot() {
  return (
    <svg className="standing-dot" width="10" height="10" aria-hidden="true">
      <circle cx="5" cy="5" r="4.5" className="is-finding" />
    </svg>
  )
}

/** No finding: a ring. */
export function NoGapDot() {
  return (
    <svg className="standing-dot" width="10" height="10" aria-hidden="true">
      <circle cx="5" cy="5" r="3.7" className="is-open" />
    </svg>
  )
}
