/**
 * Age in whole years from DICOM's PatientAge: `058Y`, `011M`, `030W`, `200D`, or bare digits (as the RSNA's files have
 * them). `undefined` where it says nothing: `000Y` and ages over 130 are what anonymisers write.
 */
export function ageYears(written: string | undefined): number | undefined {
  const parts = /^\s*(\d{1,3})\s*([DWMY]?)\s*$/.exec(written ?? '')
  if (!parts) return undefined
  const count = Number(parts[1])
  const unit = parts[2] || 'Y'
  if (unit === 'Y') return count > 0 && count <= 130 ? count : undefined
  return Math.floor(count / { D: 365.25, W: 52.18, M: 12 }[unit as 'D' | 'W' | 'M'])
}

/** Whole years between two DICOM dates (`YYYYMMDD`, also `YYYY.MM.DD`); `undefined` unless both are days of the calendar. */
export function yearsBetween(birth: string | undefined, study: string | undefined): number | undefined {
  const [from, to] = [calendarDay(birth), calendarDay(study)]
  if (!from || !to) return undefined
  const hadBirthday = to.month > from.month || (to.month === from.month && to.day >= from.day)
  const years = to.year - from.year - (hadBirthday ? 0 : 1)
  return years >= 0 && years <= 130 ? years : undefined
}

function calendarDay(written: string | undefined) {
  const parts = /^\s*(\d{4})\.?(\d{2})\.?(\d{2})\s*$/.exec(written ?? '')
  if (!parts) return undefined
  const [year, month, day] = parts.slice(1).map(Number)
  const date = new Date(Date.UTC(year, month - 1, day))
  const isDay = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isDay && year >= 1850 ? { year, month, day } : undefined
}
