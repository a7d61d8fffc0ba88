import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const [light, dark] = readFileSync('app/tokens.css', 'utf8').split('[data-theme="dark"]')
const heat = readFileSync('app/heat.css', 'utf8')

function color(css: string, token: string): string {
  const found =
    new RegExp(`--${token}: (#[0-9a-f]{6});`).exec(css) ?? new RegExp(`--${token}: (#[0-9a-f]{6});`).exec(light)
  return found![1]
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

test('the ink of every step is the one that contrasts more, in both themes', () => {
  const steps = [
    ...heat.matchAll(/\.cell\.((?:seq|div)-\d),[^}]*color: light-dark\(var\(--([\w-]+)\), var\(--([\w-]+)\)\)/g),
  ]
  expect(steps).toHaveLength(16)
  for (const [, step, inkInLight, inkInDark] of steps) {
    for (const [css, ink] of [
      [light, inkInLight],
      [dark, inkInDark],
    ]) {
      const other = ink === 'cell-ink-dark' ? 'cell-ink-light' : 'cell-ink-dark'
      const own = contrast(color(css, step), color(css, ink))
      expect(own, `${step} with ${ink}`).toBeGreaterThanOrEqual(4.5)
      expect(own).toBeGreaterThanOrEqual(contrast(color(css, step), color(css, other)))
    }
  }
})
