import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { randomStream } from '@/lib/metrics/random'
import type { MetricFrame, SliceMeasures } from '@/lib/wire/metric-frame'
import type { MetricKey } from '@/lib/wire/metric-key'
import { openAudit } from './audit'
import { auditOf, defaultSettings, type FixtureRow, frameOf, randomRows } from './frame-fixture'
import { metricFrame } from './metric-frame'

const seeds = fc.integer({ min: 1, max: 1e6 })

function valueAt(slice: SliceMeasures, key: MetricKey): number | null | undefined {
  return slice.metrics[key]?.value
}

function estimateOf({ metrics }: SliceMeasures, key: MetricKey): number {
  const measure = metrics[key]
  if (measure?.status !== 'estimated') throw new Error(`${key} is not estimated`)
  return measure.value
}

describe('laws of an audit', () => {
  test('a slice that is everyone equals overall', () =>
    fc.assert(
      fc.property(seeds, (seed) => {
        const rows = randomRows(seed, 60).map((row) => ({ ...row, levels: { ...row.levels, hospital: 'A' } }))
        const frame = auditOf(frameOf(rows), { families: [{ by: ['hospital'], prespecified: true }] })
        const { slice, ...own } = frame.families[0].slices[0]
        const { slice: everyone, ...overall } = frame.overall
        expect(own).toEqual(overall)
        expect([slice, everyone]).toEqual([{ hospital: 'A' }, {}])
        expect(frame.families[0].disparities).toEqual([])
      }),
      { numRuns: 10 },
    ))

  test('flipping labels mirrors AUROC and exchanges rates', () =>
    fc.assert(
      fc.property(seeds, (seed) => {
        const rows = randomRows(seed, 80)
        const direct = auditOf(frameOf(rows), { permutations: 0 })
        const flipped = auditOf(frameOf(rows.map((row) => ({ ...row, label: 1 - row.label }))), { permutations: 0 })
        direct.families.forEach((family, f) => {
          family.slices.forEach((slice, i) => {
            const other = flipped.families[f].slices[i]
            const auroc = valueAt(slice, 'auroc')
            if (auroc == null) expect(valueAt(other, 'auroc')).toBeNull()
            else expect(valueAt(other, 'auroc')).toBeCloseTo(1 - auroc, 12)
            expect(valueAt(other, 'fpr')).toBe(valueAt(slice, 'tpr'))
          })
        })
      }),
      { numRuns: 10 },
    ))

  test('a rising transform of scores leaves AUROC, its interval and its tests alone', () =>
    fc.assert(
      fc.property(seeds, (seed) => {
        const rows = randomRows(seed, 80, true)
        const rank = { scale: 'rank' as const, threshold: { rule: 'youden' as const } }
        const direct = auditOf(frameOf(rows), rank)
        const moved = auditOf(frameOf(rows.map((row) => ({ ...row, score: Math.exp(3 * row.score) }))), rank)
        expect(moved.families.map(({ slices }) => slices.map(({ metrics }) => metrics.auroc))).toEqual(
          direct.families.map(({ slices }) => slices.map(({ metrics }) => metrics.auroc)),
        )
        expect(moved.families.map(({ slices }) => slices.map(({ metrics }) => metrics.tpr))).toEqual(
          direct.families.map(({ slices }) => slices.map(({ metrics }) => metrics.tpr)),
        )
      }),
      { numRuns: 10 },
    ))

  test("four copies of every subject's rows tell hardly more than one: intervals that took rows for patients would halve", () =>
    fc.assert(
      fc.property(seeds, (seed) => {
        const rows = randomRows(seed, 60)
        const once = auditOf(frameOf(rows), { permutations: 0 })
        const often = auditOf(frameOf(Array.from({ length: 4 }, () => rows).flat()), { permutations: 0 })
        for (const key of ['auroc', 'tpr', 'fpr', 'accuracy', 'brier'] as const) {
          const [first, second] = [once.overall.metrics[key], often.overall.metrics[key]]
          if (first?.status !== 'estimated' || second?.status !== 'estimated') continue
          expect(second.value).toBeCloseTo(first.value, 12)
          // not quite the same: the cap at independent rows no longer binds (exact laws stand beside the metrics)
          expect(second.high - second.low).toBeGreaterThan((first.high - first.low) * 0.7)
        }
      }),
      { numRuns: 20 },
    ))

  test('the same frame and seed give the same bits; another seed moves only what is random', () => {
    const frame = frameOf(randomRows(5, 120))
    expect(auditOf(frame)).toEqual(auditOf(frame))
    const other = auditOf(frame, { seed: 2 })
    expect(other.overall).toEqual(auditOf(frame).overall)
    expect(other.families[0].slices).toEqual(auditOf(frame).families[0].slices)
  })

  test('the p of a pre-specified finding does not change when exploratory families come', () => {
    const frame = frameOf(randomRows(9, 150))
    const declared = [{ by: ['sex'], prespecified: true }]
    const alone = auditOf(frame, { families: declared })
    const more = auditOf(frame, { families: [...declared, { by: ['sex', 'age'], prespecified: false }] })
    const pOf = (audit: MetricFrame) => audit.families[0].disparities.map(({ p, pAdjusted }) => [p, pAdjusted])
    expect(pOf(more)).toEqual(pOf(alone))
  })

  test('a list over several tasks multiplies the adjusted p', () => {
    const frame = frameOf(randomRows(13, 150))
    const one = auditOf(frame).families[0].disparities.find(({ pAdjusted }) => pAdjusted !== null)!
    const many = auditOf(frame, { tasks: 3 }).families[0].disparities.find(({ pAdjusted }) => pAdjusted !== null)!
    expect(many.pAdjusted).toBeCloseTo(Math.min(1, 3 * one.pAdjusted!), 12)
  })
})

