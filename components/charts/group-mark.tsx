import { type GroupStyle, markerPath } from './group-style'

/** The marker of a group around 0. */
export function GroupMark({ style, radius = 4.5 }: { style: GroupStyle; radius?: number }) {
  const { color, marker, isHollow } = style
  return (
    <path
      d={markerPath(marker, radius)}
      fill={isHollow ? 'var(--panel)' : color}
      stroke={isHollow ? color : 'var(--panel)'}
      strokeWidth={isHollow ? 1.8 : 1}
    />
  )
}
