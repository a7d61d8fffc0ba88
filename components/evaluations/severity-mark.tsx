import type { Finding } from '@/lib/wire/metric-frame'
import { findingsWords as say } from './findings-words'

const levels = { high: 3, medium: 2, low: 1 }

/** Severity as bars and a word. */
export function SeverityMark({ severity }: { severity: Finding['severity'] }) {
  return (
    <span className="severity-mark">
      <svg width="13" height="12" viewBox="0 0 13 12" aria-hidden="true">
        {[0, 1, 2].map((bar) => (
          <rect
            key={bar}
            x={bar * 4.5}
            y={8 - bar * 4}
            width="3.5"
            height={4 + bar * 4}
            className={bar < levels[severity] ? 'is-full' : 'is-empty'}
          />
        ))}
      </svg>
      {say.severity[severity]}
    </span>
  )
}
