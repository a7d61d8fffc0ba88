import { beggGreenes } from '@/lib/metrics/begg-greenes'
import { unknownLevel } from '@/lib/slices/cell-table'
import type { Warning } from '@/lib/wire/metric-frame'
import { fewestRows, fewestSubjects } from './arm-estimates'
import type { Audit, AuditTests } from './audit'
import { mostCorrelated } from './normal-tests'
import { countText, shareText, valueText } from './number-text'

/** What a reader must know before trusting the numbers of an audit, most serious first. */
export function auditWarnings(audit: Audit, tests: AuditTests | undefined): Warning[] {
  return [
    ...scoreWarnings(audit),
    ...thresholdWarnings(audit),
    ...labelWarnings(audit),
    ...subjectWarnings(audit),
    ...unknownWarnings(audit),
    ...(tests ? testWarnings(audit, tests) : []),
  ]
}

function scoreWarnings({ evaluation }: Audit): Warning[] {
  const { slice, sliceEstimates } = evaluation.everyone.pairs[0]
  const { auroc } = sliceEstimates
  const { tpr, fpr } = slice.confusion
  const warnings: Warning[] = []
  if (tpr.n === 0 || fpr.n === 0) {
    const missing = tpr.n === 0 ? 'positive' : 'negative'
    warnings.push({ code: 'one_class', text: `No row has a ${missing} label: what needs both classes is undefined.` })
  }
  if (auroc?.status === 'estimated' && auroc.estimate.high < 0.5) {
    warnings.push({
      code: 'reversed_scores',
      text: `Scores or labels look reversed: the AUROC is ${valueText(auroc.estimate.value)}, its whole interval below 0.5. Check the direction.`,
    })
  }
  const { score } = evaluation.sorted
  if (score.length > 0 && score[0] === score[score.length - 1]) {
    warnings.push({ code: 'all_scores_equal', text: 'All scores are equal: they rank nothing.' })
  }
  if (evaluation.reading.scale === 'rank') {
    warnings.push({
      code: 'needs_probabilities',
      text: 'Scores only rank: Brier score, calibration, observed minus expected and net benefit are undefined.',
    })
  }
  return warnings
}

function thresholdWarnings({ evaluation, settings }: Audit): Warning[] {
  const { threshold, reading } = evaluation
  if (!reading.isDecided) {
    return [
      {
        code: 'no_threshold',
        text: `No threshold could be chosen by ${threshold.rule}: metrics of decisions are undefined.`,
      },
    ]
  }
  const extreme = flaggingWarning(evaluation)
  if (settings.isDefaultThreshold && threshold.rule === 'fixed') {
    extreme.push({
      code: 'default_threshold',
      text: `Nobody named a threshold, so ${threshold.value} was taken. If the product decides by another one, name it: rates and their gaps depend on it.`,
    })
  }
  if (!threshold.chosenOnTheseData) return extreme
  if (threshold.rule === 'fixed') {
    extreme.push({
      code: 'threshold_chosen_on_these_data',
      text: `The threshold ${threshold.value} was chosen on these data and is applied as it is: rates at it are a little optimistic.`,
    })
    return extreme
  }
  const warnings: Warning[] = [
    ...extreme,
    {
      code: 'threshold_chosen_on_these_data',
      text: `The threshold was chosen on these data (${threshold.rule}); the rates shown are cross-fitted over five folds of patients.`,
    },
  ]
  const { threshold: rule } = settings
  if (rule.rule === 'sensitivity' || rule.rule === 'specificity') {
    warnings.push({
      code: 'rate_by_construction',
      text: `The threshold was set so that the overall ${rule.rule} is ${shareText(rule.target)} on these data; it says nothing about the model. Cross-fitted it comes out a little apart from that.`,
    })
  }
  return warnings
}

/** Said first where a threshold lies outside of the scores: nobody, or everybody, is flagged. */
function flaggingWarning({ everyone, sorted, threshold }: Audit['evaluation']): Warning[] {
  const { events, n } = everyone.pairs[0].slice.confusion.selection_rate
  if (n === 0 || (events > 0 && events < n)) return []
  const who = events === 0 ? 'Nobody' : 'Everybody'
  const range =
    threshold.value === null
      ? ''
      : ` The threshold is ${threshold.value}; scores run from ${Number(sorted.score[0].toPrecision(3))} to ${Number(sorted.score[n - 1].toPrecision(3))}.`
  return [{ code: events === 0 ? 'nobody_flagged' : 'everybody_flagged', text: `${who} is flagged.${range}` }]
}

