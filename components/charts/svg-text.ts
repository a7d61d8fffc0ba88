/** An SVG element as text: attributes and text escaped, what is inside as it is. */
export function svgElement(name: string, attributes: Record<string, string | number>, inside = ''): string {
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
  return `<${name}${said.join('')}>${inside}</${name}>`
}

/** A line of text at a place. */
export function svgWords(text: string, attributes: Record<string, string | number>): string {
  return svgElement('text', attributes, escaped(text))
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** A drawing of a size as a file: text begins where it is said to, unless it says otherwise. */
export function svgDrawing(width: number, height: number, inside: string): string {
  const box = { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, width, height }
  return svgElement('svg', { ...box, 'font-family': 'Inter, system-ui, sans-serif', 'font-size': 12 }, inside)
}

/** The colour of a token of the style sheet. */
export type Colour = (token: string) => string
