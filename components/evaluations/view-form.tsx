import Form from 'next/form'
import type { EvaluationView } from '@/lib/wire/evaluation-view'
import { words } from './words'

interface ViewFormProps {
  page: string
  view: EvaluationView
  tasks: string[]
  /** task of the frame that is shown */
  task: string | undefined
}

/** Task, families and threshold of the view: a form that asks for another address. */
export function ViewForm({ page, view, tasks, task }: ViewFormProps) {
  return (
    <Form action={page} className="row view-form" key={JSON.stringify(view)}>
      <label>
        <span className="quiet">{words.task} </span>
        <select name="task" defaultValue={view.task ?? task}>
          {tasks.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </label>
      <label>
        <span className="quiet">{words.groups} </span>
        <input name="by" defaultValue={view.by} placeholder={words.asItOpens} />
      </label>
      <label>
        <span className="quiet">{words.threshold} </span>
        <input
          name="threshold"
          defaultValue={view.threshold}
          placeholder={words.asItOpens}
          title={words.thresholdHint}
          list="threshold-rules"
        />
        <datalist id="threshold-rules">
          <option value="0.5" />
          <option value="youden" />
          <option value="sensitivity=0.9" />
          <option value="specificity=0.9" />
        </datalist>
      </label>
      <button type="submit" className="button">
        {words.show}
      </button>
    </Form>
  )
}
