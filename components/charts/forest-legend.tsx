import { words } from './forest-words'

/** What the marks of a forest plot mean; direct labels are in each row's words. */
export function ForestLegend({ isAgainstSlice }: { isAgainstSlice: boolean }) {
  return (
    <ul className="legend">
      <li>
        <svg width="34" height="14" aria-hidden="true" className="gap">
          <rect className="gap-bar" x="12" y="3.5" width="18" height="7" />
          <line className="whisker" x1="4" x2="22" y1="7" y2="7" />
          <circle className="point" cx="12" cy="7" r="4.5" />
          <line className="comparator" x1="31" x2="31" y2="14" />
        </svg>
        {words.verdicts.gap}
      </li>
      <li>
        <svg width="34" height="14" aria-hidden="true" className="not_enough_evidence">
          <line className="whisker" x1="3" x2="31" y1="7" y2="7" />
          <circle className="point" cx="17" cy="7" r="4.2" />
        </svg>
        {words.verdicts.not_enough_evidence}
      </li>
      <li>
        <svg width="34" height="14" aria-hidden="true" className="within_margin">
          <line className="whisker" x1="8" x2="26" y1="7" y2="7" />
          <circle className="point" cx="17" cy="7" r="4.2" />
        </svg>
        {words.verdicts.within_margin}
      </li>
      <li>
        <svg width="34" height="14" aria-hidden="true" className="advantage">
          <line className="whisker" x1="8" x2="26" y1="7" y2="7" />
          <circle className="point" cx="17" cy="7" r="4.5" />
        </svg>
        {words.verdicts.advantage}
      </li>
      <li>
        <svg width="34" height="14" aria-hidden="true" className="untested">
          <line className="whisker" x1="3" x2="31" y1="7" y2="7" />
          <circle className="point" cx="17" cy="7" r="2.5" />
        </svg>
        {words.notTested}
      </li>
      <li>
        <svg width="12" height="16" aria-hidden="true">
          <line className="comparator" x1="6" x2="6" y1="1" y2="15" />
        </svg>
        {isAgainstSlice ? words.reference : words.everyoneElse}
      </li>
      <li>
        <svg width="26" height="12" aria-hidden="true">
          <rect className="no-number too_few" width="26" height="12" rx="2" />
        </svg>
        {words.tooFew}
      </li>
    </ul>
  )
}
