import { answer } from '@/app/api/answer'
import { checkSender } from '@/lib/auth/check-sender'
import { isDatabaseUp } from '@/lib/db/health'

export const dynamic = 'force-dynamic'

export const GET = answer(async (request: Request) => {
  checkSender(request.headers)
  const isUp = await isDatabaseUp()
  return Response.json({ status: isUp ? 'ok' : 'database-unreachable' }, { status: isUp ? 200 : 503 })
})
