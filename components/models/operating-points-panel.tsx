'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { thresholdText } from '@/components/charts/ridge-words'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { dayText } from '@/components/ui/words'
import { fetchAnswer } from '@/lib/wire/fetch-answer'
import { type OperatingPoint, OperatingPointList } from '@/lib/wire/operating-point'
import { versionWords as words } from './version-words'

const most = 200

interface OperatingPointsPanelProps {
  projectId: number
  versionId: number
}

/** Every threshold at which the version ever decided, newest first: nothing on this record is changed or taken away. */
export function OperatingPointsPanel({ projectId, versionId }: OperatingPointsPanelProps) {
  const address = `/api/v1/projects/${projectId}/model-versions/${versionId}/operating-points?size=${most}`
  const { data, error } = useQuery({
    queryKey: ['model-versions', versionId, 'operating-points'],
    queryFn: ({ signal }) => fetchAnswer(OperatingPointList, address, { signal }),
    staleTime: 0,
  })
  return (
    <section className="panel stack" aria-label={words.points.title}>
      <h2>{words.points.title}</h2>
      <p className="note">{words.points.why}</p>
      <ProblemNotice problem={error} />
      {data && data.total > data.rows.length && <p className="note">{words.points.newest(most, data.total)}</p>}
      {data?.total === 0 && <p>{words.points.none}</p>}
      {data && data.total > 0 && <Record projectId={projectId} points={data.rows} />}
    </section>
  )
}

function Record({ projectId, points }: { projectId: number; points: OperatingPoint[] }) {
  const { task, threshold, rule, chosenOn, since, state } = words.points.columns
  const holding = new Set([...new Map(points.toReversed().map((point) => [point.task, point.id])).values()])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section className="scroller" aria-label={words.points.title} tabIndex={0}>
      <table aria-label={words.points.title}>
        <thead>
          <tr>
            {[task, threshold, rule, chosenOn, since, state].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.id}>
              <th scope="row">{point.task}</th>
              <td className="number">{thresholdText(point.threshold)}</td>
              <td>{words.points.rules[point.rule](point.target)}</td>
              <td>
                {point.chosenOnId === null ? (
                  words.points.nowhere
                ) : (
                  <Link href={`/projects/${projectId}/evaluations/${point.chosenOnId}`}>
                    {words.points.evaluation(point.chosenOnId)}
                  </Link>
                )}
              </td>
              <td>
                <time dateTime={point.createdAt}>{dayText(point.createdAt)}</time>
              </td>
              <td>{holding.has(point.id) ? words.points.holds : words.points.replaced}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
