/** The hatching of marks that stand for no number, once a page: `fill: url(#hatching)`. */
export function Hatching() {
  return (
    <svg width="0" height="0" className="definitions" aria-hidden="true">
      <pattern id="hatching" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="5" height="5" className="hatching-ground" />
        <line y2="5" className="hatching-line" />
      </pattern>
    </svg>
  )
}
