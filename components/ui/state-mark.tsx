export type State = 'done' | 'open' | 'attention'

/** The shape beside a state's word: a tick, a ring, a triangle. */
export function StateMark({ state }: { state: State }) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" className={`state-mark is-${state}`}>
      {state === 'done' && (
        <>
          <circle cx="8" cy="8" r="7" className="fill" />
          <path d="M4.8 8.2 7 10.4l4.2-4.6" className="ink" />
        </>
      )}
      {state === 'open' && (
        <>
          <circle cx="8" cy="8" r="6.2" className="ring" />
          <circle cx="8" cy="8" r="2.4" className="fill" />
        </>
      )}
      {state === 'attention' && <path d="M8 2 14.5 13.5h-13zM8 6.3v3.4M8 11.4v.3" className="ring" />}
    </svg>
  )
}
