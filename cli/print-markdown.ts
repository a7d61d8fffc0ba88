import { countText, differenceText, pointsText, pText, shareText, valueText } from '@/lib/disparities/number-text'
import { sliceText } from '@/lib/disparities/slice-text'
import { printFamilies } from '@/lib/slices/slice-families'
import type { Measure } from '@/lib/wire/measure'
import type { Disparity, Family, Finding, MetricFrame, SliceMeasures } from '@/lib/wire/metric-frame'
import { largestUnproven, metricNames, unknownsOf } from './unknowns'

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
    `# Equity audit: ${cell(frame.task)}`,
    '',
    `${cell(source.name)}: ${sizeText(frame)} ${thresholdText(frame)} Label 1 means ${frame.direction === 'disease' ? 'disease' : 'healthy'}.${filterText(frame)}`,
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
    ...(frame.families.length > 0 ? [verdictLine(frame), ''] : []),
    ...frame.families.flatMap((family) => familyLines(family)),
    sourceLine(frame),
    '',
  ].join('\n')
}

function sizeText({ overall, warnings }: MetricFrame): string {
  const images = `${countText(overall.n ?? 0)} labelled images`
  const positive = `${countText(overall.positives ?? 0)} positive`
  if (warnings.some(({ code }) => code === 'no_subject_column')) return `${images} (patients not known), ${positive}.`
  const effective = countText(Math.round(overall.effectiveSubjects ?? 0))
  return `${images} of ${countText(overall.subjects ?? 0)} patients (they tell as much as ${effective} patients with equally many images), ${positive}.`
}

function thresholdText({ threshold, warnings }: MetricFrame): string {
  if (threshold.rule === 'given') return "Decisions are the product's own."
  if (threshold.value === null) return 'No threshold could be chosen.'
  const isDefault = warnings.some(({ code }) => code === 'default_threshold')
  const chosen = threshold.chosenOnTheseData ? ', chosen on these data; rates are cross-fitted' : ''
  const rule = isDefault && !chosen ? 'the default' : threshold.rule
  return `Threshold ${Number(threshold.value.toPrecision(3))} (${rule}${chosen}).`
}

function filterText({ source }: MetricFrame): string {
  const parts = source.filter.map(({ column, value }) => `${column} = ${value}`)
  if (source.split !== null) parts.push(`split = ${source.split}`)
  return parts.length > 0 ? ` Only rows with ${cell(parts.join(', '))}.` : ''
}

const severities = ['high', 'medium', 'low'] as const
const harms = ['underdiagnosis', 'ranking', 'overdiagnosis'] as const

function findingLines(frame: MetricFrame): string[] {
  const { findings } = frame
  if (findings.length === 0) return [noFinding(frame)]
  const ordered = [...findings].sort(
    (a, b) =>
      severities.indexOf(a.severity) - severities.indexOf(b.severity) || harms.indexOf(a.harm) - harms.indexOf(b.harm),
  )
  // what is found of one slice belongs together
  const slices = [...new Set(ordered.map(({ slice }) => sliceText(slice)))]
  const lines = slices.flatMap((name) => {
    const own = ordered.filter(({ slice }) => sliceText(slice) === name)
    if (own.length === 1) return [`- **${own[0].severity}** ${findingLine(frame, own[0])}`]
    return [
      `- **${cell(name)}**`,
      ...own.map((finding) => `  - **${finding.severity}** ${findingLine(frame, finding)}`),
    ]
  })
  return [
    ...lines,
    '',
    'Severity goes by the end of the interval that is nearer to no difference: beyond 5 points (0.05) high, beyond 2 medium, else low. Adjusted p: corrected for all comparisons of this audit.',
  ]
}

/** What may be said where nothing was found: never that there is nothing. */
function noFinding(frame: MetricFrame): string {
  const isTested = frame.families.some(({ disparities }) => disparities.some(({ pAdjusted }) => pAdjusted !== null))
  if (!isTested) return 'Nothing could be compared: see what is not known.'
  const open = largestUnproven(frame)
  return `No gap was shown. That does not mean that there is none${open ? `: ${cell(open)}` : ''}.`
}

function findingLine({ families }: MetricFrame, finding: Finding): string {
  const echoes = finding.alsoIn.map((also) => `${sliceText(also.slice)} (adjusted p ${pText(also.pAdjusted)})`)
  const also = echoes.length > 0 ? ` Also in ${echoes.join('; ')}.` : ''
  const held = families.flatMap(({ disparities }) => disparities).flatMap((one) => heldEqualText(finding, one))
  return cell(`${finding.text}${also}${held.join('')}${furtherText(finding.disparity)}`)
}

/** The same gap with a case-mix variable held equal. */
function heldEqualText({ slice, metric }: Finding, one: Disparity): string[] {
  const isSame =
    one.kind === 'adjusted_difference' && one.metric === metric && sliceText(one.slice) === sliceText(slice)
  if (!isSame) return []
  if (one.status !== 'estimated')
    return [` With ${one.adjustedFor} held equal nothing can be said: too few images to compare.`]
  const [gap, unit] = metric === 'auroc' ? [differenceText, ''] : [pointsText, ' points']
  return [` With ${one.adjustedFor} held equal: ${gap(one.value)}${unit} (${gap(one.low)} to ${gap(one.high)}).`]
}

function wrongLabels({ label, share }: NonNullable<Disparity['tippingPoint']>): string {
  // an AUROC sinks with both shares: what is known is their sum
  if (label === 'either')
    return `the shares of its wrong positive and of its wrong negative labels added up to ${shareText(share)} and none of the others' were wrong`
  return `${shareText(share)} of its ${label} labels were wrong and none of the others'`
}

function furtherText(disparity: Disparity): string {
  const { tippingPoint, unknownJoined, unknownLeftOut, metric } = disparity
  const [gap, unit] = metric === 'auroc' ? [differenceText, ''] : [pointsText, ' points']
  const tipping = tippingPoint ? ` The gap would be explained if ${wrongLabels(tippingPoint)}.` : ''
  const unknown =
    unknownJoined && unknownLeftOut
      ? ` Leaving out those whose level is unknown the difference is ${gap(unknownLeftOut.value)}${unit}; were they all of this group, ${gap(unknownJoined.value)}${unit}.`
      : ''
  return tipping + unknown
}

function verdictLine({ settings }: MetricFrame): string {
  const points = (x: number) => `${Number((x * 100).toFixed(1))} points`
  return `In the tables: **gap** is a difference beyond chance that harms the group, of ${points(settings.minimumGap)} or more; "better than the others" the opposite, of any size; "within the margin" has its whole interval within ${points(settings.margin)} of no difference; everything else is "not enough evidence".`
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
    const isUnclear = disparity.verdict === 'not_enough_evidence' && disparity.mde !== null
    const missed =
      isUnclear && Math.abs(disparity.value) < disparity.mde!
        ? ` (a gap up to ${metric === 'auroc' ? valueText(disparity.mde!) : `${(disparity.mde! * 100).toFixed(1)}${unit}`} could go unnoticed)`
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
