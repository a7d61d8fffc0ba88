import { words } from './words'

/** Says that what it stands beside was generated; nobody should take it for patients. */
export function SyntheticBadge() {
  return (
    <span className="synthetic" title={words.syntheticWhy}>
      {words.synthetic}
    </span>
  )
}
