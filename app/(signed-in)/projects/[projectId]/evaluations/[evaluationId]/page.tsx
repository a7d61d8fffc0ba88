import type { Metadata } from 'next'
import { pageAccess } from '@/app/page-access'
import { projectCrumb } from '@/app/project-crumb'
import { EvaluationView } from '@/components/evaluations/evaluation-view'
import { words } from '@/components/evaluations/words'
import { PageFrame } from '@/components/shell/page-frame'
import { listEvaluationTasks } from '@/lib/db/evaluation-tasks'
import { readEvaluation } from '@/lib/db/evaluations'
import { parseView } from '@/lib/wire/evaluation-view'

export const metadata: Metadata = { title: words.list.title }

type Props = PageProps<'/projects/[projectId]/evaluations/[evaluationId]'>

export default async function EvaluationPage({ params, searchParams }: Props) {
  const { projectId, evaluationId } = await params
  const access = await pageAccess('evaluation:read', evaluationId, projectId)
  const [evaluation, tasks] = await Promise.all([readEvaluation(access), listEvaluationTasks(access)])
  const list = { name: words.list.title, href: `/projects/${projectId}/evaluations` }
  return (
    <PageFrame crumbs={[await projectCrumb(projectId), list, { name: evaluation.name }]}>
      <EvaluationView evaluation={evaluation} tasks={tasks} view={parseView(await searchParams)} />
    </PageFrame>
  )
}