describe('degenerate input gives reasons, never NaN', () => {
  const base = randomRows(3, 60)
  const cases: Record<string, FixtureRow[]> = {
    'only positives': base.map((row) => ({ ...row, label: 1 })),
    'only negatives': base.map((row) => ({ ...row, label: 0 })),
    'no label at all': base.map((row) => ({ ...row, label: 255 })),
    'one subject': base.map((row) => ({ ...row, subject: 0 })),
    'all scores equal': base.map((row) => ({ ...row, score: 0.4 })),
    'all scores 0 or 1': base.map((row) => ({ ...row, score: Math.round(row.score) })),
    'perfect scores': base.map((row) => ({ ...row, score: row.label })),
    'a slice of one row': base.map((row, i) => ({ ...row, levels: { ...row.levels, sex: i === 0 ? 'X' : 'F' } })),
    'every row its own slice': base.map((row, i) => ({ ...row, levels: { ...row.levels, sex: `s${i}` } })),
    'one row': base.slice(0, 1),
    '1,000 levels': randomRows(4, 1500).map((row) => ({
      ...row,
      levels: { ...row.levels, sex: `site ${row.subject % 1000}` },
    })),
  }
  test.each(Object.entries(cases))('%s', (_, rows) => {
    for (const rule of ['fixed', 'youden'] as const) {
      const threshold = rule === 'fixed' ? { rule, value: 0.5 } : { rule }
      const metrics = ['auprc', 'ece'] as const
      const settings = { threshold, metrics, permutations: rule === 'fixed' ? 19 : 0, adjust: ['view'] }
      const frame = auditOf(frameOf(rows), settings) // MetricFrame.parse refuses NaN and Infinity
      expect(frame.overall.n).toBe(rows.filter(({ label }) => label !== 255).length)
    }
  })

  test('scores that look reversed are said to', () => {
    const codes = auditOf(frameOf(base.map((row) => ({ ...row, score: 1 - row.score })))).warnings.map(
      ({ code }) => code,
    )
    expect(codes).toContain('reversed_scores')
  })

  test('labels missing for flagged and unflagged rows at unlike shares warn of verification bias', () => {
    const rows = randomRows(21, 200).map((row, i) => (row.score < 0.5 && i % 2 ? { ...row, label: 255 } : row))
    const frame = auditOf(frameOf(rows))
    expect(frame.warnings.map(({ code }) => code)).toContain('verification_bias')
    const { tpr } = frame.overall.metrics
    if (tpr?.status !== 'estimated') throw new Error('not estimated')
    expect(tpr.missingLabelLimits![0]).toBeLessThan(tpr.value)
  })
})

