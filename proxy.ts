import { type NextRequest, NextResponse } from 'next/server'
import { checkSender } from '@/lib/auth/check-sender'
import { Problem } from '@/lib/problem'

/** Refuses what another web site sent, and gives each page a policy with a nonce of its own. */
export function proxy(request: NextRequest): NextResponse {
  try {
    checkSender(request.headers)
  } catch (error) {
    if (error instanceof Problem) return new NextResponse(error.message, { status: error.status })
    throw error
  }
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString('base64')
  const isDevelopment = process.env.NODE_ENV === 'development' // React's error stacks need eval there
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic' 'wasm-unsafe-eval'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

export const config = { matcher: ['/((?!api/|_next/static|_next/image|favicon.ico|icon.svg).*)'] }
