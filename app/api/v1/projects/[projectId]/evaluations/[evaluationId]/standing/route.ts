import { answer } from '@/app/api/answer'
import { authorise } from '@/lib/auth/authorise'
import { readEvaluationStanding } from '@/lib/frames/read-standing'
import { wakeJobs } from '@/lib/jobs/wake-jobs'

type Context = RouteContext<'/api/v1/projects/[projectId]/evaluations/[evaluationId]/standing'>

/** How an evaluation stands, task by task; starts the findings of tasks that were never tested. */
export const GET = answer(async (request: Request, { params }: Context) => {
  const { projectId, evaluationId } = await params
  const standing = await readEvaluationStanding(await authorise(request, 'evaluation:read', evaluationId, projectId))
  if (standing.tasks.some(({ findings }) => findings.state === 'computing')) wakeJobs()
  return Response.json(standing)
})
