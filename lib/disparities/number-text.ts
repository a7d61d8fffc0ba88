const minus = '−'
const narrowSpace = ' '

function signed(text: string): string {
  return text.startsWith('-') ? minus + text.slice(1) : text
}

/** `63.9 %`: a share with one decimal; one more where it would round to 0 or 100 without being so. */
export function shareText(share: number): string {
  const percent = share * 100
  const isRoundedAway = percent !== 0 && percent !== 100 && (Math.abs(percent) < 0.05 || Math.abs(percent - 100) < 0.05)
  return `${signed(percent.toFixed(isRoundedAway ? 2 : 1))}${narrowSpace}%`
}

/** `-14.0`, signed: a difference of shares in points; one more digit where a limit rounds to 0 without being 0. */
export function pointsText(difference: number): string {
  const points = difference * 100
  const text = Math.abs(points) < 0.05 && points !== 0 ? points.toFixed(2) : points.toFixed(1)
  return Number(text) > 0 ? `+${text}` : Number(text) === 0 ? text.replace('-', '') : signed(text)
}

/** `0.847`: an AUROC, Brier score or the like. */
export function valueText(value: number): string {
  return signed(value.toFixed(3))
}

/** `+0.041`, signed: a difference on the scale of `valueText`. */
export function differenceText(difference: number): string {
  const text = Math.abs(difference) < 0.0005 && difference !== 0 ? difference.toFixed(4) : difference.toFixed(3)
  return Number(text) > 0 ? `+${text}` : Number(text) === 0 ? text.replace('-', '') : signed(text)
}

/** `0.007`, `0.09` above .05, `< 0.001`, `> 0.99`. */
export function pText(p: number): string {
  if (p < 0.001) return '< 0.001'
  if (p > 0.99) return '> 0.99'
  return p > 0.05 ? p.toFixed(2) : p.toFixed(3)
}

/** `22,433`: a count. */
export function countText(count: number): string {
  return count.toLocaleString('en-US')
}
