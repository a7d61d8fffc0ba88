import type { GroupStyle } from './group-style'

/** A group among others in one plot. */
export interface PlotGroup {
  /** of `groupKey`; empty: all together */
  key: string
  name: string
  /** undefined: beyond the twelfth; drawn as one faint band */
  style: GroupStyle | undefined
}

/** All together: dark, with the diamond that it has in forest plots. */
export const allStyle: GroupStyle = { color: 'var(--mark)', marker: 'diamond', isHollow: false, dash: undefined }
