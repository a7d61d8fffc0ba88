import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { AskingProvider } from '@/components/ui/asking-provider'
import { words } from '@/components/ui/words'
import { inter } from './inter'
import './app.css'

export const metadata: Metadata = { title: { default: 'Equiscope', template: '%s · Equiscope' } }
export const viewport: Viewport = { width: 'device-width', initialScale: 1 }

export default async function RootLayout({ children }: { children: ReactNode }) {
  await headers() // every page is dynamic: a stored one would lack the nonce of its request, and none of its scripts run
  return (
    <html lang="en" className={inter.variable}>
      <body>
        <a className="skip button" href="#main">
          {words.skip}
        </a>
        <AskingProvider>{children}</AskingProvider>
      </body>
    </html>
  )
}
