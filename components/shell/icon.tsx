const paths = {
  projects: 'M2.5 4.5h4l1.5 2h5.5v6h-11z',
  overview: 'M2.5 7.2 8 2.5l5.5 4.7v6.3h-4v-4h-3v4h-4z',
  datasets:
    'M3 4c0-1 2.2-1.8 5-1.8S13 3 13 4v8c0 1-2.2 1.8-5 1.8S3 13 3 12zM3 4c0 1 2.2 1.8 5 1.8S13 5 13 4M3 8c0 1 2.2 1.8 5 1.8S13 9 13 8',
  models: 'M8 2 13.5 5v6L8 14l-5.5-3V5zM2.5 5 8 8l5.5-3M8 8v6',
  evaluations: 'M2 5h12M5 3.5v3M2 11h12M10.5 9.5v3',
  scoring: 'M2.5 3h11v10h-11zM6.5 5.5v5l4-2.5z',
  imports: 'M8 2.5v7M5 6.8l3 3 3-3M2.5 11v2.5h11V11',
} as const

export type IconName = keyof typeof paths

/** A line drawing beside a word that says the same. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" className="icon">
      <path d={paths[name]} />
    </svg>
  )
}

/** Two intervals with their points. */
export function Mark() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" className="icon">
      <path d="M2 7h16M2 4.8v4.4M18 4.8v4.4M4.5 14h11M4.5 11.8v4.4M15.5 11.8v4.4" />
      <circle cx="12.5" cy="7" r="2.7" className="dot" />
      <circle cx="8" cy="14" r="2.7" className="dot" />
    </svg>
  )
}
