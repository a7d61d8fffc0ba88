import type { Colour } from './svg-text'

const svgNamespace = 'http://www.w3.org/2000/svg'

/** What a style sheet may have said about a mark. */
const carried = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'stroke-linejoin',
  'stroke-linecap',
  'opacity',
  'visibility',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
] as const

const line = 15

/**
 * A drawing as a file of its own: styles written into each mark, the title above, and below the line that says where the
 * numbers come from.
 */
export function standaloneSvg(svg: SVGSVGElement, title: string, source: string): string {
  const box = svg.viewBox.baseVal
  const width = box?.width || svg.clientWidth || Number(svg.getAttribute('width'))
  const height = box?.height || svg.clientHeight || Number(svg.getAttribute('height'))
  const lines = wrapped(source, Math.max(20, Math.floor((width - 16) / 5.2)))
  const drawing = svg.cloneNode(true) as SVGSVGElement
  copyStyles(svg, drawing)
  const all = height + 28 + lines.length * line + 8
  const root = element('svg', {
    viewBox: `0 0 ${width} ${all}`,
    width,
    height: all,
    'font-family': 'Inter, system-ui, sans-serif',
  })
  const name = element('title', {})
  name.textContent = title
  const style = getComputedStyle(document.documentElement)
  const color = (token: string) => style.getPropertyValue(token).trim()
  root.append(name, element('rect', { width, height: all, fill: color('--panel') }))
  root.append(text(title, { x: 8, y: 18, fill: color('--text'), 'font-size': 13, 'font-weight': 600 }))
  for (const [name, value] of Object.entries({ y: 28, width, height })) drawing.setAttribute(name, String(value))
  root.append(drawing)
  lines.forEach((words, at) => {
    root.append(text(words, { x: 8, y: height + 28 + (at + 1) * line - 3, fill: color('--text-3'), 'font-size': 10 }))
  })
  return new XMLSerializer().serializeToString(root)
}

/** A drawing that was made as text, as such a file; `draw` is given the colours of the theme. */
export function standaloneText(draw: (colour: Colour) => string, title: string, source: string): string {
  const style = getComputedStyle(document.documentElement)
  const drawn = draw((token) => style.getPropertyValue(token).trim())
  const svg = new DOMParser().parseFromString(drawn, 'image/svg+xml').documentElement
  return standaloneSvg(svg as Element as SVGSVGElement, title, source)
}

function element(name: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS(svgNamespace, name)
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, String(value))
  return made
}

function text(words: string, attributes: Record<string, string | number>): SVGElement {
  const made = element('text', attributes)
  made.textContent = words
  return made
}

function copyStyles(from: Element, to: Element): void {
  const style = getComputedStyle(from)
  for (const property of carried) {
    const value = style.getPropertyValue(property)
    if (value) (to as SVGElement).setAttribute(property, value)
  }
  for (const name of ['class', 'style', 'tabindex', 'data-group']) to.removeAttribute(name)
  for (let at = from.children.length - 1; at >= 0; at--) {
    const [child, copy] = [from.children[at], to.children[at]]
    if (getComputedStyle(child).display === 'none' && child.tagName !== 'title') copy.remove()
    else copyStyles(child, copy)
  }
}

function wrapped(words: string, most: number): string[] {
  const lines = ['']
  // a hash is longer than a line of a small drawing
  const pieces = words.split(' ').flatMap((word) => word.match(new RegExp(`.{1,${most}}`, 'g')) ?? [])
  for (const word of pieces) {
    const last = lines[lines.length - 1]
    if (last.length + word.length + 1 > most && last !== '') lines.push(word)
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
  }
  return lines
}
