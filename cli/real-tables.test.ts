import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parquetWriteFile } from 'hyparquet-writer'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import reference from '@/lib/metrics/references/nih-clustered.json'
import { wilsonLimits } from '@/lib/metrics/wilson-limits'
import type { SliceMeasures } from '@/lib/wire/metric-frame'
import { auditFrame, estimated, sharedFile, sliceWith } from './command-fixture'

const folder = mkdtempSync(join(tmpdir(), 'equiscope-cli-'))
const z = 1.959963984540054

/** Confusion counts of a slice, from its rates and sizes: whole numbers again. */
function countsOf(slice: SliceMeasures) {
  const [tpr, fpr] = [estimated(slice, 'tpr'), estimated(slice, 'fpr')]
  const [tp, fp] = [Math.round(tpr.value * tpr.n), Math.round(fpr.value * fpr.n)]
  return { tp, fp, fn: tpr.n - tp, tn: fpr.n - fp }
}

function close(found: number, wanted: number, digits = 9) {
  expect(Math.abs(found - wanted)).toBeLessThanOrEqual(10 ** -digits * Math.max(1, Math.abs(wanted)))
}

describe('nih-chexnet: 22,433 X-rays of 6,187 patients', () => {
  const file = sharedFile('nih-chexnet/nih_chexnet_test_joined.csv.gz')
  const published = sharedFile('nih-chexnet/aucs_published.csv')
  const computed = sharedFile('nih-chexnet/expected_metrics_computed.json')

  test.skipIf(!file || !published || !computed)('the 14 published AUROCs, and counts by sex, age and view', () => {
    const expectations = JSON.parse(readFileSync(computed!, 'utf8'))
    const lines = readFileSync(published!, 'utf8').trim().split('\n').slice(1)
    expect(lines).toHaveLength(14)
    for (const line of lines) {
      const [task, auc] = line.split(',')
      const own = expectations[task]
      const frame = auditFrame([file!, '--task', task, '--permutations', '0', '--threshold', String(own.threshold)])
      close(estimated(frame.overall, 'auroc').value, Number(auc), 12)
      for (const [by, groups] of Object.entries<
        Record<string, { pos: number; n: number; tp: number; fp: number; auroc?: { auroc: number } }>
      >(own.groups)) {
        if (!['sex', 'age_group', 'view'].includes(by)) continue
        for (const [level, wanted] of Object.entries(groups)) {
          const slice = sliceWith(frame, by, level)
          expect([slice.n, slice.positives]).toEqual([wanted.n, wanted.pos])
          if (slice.metrics.auroc?.status === 'estimated') close(slice.metrics.auroc.value, wanted.auroc!.auroc, 9)
          if (slice.metrics.tpr?.status === 'estimated' && slice.metrics.fpr?.status === 'estimated') {
            expect(countsOf(slice)).toMatchObject({ tp: wanted.tp, fp: wanted.fp })
          }
        }
      }
    }
  })

  test.skipIf(!file)('clustered intervals and differences as in the reference', () => {
    for (const [task, wanted] of Object.entries(reference.expected)) {
      const frame = auditFrame([file!, '--task', task, '--by', 'sex,view', '--permutations', '0'])
      const check = (slice: SliceMeasures, own: { auroc: number; low: number; high: number; df: number }) => {
        // the reference knows no smallest number of patients; Hernia has too few men with it to be shown
        if (slice.metrics.auroc?.status === 'too_few') return expect(task).toBe('Hernia')
        const auroc = estimated(slice, 'auroc')
        close(auroc.value, own.auroc, 9)
        close(auroc.low, own.low, 8)
        close(auroc.high, own.high, 8)
        close(auroc.df!, own.df, 8)
      }
      check(frame.overall, wanted.all)
      check(sliceWith(frame, 'sex', 'F'), wanted['sex=F'])
      check(sliceWith(frame, 'sex', 'M'), wanted['sex=M'])
      check(sliceWith(frame, 'view', 'AP'), wanted['view=AP'])
      check(sliceWith(frame, 'view', 'PA'), wanted['view=PA'])
      const differences = [
        { family: 0, level: 'F', own: wanted['sex=F minus sex=M'] },
        { family: 1, level: 'AP', own: wanted['view=AP minus view=PA'] },
      ]
      for (const { family, level, own } of differences) {
        const found = frame.families[family].disparities.find(
          ({ metric, kind, slice }) => metric === 'auroc' && kind === 'difference' && Object.values(slice)[0] === level,
        )!
        if (found.status === 'too_few') {
          expect(task).toBe('Hernia')
          continue
        }
        close(found.value!, own.difference, 9)
        close(found.low!, own.low, 8)
        close(found.high!, own.high, 8)
      }
    }
  })

  test.skipIf(!file)('slices without positives say so, and small gaps in rare findings are not findings', () => {
    const frame = auditFrame([file!, '--task', 'Hernia', '--by', 'sex,age_group', '--permutations', '499'])
    const young = sliceWith(frame, 'age_group', '0-19').metrics
    expect(young.auroc).toMatchObject({ status: 'undefined', value: null, method: 'no-positives' })
    expect(young.tpr).toMatchObject({ status: 'undefined', n: 0 })
    expect(frame.threshold).toMatchObject({ rule: 'youden', chosenOnTheseData: true })
    expect(frame.findings.filter(({ slice, metric }) => slice.sex === 'F' && metric === 'auroc')).toEqual([])
  })
})

