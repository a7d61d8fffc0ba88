import type { RunProgress } from '@/lib/inference/run-progress'
import { downloadText } from './download-text'
import { runWords as words } from './run-words'

const mostShown = 50

/** Images that could not be scored, each with its reason; their names stay in this browser. */
export function NotScored({ failed }: { failed: RunProgress['failed'] }) {
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`
  const lines = () => [[words.file, words.reason], ...failed.map(({ path, reason }) => [path, reason])]
  const print = () =>
    `${lines()
      .map((cells) => cells.map(cell).join())
      .join('\r\n')}\r\n`
  const title = words.bad(failed.length)
  return (
    <section className="panel flush" aria-label={title}>
      <header className="row spread">
        <h2>{title}</h2>
        <button type="button" className="button" onClick={() => downloadText(words.fileName, print())}>
          {words.download}
        </button>
      </header>
      <p className="inside quiet">{words.badWhy}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard */}
      <section className="scroller" aria-label={words.file} tabIndex={0}>
        <table className="listed">
          <thead>
            <tr>
              <th scope="col">{words.file}</th>
              <th scope="col">{words.reason}</th>
            </tr>
          </thead>
          <tbody>
            {failed.slice(0, mostShown).map(({ path, reason }) => (
              <tr key={path}>
                <th scope="row">
                  <code>{path}</code>
                </th>
                <td>{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {failed.length > mostShown && <p className="note footnote">{words.shown(mostShown, failed.length)}</p>}
    </section>
  )
}
