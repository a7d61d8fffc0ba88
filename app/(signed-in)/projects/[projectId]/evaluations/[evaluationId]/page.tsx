import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { pageAccess } from '@/app/page-access'
import { projectCrumb } from '@/app/project-crumb'
import { factsQuery } from '@/components/evaluations/answer-queries'
import { EvaluationView } from '@/components/evaluations/evaluation-view'
import { frameQuery } from '@/components/evaluations/frame-query'
import { words } from '@/components/evaluations/words'
import { PageFrame } from '@/components/shell/page-frame'
import { listEvaluationTasks } from '@/lib/db/evaluation-tasks'
import { readEvaluation } from '@/lib/db/evaluations'
import { readViewChoices } from '@/lib/db/view-choices'
import { readMetricFrame } from '@/lib/frames/read-metric-frame'
import { parseView } from '@/lib/wire/evaluation-view'
import { MetricFrame } from '@/lib/wire/metric-frame'

export const metadata: Metadata = { title: words.list.title }

type Props = PageProps<'/projects/[projectId]/evaluations/[evaluationId]'>

export default async function EvaluationPage({ params, searchParams }: Props) {
  const { projectId, evaluationId } = await params
  const access = await pageAccess('evaluation:read', evaluationId, projectId)
  const [evaluation, tasks] = await Promise.all([readEvaluation(access), listEvaluationTasks(access)])
  const view = parseView(await searchParams)
  const client = new QueryClient()
  await Promise.all([
    client.prefetchQuery({
      ...factsQuery(evaluation.projectId, evaluation.id),
      queryFn: () => readViewChoices(access),
    }),
    client.prefetchQuery({
      ...frameQuery(evaluation.projectId, evaluation.id, view),
      queryFn: async () => {
        const { body, findings } = await readMetricFrame(access, view)
        return { frame: MetricFrame.parse(JSON.parse(String(body))), findings }
      },
    }),
  ])
  const list = { name: words.list.title, href: `/projects/${projectId}/evaluations` }
  return (
    <PageFrame crumbs={[await projectCrumb(projectId), list, { name: evaluation.name }]}>
      <HydrationBoundary state={dehydrate(client)}>
        <EvaluationView evaluation={evaluation} tasks={tasks} />
      </HydrationBoundary>
    </PageFrame>
  )
}