describe('derm-consumer-apps: 4 products, 4 targets, 231 images, in long format', () => {
  const base = 'derm-consumer-apps/results/binary_screening'
  const file = sharedFile(`${base}/case_level_binary_predictions_and_scores.csv`)
  const ranks = sharedFile(`${base}/discrimination_metrics_overall_and_by_tone.csv`)
  const tables = sharedFile(`${base}/binary_confusion_metrics_overall_and_by_tone.csv`)
  const read = (path: string) =>
    Papa.parse<Record<string, string>>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true }).data

  test.skipIf(!file || !ranks || !tables)('64 AUROCs, 64 confusion tables and their Wilson intervals', () => {
    const [wantedRanks, wantedTables] = [read(ranks!), read(tables!)]
    expect([wantedRanks.length, wantedTables.length]).toEqual([64, 64])
    const checked = { auroc: 0, table: 0 }
    const pairs = new Set(wantedTables.map(({ app, target }) => JSON.stringify([app, target])))
    for (const pair of pairs) {
      const [app, target] = JSON.parse(pair)
      const frame = auditFrame([
        file!,
        ...['--where', `app=${app}`, '--where', `target=${target}`],
        ...['--label', 'truth_positive', '--score', 'score', '--decision', 'pred_positive'],
        ...['--by', 'fitzpatrick_group_3', '--permutations', '0'],
      ])
      expect(frame.threshold).toMatchObject({ rule: 'given', value: null })
      const sliceOf = (stratum: string) =>
        stratum === 'Overall'
          ? frame.overall
          : sliceWith(frame, 'fitzpatrick_group_3', stratum.replace(/^.*?((?:I|V)+-(?:I|V)+)$/, '$1'))
      for (const wanted of wantedRanks.filter((row) => row.app === app && row.target === target)) {
        close(estimated(sliceOf(wanted.stratum), 'auroc').value, Number(wanted.auroc), 9)
        checked.auroc++
      }
      for (const wanted of wantedTables.filter((row) => row.app === app && row.target === target)) {
        const slice = sliceOf(wanted.stratum)
        expect(countsOf(slice)).toEqual({ tp: +wanted.tp, fp: +wanted.fp, fn: +wanted.fn, tn: +wanted.tn })
        close(estimated(slice, 'tpr').low, Number(wanted.sensitivity_ci_low))
        close(estimated(slice, 'tpr').high, Number(wanted.sensitivity_ci_high))
        close(estimated(slice, 'tnr').low, Number(wanted.specificity_ci_low))
        close(estimated(slice, 'tnr').high, Number(wanted.specificity_ci_high))
        close(estimated(slice, 'accuracy').low, Number(wanted.accuracy_ci_low))
        checked.table++
      }
    }
    expect(checked).toEqual({ auroc: 64, table: 64 })
  })
})

