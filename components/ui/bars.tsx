import { words } from './words'

/** Holds the place of rows that are on their way: nothing at first, then bars that do not move. */
export function Bars({ rows = 6 }: { rows?: number }) {
  return (
    <div className="bars" role="status" aria-label={words.loading}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars are all alike
        <div key={row} />
      ))}
    </div>
  )
}
