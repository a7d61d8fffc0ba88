import { unknownLevel } from '@/lib/slices/cell-table'

export type Marker = 'circle' | 'square' | 'triangle' | 'diamond' | 'triangle-down' | 'plus' | 'cross'

/** How a group is drawn where several share one plot: always the same colour, marker and dash. */
export interface GroupStyle {
  color: string
  marker: Marker
  isHollow: boolean
  /** as stroke-dasharray; undefined: solid */
  dash: string | undefined
}

const markers: Marker[] = ['circle', 'square', 'triangle', 'diamond', 'triangle-down', 'plus']
const dashes = [...Array(4).fill(undefined), ...Array(4).fill('7 3'), ...Array(4).fill('2 3')] as (string | undefined)[]

/** Groups that have a style of their own; the rest is one faint band. */
export const groupSlots = 12

const unknownStyle: GroupStyle = {
  color: 'var(--group-unknown)',
  marker: 'cross',
  isHollow: false,
  dash: '5 3 1 3',
}

/**
 * The style of a level, by its place among all levels of its attribute as they are stored, not as they are shown; so it
 * keeps it whatever is left out. For an intersection: a slice among the slices of its family.
 * @returns undefined beyond the twelfth
 */
export function groupStyle(level: string, levels: readonly string[]): GroupStyle | undefined {
  if (level === unknownLevel) return unknownStyle
  const known = levels.filter((each) => each !== unknownLevel)
  const slot = known.indexOf(level)
  if (slot < 0 || slot >= groupSlots) return undefined
  return {
    color: `var(--group-${slot + 1})`,
    marker: markers[slot % markers.length],
    isHollow: slot >= markers.length,
    dash: known.length === 2 && slot === 1 ? '7 3' : dashes[slot],
  }
}

/** The outline of a marker around 0, as the `d` of a path. */
export function markerPath(marker: Marker, radius: number): string {
  const r = radius
  if (marker === 'circle') return `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`
  if (marker === 'square') return `M${-r} ${-r}h${2 * r}v${2 * r}h${-2 * r}z`
  if (marker === 'diamond') return `M0 ${-1.3 * r}L${1.3 * r} 0 0 ${1.3 * r} ${-1.3 * r} 0z`
  if (marker === 'triangle') return `M0 ${-1.2 * r}L${1.15 * r} ${0.9 * r}H${-1.15 * r}z`
  if (marker === 'triangle-down') return `M0 ${1.2 * r}L${1.15 * r} ${-0.9 * r}H${-1.15 * r}z`
  const w = r * 0.38 // half of an arm
  const plus = `M${-w} ${-r}H${w}V${-w}H${r}V${w}H${w}V${r}H${-w}V${w}H${-r}V${-w}H${-w}z`
  if (marker === 'plus') return plus
  const [a, b] = [r, r - 0.55 * r]
  return `M${-a} ${-b}L${-b} ${-a}L0 ${-(a - b)}L${b} ${-a}L${a} ${-b}L${a - b} 0L${a} ${b}L${b} ${a}L0 ${a - b}L${-b} ${a}L${-a} ${b}L${-(a - b)} 0z`
}
