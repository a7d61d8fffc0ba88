import { answer } from '@/app/api/answer'
import { authorise } from '@/lib/auth/authorise'
import { readDemo } from '@/lib/db/demo'
import { addDemo } from '@/lib/jobs/offer-demo'

export const GET = answer(async (request: Request) => {
  return Response.json(await readDemo(await authorise(request, 'project:list')))
})

export const POST = answer(async (request: Request) => {
  const access = await authorise(request, 'project:create')
  return Response.json(await addDemo(access), { status: 202, headers: { location: '/api/v1/demo' } })
})
