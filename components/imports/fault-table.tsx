import type { Job } from '@/lib/wire/job'
import { words } from './job-words'

interface FaultTableProps {
  failure: NonNullable<Job['failure']>
  /** where the whole list can be downloaded */
  href: string
}

/** Why an import failed: where, and what to do; never the text of a cell. */
export function FaultTable({ failure: { title, detail, errors }, href }: FaultTableProps) {
  return (
    <section className="panel flush faults">
      <header>
        <div>
          <h2>{errors.length > 0 ? words.faults(errors.length) : title}</h2>
          <p>{detail}</p>
        </div>
        {errors.length > 0 && (
          <a className="button" href={href} download>
            {words.download}
          </a>
        )}
      </header>
      {errors.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
        <section className="scroller" aria-label={words.faults(errors.length)} tabIndex={0}>
          <table className="listed">
            <thead>
              <tr>
                <th scope="col">{words.where}</th>
                <th scope="col">{words.remedy}</th>
              </tr>
            </thead>
            <tbody>
              {errors.map(({ path, message }) => (
                <tr key={`${path} ${message}`}>
                  <th scope="row">{path}</th>
                  <td>{message}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  )
}
