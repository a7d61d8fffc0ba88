import { expect, test } from 'vitest'
import { auditOf, type FixtureRow, frameOf } from '@/lib/disparities/frame-fixture'
import type { MetricFrame } from '@/lib/wire/metric-frame'
import { findingClaim, findingSentence } from './finding-claim'
import { findingGroups, naturalFrequencies } from './finding-groups'
import { accountedFor, findingNotes } from './finding-notes'
import { headline } from './headline'
import { unknowns } from './unknowns'

/** As many rows of a sex, label and view as asked for, `above` of them scored over one half. */
function rowsOf(sex: string, label: number, count: number, above: number, from: number): FixtureRow[] {
  return Array.from({ length: count }, (_, at) => ({
    subject: from + at,
    label,
    score: (at < above ? 0.6 : 0.1) + at * 1e-4,
    levels: { sex, view: at % 2 === 0 ? 'AP' : 'PA' },
  }))
}

const planted = [
  ...rowsOf('F', 1, 200, 120, 0),
  ...rowsOf('F', 0, 200, 20, 200),
  ...rowsOf('M', 1, 200, 170, 400),
  ...rowsOf('M', 0, 200, 20, 600),
]
const asked = {
  families: [{ by: ['sex'], prespecified: true }],
  threshold: { rule: 'fixed' as const, value: 0.5 },
  permutations: 199,
}
const disease = auditOf(frameOf(planted), asked)
const healthy = auditOf(frameOf(planted.map((row) => ({ ...row, label: 1 - row.label }))), {
  ...asked,
  direction: 'healthy',
})
const claimOf = (frame: MetricFrame, metric: string) => {
  const finding = frame.findings.find((own) => own.metric === metric)!
  return findingClaim(frame, finding)
}

test('a planted gap in sensitivity is said of 100 women and 100 men', () => {
  const { claim, values, basis, gap } = claimOf(disease, 'tpr')
  expect(claim).toBe('Of 100 women with finding it misses 40; of 100 men, 15.')
  expect(values).toMatch(/^Sensitivity 60\.0.% \(53\.1 to 66\.5\), against 85\.0.%$/)
  expect(basis).toBe('200 positive images of 200 patients')
  expect(gap).toBe('25.0')
})

test('where label 1 means healthy, the same errors change their names', () => {
  // flagged now means called healthy: men with label 0, the ill, are called healthy more often
  const finding = healthy.findings.find(({ metric }) => metric === 'fpr')!
  expect(finding.harm).toBe('underdiagnosis')
  expect(claimOf(healthy, 'fpr').claim).toBe('Of 100 men with disease it calls 85 healthy; of 100 women, 60.')
  expect(headline(healthy, 'ready')).toMatch(/men$/)
})

test('where label 1 means healthy, no number goes by the name of the other harm', () => {
  expect(claimOf(healthy, 'fpr').values).toMatch(/^Disease missed 85\.0/)
  const equal = auditOf(
    frameOf(planted.map((row, at) => ({ ...row, label: 1 - row.label, levels: { sex: at % 2 ? 'F' : 'M' } }))),
    { ...asked, direction: 'healthy' },
  )
  expect(equal.findings).toEqual([])
  expect(headline(equal, 'ready')).toMatch(/^No gap was shown; one in missed disease smaller than \d+ points/)
  const said = unknowns(equal, 'no', undefined).map(({ lead, text }) => `${lead} ${text}`)
  expect(said.join()).toMatch(/points in health recognised, \d+ points in missed disease or/)
  expect(said.join()).not.toContain('false alarms')
})

test('a gap beyond chance that is smaller than a view asks for is not called chance', () => {
  const asksMuch = auditOf(frameOf(planted), { ...asked, minimumGap: 0.4 })
  expect(asksMuch.findings).toEqual([])
  const said = unknowns(asksMuch, 'no', undefined).map(({ lead, text }) => `${lead} ${text}`)
  expect(said.find((text) => text.startsWith('Women'))).toMatch(
    /^Women: a small gap\. .* worse by 25\.0 points .*, beyond chance \(adjusted p 0\.005\), but no finding, since it is below the smallest gap asked for, 40\.0 points\.$/,
  )
})

