import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import { type LogFields, log } from '@/lib/log'
import { Problem } from '@/lib/problem'

type Handler<C> = (request: Request, context: C) => Promise<Response>

/**
 * Makes a handler a route: what a person can act on becomes `application/problem+json`; all else is a fault of ours,
 * logged under a reference of which the person sees only the reference. Each request is one line in the log.
 */
export function answer<C>(handler: Handler<C>): Handler<C> {
  return async (request, context) => {
    const start = performance.now()
    const requestId = requestIdOf(request)
    const { pathname: path } = new URL(request.url)
    let response: Response
    const fields: LogFields = { requestId, method: request.method, path }
    try {
      response = await handler(request, context)
    } catch (error) {
      if (error instanceof Problem) {
        response = problemResponse(error.status, STATUS_CODES[error.status] ?? 'Problem', error.message, {
          errors: error.errors,
        })
      } else {
        fields.reference = randomUUID()
        fields.error = error
        const detail = `Something went wrong on our side. If it happens again, report the reference ${fields.reference}.`
        response = problemResponse(500, 'Unexpected fault', detail, { errors: [], reference: fields.reference })
      }
    }
    response.headers.set('x-request-id', requestId)
    if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store')
    const level = response.status >= 500 ? 'error' : 'info'
    log(level, 'answered', { ...fields, status: response.status, ms: Math.round(performance.now() - start) })
    return response
  }
}

function requestIdOf(request: Request): string {
  const given = request.headers.get('x-request-id') ?? ''
  return /^[\w-]{8,64}$/.test(given) ? given : randomUUID()
}

function problemResponse(status: number, title: string, detail: string, more: object): Response {
  const headers = { 'content-type': 'application/problem+json' }
  return new Response(JSON.stringify({ title, status, detail, ...more }), { status, headers })
}