describe('findings', () => {
  /** 25 % of the subjects have positives that score lower. */
  function plantedRows(seed: number, harmed: string, by: number) {
    return randomRows(seed, 900).map((row) =>
      row.levels.age === harmed && row.label === 1 ? { ...row, score: Math.max(0, row.score - by) } : row,
    )
  }

  test('a planted gap is found, in words, with interval, adjusted p and tipping point', () => {
    const frame = auditOf(frameOf(plantedRows(17, '60+', 0.15)), { permutations: 499 })
    const finding = frame.findings.find(({ metric }) => metric === 'tpr')!
    expect(finding.slice).toEqual({ age: '60+' })
    expect(finding).toMatchObject({ harm: 'underdiagnosis', severity: 'high' })
    expect(finding.disparity).toMatchObject({
      verdict: 'gap',
      adjustment: 'permutation-max-t',
      comparator: 'everyone else',
    })
    expect(finding.text).toMatch(
      /^Works less well for age 60\+: finds [\d.]+ % of disease against [\d.]+ % in everyone else \(difference −[\d.]+ points, 95 % interval .* adjusted p [\d.<> ]+; [\d,]+ positive images of [\d,]+ patients\)/,
    )
    expect(finding.disparity.tippingPoint?.label).toBe('positive')
    expect(finding.alsoIn.every(({ slice }) => slice.age === '60+')).toBe(true)
  })

  test('where label 1 means health the harms change places', () => {
    const frame = auditOf(frameOf(plantedRows(17, '60+', 0.25)), { direction: 'healthy', permutations: 499 })
    const finding = frame.findings.find(({ metric }) => metric === 'tpr')!
    expect(finding.harm).toBe('overdiagnosis')
    expect(finding.text).toContain('Raises more false alarms for age 60+')
  })

  test('the better-off half of a two-level attribute is an advantage, with the same p', () => {
    const rows = randomRows(17, 900).map((row) =>
      row.levels.sex === 'F' && row.label === 1 ? { ...row, score: Math.max(0, row.score - 0.25) } : row,
    )
    const { disparities } = auditOf(frameOf(rows), { permutations: 499 }).families[0]
    const [women, men] = disparities.filter(({ metric, kind }) => metric === 'tpr' && kind === 'difference')
    expect([women.verdict, men.verdict]).toEqual(['gap', 'advantage'])
    expect(men.pAdjusted).toBe(women.pAdjusted)
    expect(men.value).toBeCloseTo(-women.value!, 12)
  })

  test('a gap that a case-mix variable explains says so', () => {
    const rows = randomRows(23, 900).map((row, i) => {
      const view = row.levels.sex === 'F' ? (i % 5 ? 'AP' : 'PA') : i % 5 ? 'PA' : 'AP'
      const score = view === 'AP' && row.label === 1 ? Math.max(0, row.score - 0.3) : row.score
      return { ...row, score, levels: { ...row.levels, view } }
    })
    const frame = auditOf(frameOf(rows), { permutations: 499, adjust: ['view'] })
    const finding = frame.findings.find(({ slice, metric }) => slice.sex === 'F' && metric === 'tpr')!
    expect(finding.partlyAccountedForBy).toEqual(['view'])
    expect(finding.text).toContain('Partly accounted for by view.')
    const adjusted = frame.families[0].disparities.find(({ kind }) => kind === 'adjusted_difference')!
    expect(adjusted).toMatchObject({ adjustedFor: 'view', status: 'estimated' })
    expect(adjusted.sharedStrata).toBeGreaterThan(0.9)
    expect(adjusted.p).toBeGreaterThanOrEqual(0.002)
  })

  test('a gap can be adjusted without a test within the levels: only its own p is missing then', () => {
    const frame = frameOf(
      randomRows(23, 900).map((row) => ({ ...row, score: row.levels.sex === 'F' ? 0.3 : row.score })),
    )
    const asked = { permutations: 199, adjust: ['view'] }
    const plansOf = (settings: typeof asked & { testWithin?: string[] }) =>
      openAudit(frame, { ...defaultSettings, ...settings }).plans.map(({ within }) => within)
    expect(plansOf(asked)).toEqual([undefined, 'view'])
    expect(plansOf({ ...asked, testWithin: [] })).toEqual([undefined])
    const [tested, adjusted] = [auditOf(frame, asked), auditOf(frame, { ...asked, testWithin: [] })]
    const isAdjusted = ({ kind }: { kind: string }) => kind === 'adjusted_difference'
    const untested = { p: null, pAdjusted: null, pBH: null, adjustment: null }
    expect(adjusted.findings).toEqual(tested.findings)
    expect(adjusted.families.some(({ disparities }) => disparities.some(isAdjusted))).toBe(true)
    expect(adjusted.families).toEqual(
      tested.families.map((family) => ({
        ...family,
        disparities: family.disparities.map((own) => (isAdjusted(own) ? { ...own, ...untested } : own)),
      })),
    )
  })

  test('an acquisition attribute is tested by the normal approximation and named as images', () => {
    const rows = randomRows(29, 900).map((row) =>
      row.levels.view === 'AP' && row.label === 1 ? { ...row, score: Math.max(0, row.score - 0.3) } : row,
    )
    const frame = auditOf(frameOf(rows), { permutations: 199 })
    const finding = frame.findings.find(({ slice, metric }) => slice.view === 'AP' && metric === 'tpr')!
    expect(finding.disparity.adjustment).toBe('normal-max-t')
    expect(finding.disparity.pHolm).toBeGreaterThan(0)
    expect(finding.text).toContain('Performance is lower on images with view AP')
  })

  test('unknown levels: the gap is also given with them joined to the slice, and left out', () => {
    const rows = plantedRows(31, '60+', 0.3).map((row) =>
      row.subject % 9 === 0 ? { ...row, levels: { ...row.levels, age: 'Unknown' } } : row,
    )
    const frame = auditOf(frameOf(rows), { permutations: 499, families: [{ by: ['age'], prespecified: true }] })
    const { disparity } = frame.findings.find(({ metric }) => metric === 'tpr')!
    expect(disparity.unknownJoined!.value).toBeGreaterThan(disparity.value!)
    expect(disparity.unknownLeftOut!.value).toBeLessThan(0)
    expect(frame.warnings.map(({ code }) => code)).toContain('unknown_level')
  })

  test('nothing is found where nothing is planted', () => {
    const found = [1, 2, 3, 4, 5].filter(
      (seed) => auditOf(frameOf(randomRows(seed + 100, 400)), { permutations: 199 }).findings.length > 0,
    )
    expect(found.length).toBeLessThanOrEqual(1)
  })
})