test('who may be worse stands in one sentence with what could have been missed in its family', () => {
  const frame = auditOf(frameOf(planted), asked)
  const open = (pAdjusted: number): MetricFrame => ({
    ...frame,
    findings: [],
    families: frame.families.map((family) => ({
      ...family,
      disparities: family.disparities.map((own) => ({ ...own, verdict: 'not_enough_evidence' as const, pAdjusted })),
    })),
  })
  const said = unknowns(open(0.09), 'no', undefined).map(({ lead, text }) => `${lead} ${text}`)
  const [bySex, ...others] = said.filter((text) => text.startsWith('By sex'))
  expect(others).toEqual([])
  expect(bySex).toMatch(
    /^By sex: women may be worse \(.* against .*, worse by .*, adjusted p 0\.09\), but not beyond what chance gives in \d+ comparisons; gaps smaller than .* could have been missed\./,
  )
  expect(bySex).not.toContain('no gap was shown')
  const sure = unknowns(open(1), 'no', undefined).map(({ text }) => text)
  expect(sure.join()).not.toContain('may be worse')
  expect(sure.join()).toContain('no gap was shown')
})

test('the labels that would explain a gap in AUROC are two shares, known by their sum', () => {
  const finding = disease.findings.find(({ metric }) => metric === 'auroc')!
  const [{ text }] = findingNotes(disease, finding).filter(({ about }) => about === 'Labels')
  const share = (finding.disparity.tippingPoint!.share * 100).toFixed(1)
  expect(text).toMatch(
    new RegExp(`if the shares of wrong positive and of wrong negative labels of women added up to ${share}.%`),
  )
})

test('a filter and a split are in the sentence, and missing labels are counted among their rows', () => {
  const filter = [{ column: 'site', value: 'North' }]
  const rows = planted.map((row, at) => (at % 8 === 0 ? { ...row, label: 255 } : row))
  const part = auditOf(frameOf(rows), asked)
  // the file has more rows than the view
  const frame = { ...part, source: { ...part.source, rows: 8000, filter, split: 'test' } }
  expect(findingSentence(frame, frame.findings[0], undefined)).toContain(
    ' Among rows with site = North, split = test. Source:',
  )
  const [missing] = unknowns(frame, 'no', undefined).filter(({ lead }) => lead === 'Missing labels:')
  expect(missing.text).toMatch(/^100 of 800 images \(12\.5.%\)/)
})

test('the sentence carries every number and the source', () => {
  const finding = disease.findings.find(({ metric }) => metric === 'tpr')!
  const origin = { modelName: 'CheXNet', versionName: '2', datasetName: 'NIH', isSynthetic: true }
  const text = findingSentence(disease, finding, origin, 'https://equiscope.example/e/1?threshold=0.5')
  for (const part of [
    'misses 40',
    '60.0',
    '85.0',
    '25.0 points',
    'adjusted p',
    '200 patients',
    'threshold 0.5 (fixed)',
    'CheXNet v2 on NIH, synthetic data, ',
    ', https://equiscope.example/e/1?threshold=0.5',
    'SHA-256',
  ])
    expect(text).toContain(part)
})

test('the label error that would explain a gap is said for the gap and the nearer end of its interval', () => {
  const finding = disease.findings.find(({ metric }) => metric === 'tpr')!
  const [{ text }] = findingNotes(disease, finding).filter(({ about }) => about === 'Labels')
  const share = (finding.disparity.tippingPoint!.share * 100).toFixed(1)
  expect(text).toMatch(
    new RegExp(`^the gap would vanish if ${share}.% of the positive labels of women were wrong and none of men \\(`),
  )
})

test('the headline names the worst group; findings of one group are one card', () => {
  expect(findingGroups(disease).map(({ slice }) => slice)).toEqual([{ sex: 'F' }])
  expect(headline(disease, 'ready')).toBe('Misses more disease in women')
  expect(headline(disease, 'computing')).toBe('Findings are being computed')
})