describe('adnex: 894 ovarian tumours', () => {
  const file = sharedFile('adnex-stratos-case-study/data_case_study.txt')

  test.skipIf(!file)('the published values at a threshold of 10 %', () => {
    const [, ...lines] = readFileSync(file!, 'utf8').trim().split('\n')
    const table = join(folder, 'adnex.csv')
    const rows = lines.map(
      (line, i) =>
        `t${i},${line
          .split(' ')
          .map((cell) => cell.replaceAll('"', ''))
          .join(',')}`,
    )
    writeFileSync(table, `tumour,Outcome1,Out1,pmalwo\n${rows.join('\n')}\n`)
    const frame = auditFrame([
      table,
      ...['--example', 'tumour', '--label', 'Outcome1', '--score', 'pmalwo', '--by', 'Out1'],
      ...['--threshold', '0.1', '--metrics', 'all', '--permutations', '0'],
    ])
    const { overall } = frame
    expect(countsOf(overall)).toEqual({ tp: 414, fp: 164, fn: 20, tn: 296 })
    close(estimated(overall, 'auroc').value, 0.9113855, 6)
    close(estimated(overall, 'auprc').value, 0.8952509, 6)
    close(estimated(overall, 'brier').value, 0.1325655, 6)
    close(estimated(overall, 'net_benefit').value, 0.4427044, 6)
    close(estimated(overall, 'calibration_intercept').value, 0.8095779, 6)
    close(estimated(overall, 'calibration_slope').value, 0.9338235, 6)
    close(estimated(overall, 'tpr').value, 0.953917, 5)
    close(estimated(overall, 'tnr').value, 0.643478, 5)
    close(estimated(overall, 'ppv').value, 0.716263, 5)
    close(estimated(overall, 'npv').value, 0.936709, 5)
    const { tp, fn } = countsOf(overall)
    const wilson = wilsonLimits(tp / (tp + fn), tp + fn, z)
    close(estimated(overall, 'tpr').low, wilson.low, 12)
  })
})

describe('seismometer: 99,340 encounters by race', () => {
  const file = sharedFile('seismometer-diabetes/readmission_joined.csv.gz')
  const computed = sharedFile('seismometer-diabetes/expected_metrics_computed.json')

  test.skipIf(!file || !computed)('counts, rates and AUROCs as CSV, and the same digits as Parquet', async () => {
    const expectations = JSON.parse(readFileSync(computed!, 'utf8'))
    const options = ['--by', 'race', '--permutations', '0', '--threshold', '0.15']
    const frame = auditFrame([file!, ...options])
    const wanted = expectations['0.15']
    expect(countsOf(frame.overall)).toMatchObject({ tp: wanted.overall.tp, fp: wanted.overall.fp })
    close(estimated(frame.overall, 'auroc').value, 0.761795086749, 9)
    for (const [race, own] of Object.entries<{
      n: number
      pos: number
      tp: number
      fp: number
      auroc: { auroc: number }
    }>(wanted.groups.race)) {
      const slice = sliceWith(frame, 'race', race)
      expect([slice.n, slice.positives]).toEqual([own.n, own.pos])
      expect(countsOf(slice)).toMatchObject({ tp: own.tp, fp: own.fp })
      close(estimated(slice, 'auroc').value, own.auroc.auroc, 9)
    }
    expect(frame.families[0].slices.at(-1)!.slice).toEqual({ race: 'Unknown' })

    const { data, meta } = Papa.parse<string[]>(gunzipSync(readFileSync(file!)).toString('utf8'), {
      skipEmptyLines: true,
    })
    const [header, ...rows] = data
    expect(meta.delimiter).toBe(',')
    const numeric = new Set(['LGBM_score', 'label_readmit30'])
    const parquet = join(folder, 'readmission.parquet')
    await parquetWriteFile({
      filename: parquet,
      columnData: header.map((name, column) => ({
        name,
        type: numeric.has(name) ? ('DOUBLE' as const) : ('STRING' as const),
        data: rows.map((row) => (numeric.has(name) ? Number(row[column]) : row[column])),
      })),
    })
    const other = auditFrame([parquet, ...options])
    expect({ ...other, source: null }).toEqual({ ...frame, source: null })
  })
})
