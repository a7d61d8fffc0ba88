import { sliceText } from '@/lib/disparities/slice-text'
import type { Disparity, Family, Slice, SliceMeasures } from '@/lib/wire/metric-frame'
import { DifferenceCell } from './difference-cell'
import { MeasureCell, type ShownMetric } from './measure-cell'
import { words } from './words'

const metrics: ShownMetric[] = ['auroc', 'tpr', 'fpr']

interface FamilyTableProps {
  family: Family
  overall: SliceMeasures
  isComputing: boolean
}

/** A row a slice, also where there is no number; everyone first. */
export function FamilyTable({ family, overall, isComputing }: FamilyTableProps) {
  const title = words.by(family.by.join(', '))
  return (
    <section className="panel flush">
      <header>
        <h2>{title}</h2>
        <p className="quiet">
          {family.prespecified ? '' : `${words.notPlanned}; `}
          {words.againstOthers}
        </p>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard */}
      <section className="scroller" aria-label={title} tabIndex={0}>
        <table className="frame" aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{words.slice}</th>
              <th scope="col" className="number">
                {words.images}
              </th>
              <th scope="col" className="number">
                {words.patients}
              </th>
              <th scope="col" className="number">
                {words.positives}
              </th>
              {metrics.flatMap((metric) => [
                <th key={metric} scope="col" className="number">
                  {words.metrics[metric]} <span className="quiet">{words.value}</span>
                </th>,
                <th key={`${metric}-difference`} scope="col">
                  {words.difference} <span className="quiet">{words.units[metric]}</span>
                </th>,
              ])}
            </tr>
          </thead>
          <tbody>
            <SliceRow measures={overall} name={words.everyone} disparities={[]} isComputing={isComputing} />
            {family.slices.map((measures) => (
              <SliceRow
                key={sliceText(measures.slice)}
                measures={measures}
                name={family.by.length === 1 ? Object.values(measures.slice)[0] : sliceText(measures.slice)}
                disparities={family.disparities.filter(({ slice }) => isSame(slice, measures.slice))}
                isComputing={isComputing}
              />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

interface SliceRowProps {
  measures: SliceMeasures
  name: string
  disparities: Disparity[]
  isComputing: boolean
}

function SliceRow({ measures, name, disparities, isComputing }: SliceRowProps) {
  const { n, subjects, positives } = measures
  return (
    <tr>
      <th scope="row">{name}</th>
      {[n, subjects, positives].map((count, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: three counts, always the same three
        <td key={at} className="number">
          {count === null ? words.suppressed : count.toLocaleString('en')}
        </td>
      ))}
      {metrics.flatMap((metric) => [
        <MeasureCell key={metric} metric={metric} measure={measures.metrics[metric]} />,
        <DifferenceCell
          key={`${metric}-difference`}
          metric={metric}
          disparity={disparities.find(
            ({ metric: of, kind, comparator }) =>
              of === metric && kind === 'difference' && comparator === 'everyone else',
          )}
          isComputing={isComputing}
        />,
      ])}
    </tr>
  )
}

function isSame(one: Slice, other: Slice): boolean {
  const names = Object.keys(one)
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name])
}
