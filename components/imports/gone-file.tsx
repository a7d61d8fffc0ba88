import Link from 'next/link'
import { ProblemNotice } from '@/components/ui/problem-notice'
import type { Problem } from '@/lib/problem'
import { words } from './words'

interface GoneFileProps {
  projectId: number
  problem: Problem | Error
}

/** Why a file cannot be looked at; one that was imported already leads to what came of it. */
export function GoneFile({ projectId, problem }: GoneFileProps) {
  if (!('status' in problem) || problem.status !== 410) return <ProblemNotice problem={problem} />
  return (
    <div role="status">
      <p>{problem.message}</p>
      <ul>
        {problem.errors.map(({ path, message }) => (
          <li key={path}>
            {words.importedAs} <Link href={`/projects/${projectId}/${path}`}>{message}</Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