/** Verification bias: rows with and without a flag are labelled at unlike shares (statistics.md section 12). */
function labelWarnings({ evaluation }: Audit): Warning[] {
  const { confusion, pairs } = evaluation.everyone
  const { clear, flagged } = confusion[0].unlabelled
  const { slice, sliceEstimates } = pairs[0]
  const { accuracy, ppv, npv } = slice.confusion
  const warnings: Warning[] = []
  if (accuracy.n === 0) warnings.push({ code: 'no_labels', text: 'No row has a label: nothing can be measured.' })
  if (clear + flagged === 0) return warnings
  const rows = accuracy.n + clear + flagged
  warnings.push({
    code: 'missing_labels',
    text: `${countText(clear + flagged)} of ${countText(rows)} rows have no label and are left out; worst-case limits stand beside the rates.`,
  })
  const [shareFlagged, shareClear] = [ppv.n / (ppv.n + flagged), npv.n / (npv.n + clear)]
  if (!evaluation.reading.isDecided || !(Math.abs(shareFlagged - shareClear) > 0.05)) return warnings
  const [p, q] = [sliceEstimates.ppv, sliceEstimates.npv]
  const corrected =
    p?.status === 'estimated' && q?.status === 'estimated'
      ? beggGreenes(p.estimate.value, q.estimate.value, (ppv.n + flagged) / rows)
      : undefined
  const values =
    corrected?.tpr !== undefined && corrected.fpr !== undefined
      ? ` Corrected for it (Begg and Greenes), sensitivity would be ${shareText(corrected.tpr)} and the false positive rate ${shareText(corrected.fpr)}.`
      : ''
  warnings.push({
    code: 'verification_bias',
    text: `${shareText(shareFlagged)} of flagged rows have a label, but ${shareText(shareClear)} of the others: rates may suffer from verification bias.${values}`,
  })
  return warnings
}

function subjectWarnings({ evaluation }: Audit): Warning[] {
  const { accuracy } = evaluation.everyone.pairs[0].slice.confusion
  if (accuracy.n === 0 || accuracy.subjects >= fewestSubjects) return []
  return [
    {
      code: 'too_few_subjects',
      text: `Only ${countText(accuracy.subjects)} patients have labels; ${fewestSubjects} patients and ${fewestRows} images are needed for any number.`,
    },
  ]
}

function unknownWarnings({ evaluation }: Audit): Warning[] {
  const { cells, cell } = evaluation.frame
  return cells.attributes.flatMap(({ name, levels }, attribute): Warning[] => {
    const unknown = levels.indexOf(unknownLevel)
    if (unknown < 0) return []
    const levelOf = cells.levelOf[attribute]
    const rows = cell.reduce((sum, at) => sum + (levelOf[at] === unknown ? 1 : 0), 0)
    if (rows === 0) return []
    return [
      {
        code: 'unknown_level',
        text: `${name} is unknown for ${countText(rows)} of ${countText(cell.length)} rows (${shareText(rows / cell.length)}); they are a level of their own and stay in every comparison.`,
      },
    ]
  })
}

function testWarnings({ influences, families, settings, plans }: Audit, { tests }: AuditTests): Warning[] {
  const approximated = families.flatMap(({ family }, f) =>
    influences[f] !== undefined && tests.some((test) => test.family === f) ? [family.by.join('+')] : [],
  )
  const warnings: Warning[] = []
  if (approximated.length > 0) {
    const why =
      settings.permutations === 0
        ? 'as asked with 0 permutations'
        : plans.length === 0
          ? 'because the table is very large, or images of one patient differ in it'
          : 'because images of one patient differ in it'
    warnings.push({
      code: 'normal_approximation',
      text: `${approximated.join(', ')}: tested by the normal approximation ${why}; it finds less than the permutation test would.`,
    })
  }
  if (tests.filter(({ adjustment }) => adjustment === 'normal-max-t').length > mostCorrelated) {
    warnings.push({
      code: 'adjusted_by_holm',
      text: `More than ${mostCorrelated} comparisons by the normal approximation: their p-values are adjusted by Holm's method, which is stricter.`,
    })
  }
  if (tests.length === 0 && families.length > 0) {
    warnings.push({
      code: 'nothing_testable',
      text: 'No comparison has enough images and patients on both sides to be tested.',
    })
  }
  return warnings
}
