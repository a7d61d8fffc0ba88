import { AttributeRow } from './attribute-row'
import { type AttributeChoice, type RunChoices, withColumn } from './run-choices'
import { words } from './words'

const say = words.attributes

interface AttributesPanelProps {
  choices: RunChoices
  onChange: (choices: RunChoices) => void
}

/** What will be stored beside the scores: columns of the manifest, and what DICOM headers offer. */
export function AttributesPanel({ choices, onChange }: AttributesPanelProps) {
  const { columns, headers, isNewDataset } = choices
  const chosen = columns.filter(({ role }) => role === 'attribute')
  const isEmpty = chosen.length + headers.length === 0
  const changeHeader = (header: string, change: { isChosen?: boolean; attribute?: AttributeChoice }) =>
    onChange({
      ...choices,
      headers: headers.map((each) => (each.header === header ? { ...each, ...change } : each)),
    })
  return (
    <section className="panel flush" id="step-attributes" aria-label={say.title}>
      <header>
        <h2>{say.title}</h2>
        <p className="quiet">{say.why}</p>
      </header>
      {!isNewDataset && <p className="inside">{say.known}</p>}
      {isNewDataset && isEmpty && <p className="inside">{say.none}</p>}
      {isNewDataset && !isEmpty && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
        <section className="scroller" aria-label={say.title} tabIndex={0}>
          <table className="listed attributes">
            <thead>
              <tr>
                <th scope="col">{say.from}</th>
                <th scope="col">{say.store}</th>
                <th scope="col">{say.name}</th>
                <th scope="col">{say.kind}</th>
                <th scope="col">{say.edges}</th>
                <th scope="col">{say.values}</th>
              </tr>
            </thead>
            <tbody>
              {chosen.map(({ name, attribute, values }) => (
                <AttributeRow
                  key={name}
                  from={name}
                  isChosen
                  attribute={attribute}
                  values={values}
                  onChosen={() => onChange(withColumn(choices, name, { role: 'other' }))}
                  onChange={(to) => onChange(withColumn(choices, name, { attribute: to }))}
                />
              ))}
              {headers.map(({ header, isChosen, attribute, values }) => (
                <AttributeRow
                  key={header}
                  from={say.header(say.headers[header])}
                  isChosen={isChosen}
                  attribute={attribute}
                  values={values}
                  onChosen={(to) => changeHeader(header, { isChosen: to })}
                  onChange={(to) => changeHeader(header, { attribute: to })}
                />
              ))}
            </tbody>
          </table>
          <p className="note footnote">{say.edgesWhy}</p>
        </section>
      )}
    </section>
  )
}