describe('what a fresh pair of eyes found', () => {
  test('intersections are drawn towards a fit of main effects that has an intercept', () => {
    const frame = auditOf(frameOf(randomRows(5, 1200)), {
      families: [{ by: ['sex', 'age', 'view'], prespecified: true }],
    })
    const { slices } = frame.families[0]
    const values = slices.flatMap(({ metrics }) => (metrics.tpr?.status === 'estimated' ? [metrics.tpr] : []))
    expect(values).toHaveLength(12)
    // nothing is planted: every slice has the overall rate, and shrunken values are nearer to it
    const truth = estimateOf(frame.overall, 'tpr')
    const error = (numbers: number[]) => numbers.reduce((sum, own) => sum + (own - truth) ** 2, 0)
    expect(error(values.map((own) => own.shrunken!.value))).toBeLessThan(0.7 * error(values.map(({ value }) => value)))
  })

  test('a difference that points the other way than its test is no finding', () => {
    // patients with two positive images are found less often; X has more of those, and is better among its like
    const rows: FixtureRow[] = []
    const random = randomStream(41, 'fixture', 0)
    for (let subject = 0; subject < 1200; subject++) {
      const group = subject % 2 ? 'X' : 'Y'
      const isDouble = random.uniform() < (group === 'X' ? 0.8 : 0.2)
      const rate = (isDouble ? 0.25 : 0.8) + (group === 'X' ? 0.1 : 0)
      for (let image = 0; image < (isDouble ? 2 : 1); image++) {
        const score = random.uniform() < rate ? 0.6 + 0.2 * random.uniform() : 0.2 + 0.2 * random.uniform()
        rows.push({ subject, label: 1, score, levels: { group } })
      }
      rows.push({ subject, label: 0, score: 0.5 * random.uniform(), levels: { group } })
    }
    const frame = auditOf(frameOf(rows), { families: [{ by: ['group'], prespecified: true }], permutations: 499 })
    const disparity = frame.families[0].disparities.find(
      ({ metric, kind, slice }) => metric === 'tpr' && kind === 'difference' && slice.group === 'X',
    )!
    expect(disparity.value).toBeLessThan(-0.02)
    expect(disparity.pAdjusted).toBeLessThan(0.05)
    expect(disparity.verdict).toBe('not_enough_evidence')
    expect(frame.findings.filter(({ metric }) => metric === 'tpr')).toEqual([])
  })

  test('an exploratory family of another kind does not change the p of the declared ones', () => {
    const frame = frameOf(randomRows(11, 400))
    const declared = [{ by: ['sex'], prespecified: true }]
    const alone = auditOf(frame, { families: declared })
    const more = auditOf(frame, { families: [...declared, { by: ['view'], prespecified: false }] })
    expect(more.families[0].disparities).toEqual(alone.families[0].disparities)
  })

  test('without a threshold only AUROC is tested', () => {
    const rows = randomRows(7, 300).map((row) => ({ ...row, score: row.label === 0 ? 1 : row.score }))
    const frame = auditOf(frameOf(rows), { threshold: { rule: 'specificity', target: 0.999 } })
    expect(frame.warnings.map(({ code }) => code)).toContain('no_threshold')
    const tested = frame.families.flatMap(({ disparities }) =>
      disparities.filter(({ p, kind }) => p !== null && kind === 'difference'),
    )
    expect(new Set(tested.map(({ metric }) => metric))).toEqual(new Set(['auroc']))
  })

  test('where nobody is flagged no gap is said to be impossible to miss', () => {
    const frame = auditOf(frameOf(randomRows(7, 200)), { threshold: { rule: 'fixed', value: 2 } })
    const rates = frame.families.flatMap(({ disparities }) => disparities.filter(({ metric }) => metric === 'tpr'))
    expect(rates.every(({ mde, pAdjusted }) => mde === null && pAdjusted === null)).toBe(true)
  })

  test('while findings are being computed the frame does not say that nothing can be tested', () => {
    const frame = frameOf(randomRows(7, 200))
    const audit = openAudit(frame, defaultSettings)
    const source = {
      name: 'x',
      sha256: '0'.repeat(64),
      rows: 1,
      subjects: 1,
      missingLabels: 0,
      filter: [],
      split: null,
    }
    const pending = metricFrame(audit, undefined, source)
    expect(pending.warnings).toEqual([])
    expect(pending.families[0].disparities.every(({ verdict, mde }) => verdict === null && mde === null)).toBe(true)
  })

  test('a slice whose AUROC is 1 still has an uncertain largest gap', () => {
    const rows = randomRows(3, 300).map((row) =>
      row.levels.sex === 'F' ? { ...row, score: 0.2 + 0.6 * row.label } : row,
    )
    const { disparities } = auditOf(frameOf(rows)).families[0]
    const of = (kind: string) => disparities.find((own) => own.kind === kind && own.metric === 'auroc')!
    expect(of('max_gap').high! - of('max_gap').low!).toBeGreaterThan(0.05)
  })
})
