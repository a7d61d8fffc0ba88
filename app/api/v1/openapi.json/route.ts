import { answer } from '@/app/api/answer'
import { openApi } from '@/app/api/openapi'
import { checkSender } from '@/lib/auth/check-sender'

export const dynamic = 'force-dynamic'

let description: string | undefined

/** The description of the interface. */
export const GET = answer(async (request: Request) => {
  checkSender(request.headers)
  description ??= JSON.stringify(openApi())
  return new Response(description, { headers: { 'content-type': 'application/json' } })
})
