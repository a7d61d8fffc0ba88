import localFont from 'next/font/local'

/** Inter from our own server; a system font of the same width stands in until it is there. */
export const inter = localFont({
  src: '../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  weight: '100 900',
  display: 'swap',
  variable: '--inter',
  adjustFontFallback: 'Arial',
})
