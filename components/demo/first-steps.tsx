import { DemoOffer } from './demo-offer'
import { FirstProject } from './first-project'
import { words } from './words'

/** Where somebody who has nothing yet can begin: the demonstration, an import, the command line. */
export function FirstSteps() {
  return (
    <section className="first-steps" aria-label={words.steps}>
      <DemoOffer />
      <FirstProject />
      <section className="panel first-step">
        <h2>{words.commandTitle}</h2>
        <p>{words.commandText}</p>
        <div className="first-deed stack">
          <code className="command">{words.command}</code>
          <p className="note">{words.commandHelp}</p>
        </div>
      </section>
    </section>
  )
}