test('the headline names the error in each half, and whom a filter leaves', () => {
  const [own] = disease.findings.filter(({ metric }) => metric === 'tpr')
  const of = (view: string, harm: 'underdiagnosis' | 'overdiagnosis') => ({ ...own, slice: { view }, harm })
  const findings = [of('AP', 'overdiagnosis'), { ...of('PA', 'underdiagnosis'), severity: 'low' as const }]
  const frame = { ...disease, findings }
  expect(headline(frame, 'ready')).toBe('More false alarms on AP images; misses more disease on PA images')
  const women = { ...frame, source: { ...frame.source, filter: [{ column: 'sex', value: 'F' }] } }
  expect(headline(women, 'ready')).toBe('Among women: more false alarms on AP images; misses more disease on PA images')
  expect(findingSentence(women, own, undefined)).toMatch(/^Among women: of 100 /)
  const both = { ...disease, findings: [of('AP', 'overdiagnosis'), of('AP', 'underdiagnosis')] }
  expect(headline(both, 'ready')).toBe('Lower performance on AP images')
})

test('a gap that another variable accounts for says so on its card, with signs in words', () => {
  const [own] = disease.findings.filter(({ metric }) => metric === 'tpr')
  const finding = { ...own, partlyAccountedForBy: ['view'] }
  const heldEqual = (value: number, low: number, high: number): MetricFrame => ({
    ...disease,
    families: disease.families.map((family) => ({
      ...family,
      disparities: [
        ...family.disparities,
        { ...own.disparity, status: 'estimated', kind: 'adjusted_difference', adjustedFor: 'view', value, low, high },
      ],
    })),
  })
  expect(accountedFor(heldEqual(0.014, -0.049, 0.078), finding)).toEqual([
    'With view held equal nothing of the gap is left: 1.4 points the other way (−4.9 to +7.8).',
  ])
  expect(accountedFor(heldEqual(-0.031, -0.066, 0.004), finding)).toEqual([
    'Partly accounted for by view: with view held equal the gap is 3.1 points (−0.4 to 6.6).',
  ])
  expect(accountedFor(heldEqual(-0.2, -0.3, -0.1), own)).toEqual([])
  expect(findingClaim(disease, finding).next).toMatch(/^look at view rather than at this group: see which images/)
  expect(findingClaim(disease, own).next).toMatch(/^look at the missed images of this group/)
})

test('frequencies take 1,000 where 100 would make both alike or none', () => {
  expect(naturalFrequencies(0.36, 0.22)).toEqual({ base: 100, own: 36, other: 22 })
  expect(naturalFrequencies(0.0312, 0.0271)).toEqual({ base: 1000, own: 31, other: 27 })
  expect(naturalFrequencies(0.05, 0.004)).toEqual({ base: 1000, own: 50, other: 4 })
})

test('without a finding, what could have been missed stands in the headline and among the unknowns', () => {
  const equal = auditOf(
    frameOf(planted.map((row, at) => ({ ...row, levels: { ...row.levels, sex: at % 2 ? 'F' : 'M' } }))),
    asked,
  )
  expect(equal.findings).toEqual([])
  expect(headline(equal, 'ready')).toMatch(
    /^No gap was shown; one in sensitivity smaller than \d+ points could have been missed$/,
  )
  const said = unknowns(equal, 'unknown', { attributes: [] }).map(({ lead, text }) => `${lead} ${text}`)
  expect(
    said.some((text) =>
      /^By sex: no gap was shown; smaller ones than \d+ points in sensitivity, \d+ points in false alarms or 0\.\d+ in AUROC/.test(
        text,
      ),
    ),
  ).toBe(true)
  expect(said.some((text) => text.startsWith('Training data:'))).toBe(true)
  expect(said.some((text) => text.startsWith('Sex, age, race or ethnicity'))).toBe(true)
})

test('reversed scores come first, and small groups are named with their n', () => {
  const rows = [
    ...planted.map((row) => ({ ...row, score: 1 - row.score })),
    ...rowsOf('X', 1, 4, 2, 900),
    ...rowsOf('X', 0, 4, 2, 950),
  ]
  const said = unknowns(auditOf(frameOf(rows), asked), 'no', undefined)
  expect(said[0].lead).toBe('Scores or labels look reversed.')
  expect(said.find(({ lead }) => lead.startsWith('By sex, too few'))?.text).toContain(
    'patients whose sex is X (4 positive images)',
  )
})
