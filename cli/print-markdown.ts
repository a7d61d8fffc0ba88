import { countText, differenceText, pointsText, pText, shareText, valueText } from '@/lib/disparities/number-text'
import { sliceText } from '@/lib/disparities/slice-text'
import { printFamilies } from '@/lib/slices/slice-families'
import type { Measure } from '@/lib/wire/measure'
import type { Disparity, Family, Finding, MetricFrame, SliceMeasures } from '@/lib/wire/metric-frame'
import { metricNames, unknownsOf } from './unknowns'

const verdictWords = {
  gap: '**gap**',
  advantage: 'better than the others',
  within_margin: 'within the margin',
  not_enough_evidence: 'not enough evidence',
} as const

/** A MetricFrame as a short audit that can be pasted into a pull request. */
export function printMarkdown(frame: MetricFrame): string {
  const { source, overall } = frame
  return [
    `# Equity audit of ${cell(frame.task)}`,
    '',
    `${cell(source.name)}: ${countText(overall.n ?? 0)} labelled images of ${countText(overall.subjects ?? 0)} patients (${(overall.effectiveSubjects ?? 0).toFixed(0)} effective), ${countText(overall.positives ?? 0)} positive. ${thresholdText(frame)} Label 1 means ${frame.direction === 'disease' ? 'disease' : 'healthy'}.${filterText(frame)}`,
    '',
    `Overall: AUROC ${measureText(overall.metrics.auroc, valueText)}; sensitivity ${measureText(overall.metrics.tpr, shareText)}; false positive rate ${measureText(overall.metrics.fpr, shareText)}.`,
    '',
    '## Findings',
    '',
    ...findingLines(frame),
    '',
    '## What is not known',
    '',
    ...unknownsOf(frame).map((text) => `- ${cell(text)}`),
    '',
    ...frame.families.flatMap((family) => familyLines(family)),
    sourceLine(frame),
    '',
  ].join('\n')
}

function thresholdText({ threshold }: MetricFrame): string {
  if (threshold.rule === 'given') return "Decisions are the product's own."
  if (threshold.value === null) return 'No threshold could be chosen.'
  const chosen = threshold.chosenOnTheseData ? ', chosen on these data; rates are cross-fitted' : ''
  return `Threshold ${Number(threshold.value.toPrecision(3))} (${threshold.rule}${chosen}).`
}

function filterText({ source }: MetricFrame): string {
  const parts = source.filter.map(({ column, value }) => `${column} = ${value}`)
  if (source.split !== null) parts.push(`split = ${source.split}`)
  return parts.length > 0 ? ` Only rows with ${cell(parts.join(', '))}.` : ''
}

function findingLines({ findings }: MetricFrame): string[] {
  if (findings.length === 0) return ['No gap was shown. Gaps smaller than those in the tables could have been missed.']
  // what is found of one slice belongs together
  const slices = [...new Set(findings.map(({ slice }) => sliceText(slice)))]
  return slices.flatMap((name) => {
    const own = findings.filter(({ slice }) => sliceText(slice) === name)
    if (own.length === 1) return [`- **${own[0].severity}** ${findingLine(own[0])}`]
    return [`- **${cell(name)}**`, ...own.map((finding) => `  - **${finding.severity}** ${findingLine(finding)}`)]
  })
}

function findingLine(finding: Finding): string {
  const echoes = finding.alsoIn.map((also) => `${sliceText(also.slice)} (adjusted p ${pText(also.pAdjusted)})`)
  const also = echoes.length > 0 ? ` Also in ${echoes.join('; ')}.` : ''
  return cell(`${finding.text}${also}${furtherText(finding.disparity)}`)
}

function furtherText(disparity: Disparity): string {
  const { tippingPoint, unknownJoined, unknownLeftOut, metric } = disparity
  const gap = metric === 'auroc' ? differenceText : pointsText
  const whose = { positive: 'its positive labels', negative: 'its negative labels', either: 'its labels' }
  const tipping = tippingPoint
    ? ` The gap would be explained if ${shareText(tippingPoint.share)} of ${whose[tippingPoint.label]} were wrong and none of the others'.`
    : ''
  const unknown =
    unknownJoined && unknownLeftOut
      ? ` With patients of unknown level joined to it the difference is ${gap(unknownJoined.value)}, with them left out ${gap(unknownLeftOut.value)}.`
      : ''
  return tipping + unknown
}

function familyLines(family: Family): string[] {
  const head = [
    '',
    'images',
    'patients',
    'positive',
    'AUROC',
    'sensitivity',
    'false positive rate',
    'against everyone else',
  ]
  return [
    `## By ${cell(printFamilies([family.by]))}`,
    '',
    `| ${head.join(' | ')} |`,
    '| --- | --: | --: | --: | --- | --- | --- | --- |',
    ...family.slices.map((slice) => `| ${sliceCells(family, slice).join(' | ')} |`),
    '',
  ]
}

function sliceCells(family: Family, slice: SliceMeasures): string[] {
  const { metrics } = slice
  return [
    cell(Object.values(slice.slice).join(', ')),
    countText(slice.n ?? 0),
    countText(slice.subjects ?? 0),
    countText(slice.positives ?? 0),
    measureText(metrics.auroc, valueText),
    measureText(metrics.tpr, shareText),
    measureText(metrics.fpr, shareText),
    comparisonText(family, slice),
  ]
}

/** The verdicts of a slice in words; those without enough evidence as one, with the gap that could have been missed. */
function comparisonText(family: Family, slice: SliceMeasures): string {
  const parts = (['auroc', 'tpr', 'fpr'] as const).flatMap((metric) => {
    const disparity = family.disparities.find(
      (one) => one.kind === 'difference' && one.metric === metric && sliceText(one.slice) === sliceText(slice.slice),
    )
    if (disparity?.status !== 'estimated' || disparity.verdict === null) return []
    const [gap, unit] = metric === 'auroc' ? [differenceText, ''] : [pointsText, ' points']
    const words = verdictWords[disparity.verdict]
    const missed =
      disparity.verdict === 'not_enough_evidence' && disparity.mde !== null
        ? `; under ${metric === 'auroc' ? valueText(disparity.mde) : `${(disparity.mde * 100).toFixed(1)}${unit}`} could be missed`
        : ''
    return [`${metricNames[metric]} ${gap(disparity.value)}${unit}: ${words}${missed}`]
  })
  return parts.length > 0 ? parts.join('<br>') : 'not tested'
}

function measureText(measure: Measure | undefined, text: (value: number) => string): string {
  if (!measure) return 'not computed'
  if (measure.status === 'too_few') return `too few (n = ${countText(measure.n)})`
  if (measure.status === 'suppressed') return 'hidden'
  if (measure.status !== 'estimated') return measure.method.replaceAll('-', ' ')
  const limit = (value: number) => text(value).replace(/\s%$/, '') // the unit stands once
  return `${text(measure.value)} (${limit(measure.low)} to ${limit(measure.high)}), n = ${countText(measure.n)}`
}

function sourceLine({ source, settings }: MetricFrame): string {
  const test = settings.permutations > 0 ? `${countText(settings.permutations)} permutations` : 'normal approximation'
  return `Equiscope ${settings.version}; SHA-256 of the file ${source.sha256}; seed ${settings.seed}, ${test}; margin ${settings.margin}, smallest gap ${settings.minimumGap}. 95 % intervals, clustered by patient.`
}

/** Text from the file as it may stand in a table: no pipe, no line break, no markup. */
function cell(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').replace(/([\\|<>`])/g, '\\$1')
}
