import type { FamilyStanding } from '@/lib/wire/standing'
import { capital, familyName } from './attribute-names'
import { levelText } from './level-text'
import { FindingDot, NoGapDot } from './standing-dots'
import { standingWords as say } from './standing-words'

interface FamilyMarkProps {
  by: string[]
  /** undefined: the family was not compared, since it has one level */
  family: FamilyStanding | undefined
}

/** In whom findings are, or how large a gap could have been missed. */
export function FamilyMark({ by, family }: FamilyMarkProps) {
  const name = <span className="standing-noun">{capital(familyName(by))} </span>
  if (family && family.slices.length > 0) {
    const slices = family.slices.map((slice) => by.map((attribute) => levelText(slice[attribute])).join(' '))
    return (
      <td className="standing-family" title={slices.join(', ')}>
        {name}
        <FindingDot />
        {slices.join(', ')}
      </td>
    )
  }
  if (!family?.missable)
    return (
      <td className="standing-family hatched">
        {name}
        {say.noComparison}
      </td>
    )
  return (
    <td className="standing-family quiet">
      {name}
      <NoGapDot />
      {say.points(family.missable.value * 100)}
    </td>
  )
}
