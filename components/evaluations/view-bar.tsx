'use client'

import { useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import type { Evaluation } from '@/lib/wire/evaluation'
import type { EvaluationFacts } from '@/lib/wire/evaluation-facts'
import type { MetricFrame } from '@/lib/wire/metric-frame'
import { ComparedChoice } from './compared-choice'
import { Filters } from './filters'
import { GroupsChoice } from './groups-choice'
import { HeldEqualChoice } from './held-equal-choice'
import { taskText } from './level-text'
import { LimitsChoice } from './limits-choice'
import { PrespecifiedDialog } from './prespecified-dialog'
import { useView } from './use-view'
import { words } from './view-words'

interface ViewBarProps {
  evaluation: Evaluation
  /** names of the tasks, known before the facts are */
  tasks: string[]
  facts: EvaluationFacts | undefined
  frame: MetricFrame | undefined
}

/** What the page shows, and how to see something else; sticks while the page scrolls. */
export function ViewBar({ evaluation, tasks, facts, frame }: ViewBarProps) {
  const { view, change } = useView()
  const [open, setOpen] = useState<'rest' | 'prespecified'>()
  const rest = facts && (
    <>
      <ComparedChoice facts={facts} />
      <SplitChoice splits={facts.splits} />
      <LimitsChoice frame={frame} />
      <HeldEqualChoice facts={facts} />
      <Filters facts={facts} />
    </>
  )
  return (
    <section className="view-bar" aria-label={words.view}>
      <label className="control">
        <span>{words.task}</span>
        <select
          value={view.task ?? frame?.task ?? tasks[0]}
          onChange={({ target }) => change({ task: target.value, threshold: undefined, family: undefined })}
        >
          {tasks.map((task) => (
            <option key={task} value={task}>
              {taskText(task)}
            </option>
          ))}
        </select>
      </label>
      {facts && <GroupsChoice facts={facts} frame={frame} onEditPrespecified={() => setOpen('prespecified')} />}
      <div className="view-rest">{rest}</div>
      <button type="button" className="control view-more" onClick={() => setOpen('rest')}>
        <span>{words.more}</span> <b>{words.moreValue(view.against !== undefined, view.filter !== undefined)}</b>
      </button>
      {open === 'rest' && (
        <Dialog title={words.view} onClose={() => setOpen(undefined)}>
          <div className="view-dialog">{rest}</div>
          <p className="row">
            <button type="button" className="button filled" onClick={() => setOpen(undefined)}>
              {words.done}
            </button>
          </p>
        </Dialog>
      )}
      {open === 'prespecified' && facts && (
        <PrespecifiedDialog evaluation={evaluation} facts={facts} onClose={() => setOpen(undefined)} />
      )}
    </section>
  )
}

function SplitChoice({ splits }: { splits: string[] }) {
  const { view, change } = useView()
  if (splits.length === 0) return null
  return (
    <label className="control">
      <span>{words.split}</span>
      <select value={view.split ?? ''} onChange={({ target }) => change({ split: target.value || undefined })}>
        <option value="">{words.asEvaluated}</option>
        {splits.map((split) => (
          <option key={split}>{split}</option>
        ))}
      </select>
    </label>
  )
}
