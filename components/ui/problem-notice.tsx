import type { Problem } from '@/lib/problem'

/** What went wrong, and what to do about it. */
export function ProblemNotice({ problem }: { problem: Problem | Error | null }) {
  if (!problem) return null
  const errors = 'errors' in problem ? problem.errors : []
  return (
    <div className="problem" role="alert">
      <p>{problem.message}</p>
      {errors.map(({ path, message }) => (
        <p key={path}>
          {path}: {message}
        </p>
      ))}
    </div>
  )
}
