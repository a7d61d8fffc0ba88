import { downloadText } from './download-text'
import type { JoinedImages, Oddity } from './joined-images'
import { printOddities } from './print-oddities'
import { words } from './words'

const say = words.match
const kinds = ['unreadable', 'missing', 'repeated-row', 'ambiguous', 'repeated-image', 'unlisted'] as const
const mostShown = 50

interface MatchPanelProps {
  joined: JoinedImages
  hasManifest: boolean
  takesUnlisted: boolean
  onTakesUnlisted: (takes: boolean) => void
}

/** Before anything starts: how many fit, and each file or row that does not. */
export function MatchPanel({ joined, hasManifest, takesUnlisted, onTakesUnlisted }: MatchPanelProps) {
  const { places, matched, odd } = joined
  const counts = kinds.map((kind) => ({ kind, count: odd.filter((each) => each.kind === kind).length }))
  return (
    <section className="panel flush" aria-label={say.title}>
      <header className="row spread">
        <h2>{say.title}</h2>
        {odd.length > 0 && (
          <button type="button" className="button" onClick={() => downloadText(say.fileName, printOddities(odd))}>
            {say.download}
          </button>
        )}
      </header>
      <dl className="inside counts">
        <Count label={say.images} count={places.length} />
        {hasManifest && <Count label={say.matched} count={matched} />}
        {counts.map(({ kind, count }) => (count > 0 ? <Count key={kind} label={say[kind]} count={count} /> : null))}
      </dl>
      {hasManifest && (takesUnlisted || odd.some(({ kind }) => kind === 'unlisted')) && (
        <p className="inside">
          <label className="row">
            <input type="checkbox" checked={takesUnlisted} onChange={({ target }) => onTakesUnlisted(target.checked)} />
            {say.takeUnlisted}
          </label>
        </p>
      )}
      {odd.length === 0 ? <p className="inside quiet">{say.clean}</p> : <OddityTable odd={odd} />}
    </section>
  )
}

function Count({ label, count }: { label: string; count: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className="number">{count.toLocaleString('en')}</dd>
    </div>
  )
}

function OddityTable({ odd }: { odd: readonly Oddity[] }) {
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard */}
      <section className="scroller" aria-label={say.title} tabIndex={0}>
        <table className="listed">
          <thead>
            <tr>
              <th scope="col">{say.name}</th>
              <th scope="col" className="number">
                {say.row}
              </th>
              <th scope="col">{say.what}</th>
              <th scope="col">{say.why}</th>
            </tr>
          </thead>
          <tbody>
            {odd.slice(0, mostShown).map(({ kind, name, row, why }) => (
              <tr key={`${kind} ${row ?? ''} ${name}`}>
                <th scope="row">
                  <code>{name}</code>
                </th>
                <td className="number">{row}</td>
                <td>{say.kinds[kind]}</td>
                <td>{why}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="note footnote">{odd.length > mostShown ? say.shown(mostShown, odd.length) : say.all}</p>
    </>
  )
}
