import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import Papa from 'papaparse'
import { beforeAll, describe, expect, test } from 'vitest'
import { MetricFrame } from '@/lib/wire/metric-frame'
import { auditHelp } from './audit-help'
import { auditFrame, runCommand } from './command-fixture'
import { tableText } from './table-fixture'

const folder = mkdtempSync(join(tmpdir(), 'equiscope audit '))
const scores = join(folder, 'scores.csv')
const effusion = [scores, '--task', 'Effusion', '--permutations', '99']

function fileOf(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

beforeAll(() => {
  fileOf('scores.csv', tableText())
})

describe('an audit', () => {
  test('prints a MetricFrame as JSON, says what it guessed on standard error, and exits with 0', () => {
    const { status, stdout, stderr } = runCommand(effusion)
    expect(status).toBe(0)
    const frame = MetricFrame.parse(JSON.parse(stdout))
    expect(frame.families.map(({ by }) => by)).toEqual([['sex'], ['age_group'], ['view']])
    expect(frame.source.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(stderr).toContain('patient_id is taken for the patient id')
  })

  test('--quiet keeps standard error empty', () => {
    expect(runCommand([...effusion, '--quiet']).stderr).toBe('')
  })

  test('the order of rows never changes a digit', () => {
    const [header, ...rows] = tableText().trim().split('\n')
    const turned = fileOf('turned.csv', `${[header, ...rows.reverse()].join('\n')}\n`)
    const [first, second] = [scores, turned].map((file) =>
      auditFrame(
        [
          file,
          '--task',
          'Edema',
          '--permutations',
          '199',
          '--by',
          'sex,age_group,sex+age_group',
          '--adjust',
          'view',
          '--metrics',
          'all',
          '--threshold',
          'youden',
        ].map(String),
      ),
    )
    expect({ ...second, source: null }).toEqual({ ...first, source: null })
  })

  test('renaming patients and images changes only what canonical order may change', () => {
    const renamed = fileOf('renamed.csv', tableText().replace(/^i(\d+)_(\d+),p(\d+)/gm, 'x$1-$2,q$3'))
    const [first, second] = [scores, renamed].map((file) => auditFrame([file, ...effusion.slice(1)]))
    first.families.forEach((family, f) => {
      family.slices.forEach((slice, i) => {
        const other = second.families[f].slices[i]
        for (const key of ['tpr', 'fpr', 'accuracy'] as const) expect(other.metrics[key]).toEqual(slice.metrics[key])
      })
    })
    for (const at of ['low', 'high'] as const) {
      expect(second.overall.metrics.auroc?.[at]).toBeCloseTo(first.overall.metrics.auroc?.[at] ?? 0, 12)
    }
  })

  test('CSV has one row for each slice and metric, and one for each disparity', () => {
    const frame = auditFrame(effusion)
    const { stdout } = runCommand([...effusion, '--format', 'csv', '--quiet'])
    const { data, errors } = Papa.parse<Record<string, string>>(stdout, { header: true, skipEmptyLines: true })
    expect(errors).toEqual([])
    const slices = [frame.overall, ...frame.families.flatMap((family) => family.slices)]
    expect(data.filter(({ record }) => record === 'measure')).toHaveLength(
      slices.reduce((sum, { metrics }) => sum + Object.keys(metrics).length, 0),
    )
    expect(data.filter(({ record }) => record === 'disparity')).toHaveLength(
      frame.families.reduce((sum, { disparities }) => sum + disparities.length, 0),
    )
    const negative = data.find(({ low }) => low.startsWith('-') || low.startsWith("'-"))!
    expect(Number(negative.low)).toBeLessThan(0)
  })

  test('a level that a spreadsheet would run as a formula is defused in CSV', () => {
    const risky = fileOf('risky.csv', tableText().replaceAll(',F,', ',=1+1,'))
    const { stdout } = runCommand([
      risky,
      '--task',
      'Effusion',
      '--by',
      'sex',
      '--permutations',
      '0',
      '--format',
      'csv',
      '--quiet',
    ])
    expect(stdout).not.toMatch(/(^|,)=1\+1/m)
  })

  test('Markdown reads as a short audit', () => {
    const { stdout } = runCommand([...effusion, '--format', 'markdown', '--quiet'])
    expect(stdout).toMatch(/^# Equity audit: Effusion\n/)
    for (const part of [
      '## Findings',
      '## What is not known',
      '## By sex',
      'No gap was shown',
      'SHA-256 of the file',
    ]) {
      expect(stdout).toContain(part)
    }
    const rows = stdout.split('\n').filter((line) => line.startsWith('|'))
    expect(new Set(rows.map((row) => row.split(' | ').length)).size).toBe(1)
  })

  test('a threshold that nobody named, and one that no score reaches, are said first', () => {
    const codesOf = (args: string[]) => auditFrame([...effusion, ...args]).warnings.map(({ code }) => code)
    expect(codesOf([])[0]).toBe('default_threshold')
    expect(codesOf(['--threshold', '50'])[0]).toBe('nobody_flagged')
    expect(codesOf(['--threshold=-1'])[0]).toBe('everybody_flagged')
  })

  test('numbers can be cut into levels, and a level is named by its edges', () => {
    const frame = auditFrame([...effusion, '--numeric', 'age=40,60', '--by', 'age'])
    expect(frame.families[0].slices.map(({ slice }) => slice.age)).toEqual(['<40', '40-<60', '60+'])
  })

  test('scores outside of [0,1] only rank, and the frame says which metrics that leaves undefined', () => {
    const logits = fileOf('logits.csv', tableText().replace(/,0\.(\d+)$/gm, ',1.$1'))
    const frame = auditFrame([logits, '--label', 'label_Edema', '--score', 'prob_Edema', '--permutations', '0'])
    expect(frame.scoreScale).toBe('rank')
    expect(frame.overall.metrics.brier).toMatchObject({ status: 'undefined', method: 'needs-probabilities' })
    expect(frame.overall.metrics.auroc?.status).toBe('estimated')
  })

  test.each(['youden', 'sensitivity=0.9', 'specificity=0.8'])(
    'a threshold by rule is cross-fitted and says so: %s',
    (rule) => {
      const frame = auditFrame([...effusion, '--threshold', rule])
      expect(frame.threshold).toMatchObject({ rule: rule.split('=')[0], chosenOnTheseData: true })
      expect(frame.warnings.map(({ code }) => code)).toContain('threshold_chosen_on_these_data')
    },
  )

  test('paths are meant from where the person stands, and a path may hold spaces', () => {
    expect(runCommand(['scores.csv', ...effusion.slice(1), '--quiet'], folder).status).toBe(0)
  })
})

describe('help', () => {
  const examples = auditHelp
    .split('\n')
    .flatMap((line) => line.match(/^ {2}npm run --silent audit -- (scores\.csv .*)$/)?.[1] ?? [])

  test('has examples', () => expect(examples.length).toBeGreaterThanOrEqual(5))

  test.each(examples)('its example runs as printed: %s', (example) => {
    const { status, stdout } = runCommand(example.split(' '), folder)
    expect(status).toBe(0)
    expect(stdout.length).toBeGreaterThan(1000)
  })

  test.each([['--help'], ['-h']])('%s explains every option and exits with 0', (flag) => {
    const { status, stdout } = runCommand([flag])
    expect(status).toBe(0)
    for (const option of [
      'example',
      'label',
      'score',
      'decision',
      'task',
      'direction',
      'scale',
      'subject',
      'by',
      'numeric',
      'threshold',
      'split',
      'where',
      'adjust',
      'metrics',
      'margin',
      'minimum-gap',
      'permutations',
      'seed',
      'policy',
      'format',
      'quiet',
    ]) {
      expect(stdout).toContain(`--${option} `.trim())
    }
  })
})

describe('unusable arguments end with status 2 and say what to do', () => {
  const cases: [string, string[], RegExp][] = [
    ['no file', [], /Name the predictions table/],
    ['two files', ['a.csv', 'b.csv'], /One file at a time/],
    ['an unknown option', ['a.csv', '--thresold', '1'], /no option --thresold.*Did you mean --threshold\?/],
    ['an option without its value', ['a.csv', '--by'], /--by/],
    ['an unknown metric', ['a.csv', '--metrics', 'auprx'], /auprx.*Did you mean auprc\?/],
    ['a policy', ['a.csv', '--policy', 'p.json'], /not available yet/],
    ['a bad threshold', ['a.csv', '--threshold', 'best'], /a number, youden, sensitivity=x or specificity=x/],
    ['a bad number', ['a.csv', '--permutations', '1.5'], /whole number/],
    ['a bad format', ['a.csv', '--format', 'xml'], /json, csv, markdown/],
    ['an edge list out of order', ['a.csv', '--numeric', 'age=40,20'], /edges that rise, in age/],
    ['an edge that is no number', ['a.csv', '--numeric', 'age=40,old'], /numbers as edges/],
    ['a decision and a threshold', ['a.csv', '--decision', 'd', '--threshold', '0.5'], /exclude each other/],
    ['an option twice', ['a.csv', '--task', 'a', '--task', 'b'], /--task may be given once/],
    ['a forgotten --', ['a.csv', 'Hernia', 'sex'], /put -- after audit/],
    ['a family twice', ['a.csv', '--by', 'sex,sex'], /sex/],
    ['an open quote in a family', ['a.csv', '--by', '"sex'], /quote/],
  ]
  test.each(cases)('%s', (_, args, message) => {
    const { status, stdout, stderr } = runCommand(args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(message)
    expect(stderr).not.toMatch(/\n\s+at /) // no stack
  })

  test('several tasks and none named: they are listed', () => {
    const { status, stderr } = runCommand([scores])
    expect(status).toBe(2)
    expect(stderr).toMatch(/Effusion/)
    expect(stderr).toMatch(/Edema/)
  })

  test.each([
    ['an attribute', ['--by', 'sexx'], /sexx.*Did you mean sex\?/],
    ['a task', ['--task', 'Effusions'], /Did you mean Effusion\?/],
    ['a case-mix variable', ['--by', 'sex', '--adjust', 'vieww'], /Did you mean view\?/],
    ['a level', ['--where', 'sex=X'], /sex/],
    ['patients as groups', ['--by', 'sex,patient_id'], /patient_id names patients: it divides nobody into groups/],
    [
      'a scale that the scores do not have',
      ['--scale', 'probability', '--label', 'label_Edema', '--score', 'age'],
      /between 0 and 1/,
    ],
  ])('an unknown name: %s', (_, args, message) => {
    const { status, stderr } = runCommand([
      scores,
      ...(args.includes('--task') || args.includes('--label') ? [] : ['--task', 'Effusion']),
      ...args,
    ])
    expect(status).toBe(2)
    expect(stderr).toMatch(message)
  })
})

describe('unusable files end with status 2, name file, row and column, and show no cell', () => {
  const secret = 'Jane Doe'
  const good = 'image_id,patient_id,sex,label_a,prob_a\n1,p1,F,1,0.5\n'
  const cases: Record<string, [string | Uint8Array, RegExp]> = {
    'empty.csv': ['', /empty/],
    'header.csv': ['image_id,label_a,prob_a\n', /no rows/],
    'twice.csv': ['image_id,sex,sex,label_a,prob_a\n1,F,F,1,0.5\n', /sex/],
    'ragged.csv': [`${good}2,p2,F,1\n`, /row 2/],
    'quote.csv': [`${good}2,"${secret},F,1,0.5\n`, /quote/],
    'label.csv': [`${good}2,p2,F,${secret},0.5\n`, /row 2, column label_a/],
    'score.csv': [`${good}2,p2,F,0,${secret}\n`, /row 2, column prob_a/],
    'infinite.csv': [`${good}2,p2,F,0,1e400\n`, /row 2, column prob_a/],
    'nan.csv': [`${good}2,p2,F,0,NaN\n`, /row 2, column prob_a/],
    'missing-score.csv': [`${good}2,p2,F,0,\n`, /row 2, column prob_a/],
    'same-id.csv': [`${good}1,p1,F,1,0.5\n`, /row 2, column image_id/],
    'differs.csv': [`${good}1,p1,M,1,0.5\n`, /row 2/],
    'truncated.csv.gz': [gzipSync(good.repeat(500)).subarray(0, 60), /gzip|cut|end/i],
    'binary.csv': [Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256), /./],
  }
  test.each(Object.keys(cases))('%s', (name) => {
    const [content, message] = cases[name]
    const { status, stdout, stderr } = runCommand([fileOf(name, content)])
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(message)
    expect(stderr).toContain(name)
    expect(stderr).not.toContain(secret)
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  test('a directory and a file that is not there', () => {
    mkdirSync(join(folder, 'a folder'))
    for (const path of [join(folder, 'a folder'), join(folder, 'nowhere.csv')]) {
      const { status, stderr } = runCommand([path])
      expect(status).toBe(2)
      expect(stderr).not.toMatch(/\n\s+at /)
    }
  })

  test('a hundred faults are listed, and that there are more', () => {
    const rows = Array.from({ length: 400 }, (_, i) => `x${i},p${i},F,maybe,0.5`).join('\n')
    const { stderr } = runCommand([fileOf('many.csv', `image_id,patient_id,sex,label_a,prob_a\n${rows}\n`)])
    expect(stderr.match(/row [\d,]+, column label_a/g)).toHaveLength(100)
    expect(stderr).toMatch(/The first 100 are listed/)
  })
})
