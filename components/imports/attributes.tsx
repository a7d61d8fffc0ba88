import type { ColumnGuess, TablePreview } from '@/lib/wire/table-preview'
import type { ColumnChoice, Declaration } from './declaration'
import { withColumn } from './declaration'
import { words } from './words'

/** Concepts under which the same attribute is found again in other datasets. */
const concepts = [
  ...['sex', 'age', 'ethnicity', 'skin_tone', 'insurance', 'language', 'deprivation', 'education', 'disability'],
  ...['religion', 'marital_status', 'residence', 'body_mass'],
  ...['scanner', 'view', 'laterality', 'modality', 'protocol', 'site'],
]

interface AttributesProps {
  preview: TablePreview
  declaration: Declaration
  onChange: (declaration: Declaration) => void
}

/** Name, kind and concept of each attribute, guessed and correctable. */
export function Attributes({ preview, declaration, onChange }: AttributesProps) {
  const rows = declaration.columns.flatMap((choice, at) =>
    choice.role === 'attribute' ? [{ choice, guess: preview.columns[at] }] : [],
  )
  const change = (choice: ColumnChoice, to: Partial<ColumnChoice['attribute']>) =>
    onChange(withColumn(declaration, choice.name, { attribute: { ...choice.attribute, ...to } }))
  return (
    <section className="panel flush" id="step-attributes">
      <header>
        <h2>{words.attributes}</h2>
        <p className="quiet">{words.attributesWhy}</p>
      </header>
      {declaration.kind === 'scores' && <p className="inside">{words.attributesKnown}</p>}
      {declaration.kind === 'dataset' &&
        sameConcepts(rows.map(({ choice }) => choice)).map(({ first, second, concept }) => (
          <p key={second} className="inside">
            {words.sameConcept(first, second, concept)}
          </p>
        ))}
      {declaration.kind === 'dataset' && rows.length === 0 && <p className="inside">{words.noAttributes}</p>}
      {declaration.kind === 'dataset' && rows.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
        <section className="scroller" aria-label={words.attributes} tabIndex={0}>
          <table className="listed attributes">
            <thead>
              <tr>
                <th scope="col">{words.attributeColumn}</th>
                <th scope="col">{words.attributeName}</th>
                <th scope="col">{words.kind}</th>
                <th scope="col">{words.concept}</th>
                <th scope="col">{words.levelsHead}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ choice, guess }) => (
                <AttributeRow key={choice.name} choice={choice} guess={guess} onChange={(to) => change(choice, to)} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  )
}

/** Columns that say the same thing as an earlier one: `age`, and `age_group`. */
function sameConcepts(choices: readonly ColumnChoice[]) {
  return choices.flatMap(({ name: second, attribute: { concept } }, at) => {
    const first = concept !== null && choices.slice(0, at).find(({ attribute }) => attribute.concept === concept)
    return first && concept ? [{ first: first.name, second, concept: concept.replaceAll('_', ' ') }] : []
  })
}

interface AttributeRowProps {
  choice: ColumnChoice
  guess: ColumnGuess
  onChange: (change: Partial<ColumnChoice['attribute']>) => void
}

function AttributeRow({ choice, guess, onChange }: AttributeRowProps) {
  const { name, kind, concept, edges } = choice.attribute
  const known = concept !== null && !concepts.includes(concept) ? [...concepts, concept] : concepts
  const levels = guess.levels.slice(0, 4).map(({ level }) => level || words.blank)
  return (
    <tr>
      <th scope="row">
        <code>{choice.name}</code>
      </th>
      <td>
        <input
          aria-label={words.nameOf(choice.name)}
          value={name}
          maxLength={200}
          onChange={(event) => onChange({ name: event.target.value })}
        />
      </td>
      <td>
        <select
          aria-label={words.kindOf(choice.name)}
          value={kind}
          onChange={(event) => onChange({ kind: event.target.value as ColumnGuess['kind'] })}
        >
          <option value="demographic">{words.kinds.demographic}</option>
          <option value="acquisition">{words.kinds.acquisition}</option>
        </select>
      </td>
      <td>
        <select
          aria-label={words.conceptOf(choice.name)}
          value={concept ?? ''}
          onChange={(event) => onChange({ concept: event.target.value || null })}
        >
          <option value="">{words.noConcept}</option>
          {known.map((each) => (
            <option key={each} value={each}>
              {each.replace('_', ' ')}
            </option>
          ))}
        </select>
      </td>
      <td className="wide">
        {edges.length > 0
          ? words.bandCount(edges.length + 1)
          : levels.length > 0
            ? words.levels(levels.join(', '), guess.levels.length - levels.length)
            : words.many}
      </td>
    </tr>
  )
}
