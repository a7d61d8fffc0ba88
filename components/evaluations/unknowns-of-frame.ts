import { comparisonsOf } from '@/lib/disparities/comparisons'
import { differenceText, pointsText, pText, shareText, valueText } from '@/lib/disparities/number-text'
import { findingLevel } from '@/lib/disparities/tested-metric'
import { unknownLevel } from '@/lib/slices/cell-table'
import type { Disparity, Family, MetricFrame, SliceMeasures } from '@/lib/wire/metric-frame'
import { capital, familyName } from './attribute-names'
import { worse } from './finding-groups'
import { findingsWords } from './findings-words'
import { type Maybe, notKnownWords as say } from './not-known-words'
import { isSameSlice, sliceName } from './slice-name'
import type { Unknown } from './unknowns'

const testedMetrics = ['tpr', 'fpr', 'auroc'] as const
type TestedMetric = (typeof testedMetrics)[number]

const tests = ({ disparities }: Family, metric: TestedMetric) =>
  disparities.filter((own) => own.kind === 'difference' && own.metric === metric && own.comparator === 'everyone else')

/** Stands above everything: the whole interval of the AUROC lies below one half. */
export function reversedScores({ warnings, overall }: MetricFrame): Unknown[] {
  const auroc = overall.metrics.auroc
  if (!warnings.some(({ code }) => code === 'reversed_scores') || auroc?.status !== 'estimated') return []
  const [value, low, high] = [auroc.value, auroc.low, auroc.high].map(valueText)
  return [{ lead: say.reversedLead, text: say.reversed(value, low, high) }]
}

/** A comparison that is worse and no finding, with the words for it. */
interface Open {
  family: Family
  own: Disparity
  name: string
  said: Maybe
  /** beyond chance and yet no finding: the test was passed, the gap is smaller than a view asks for */
  isSmall: boolean
}

/** The largest adjusted p of what may be worse: beyond it, chance alone gives as much nearly always. */
const chanceLevel = 0.99

/**
 * Groups whose own interval leaves 0 out on the bad side, though not beyond what chance gives among all comparisons:
 * each with the metric in which that is most surprising, the most surprising first.
 */
function openComparisons({ families, direction }: MetricFrame, minimumGap: number): Open[] {
  const open = families.flatMap((family) =>
    testedMetrics.flatMap((metric) =>
      tests(family, metric).flatMap((own): Open[] => {
        if (own.status !== 'estimated' || own.verdict !== 'not_enough_evidence') return []
        const measure = family.slices.find(({ slice }) => isSameSlice(slice, own.slice))?.metrics[metric]
        const { value: gap, low, high } = worse(metric, own)
        if (low <= 0 || (own.pAdjusted ?? 1) > chanceLevel || measure?.status !== 'estimated') return []
        const [text, unsigned] = metric === 'auroc' ? [valueText, areaGap] : [shareText, shareGap]
        const said = {
          metric: findingsWords.metrics[direction][metric] ?? metric,
          own: text(measure.value),
          other: text(measure.value - own.value),
          gap: metric === 'auroc' ? unsigned(gap) : say.points(unsigned(gap)),
          interval: `(${unsigned(low)} to ${unsigned(high)})`,
          p: pText(own.pAdjusted ?? 1),
        }
        const isSmall = (own.pAdjusted ?? 1) <= findingLevel && gap < minimumGap
        return [{ family, own, name: sliceName(own.slice).text, said, isSmall }]
      }),
    ),
  )
  open.sort((one, other) => (one.own.p ?? 1) - (other.own.p ?? 1))
  return open.filter(({ own }, at) => open.findIndex((other) => isSameSlice(other.own.slice, own.slice)) === at)
}

/** Gaps beyond chance that are smaller than a view asks for. */
export function smallGaps(frame: MetricFrame): Unknown[] {
  const { minimumGap } = frame.settings
  return openComparisons(frame, minimumGap)
    .filter(({ isSmall }) => isSmall)
    .map(({ own, name, said }) => {
      const least = own.metric === 'auroc' ? areaGap(minimumGap) : say.points(shareGap(minimumGap))
      return { lead: say.smallLead(capital(name)), text: say.small({ ...said, least }) }
    })
}

const shareGap = (gap: number) => pointsText(gap).replace(/^\+/, '')
const areaGap = (gap: number) => differenceText(gap).replace(/^\+/, '')

/**
 * For each family, who may be worse, the largest gap of each metric that could have been missed, and of whom least is
 * known; families in which somebody may be worse come first.
 */
export function silentFamilies(frame: MetricFrame): Unknown[] {
  const open = openComparisons(frame, frame.settings.minimumGap).filter(({ isSmall }) => !isSmall)
  const named = [...new Set(open.map(({ family }) => family))]
  const tested = comparisonsOf(frame)
  return [...named, ...frame.families.filter((family) => !named.includes(family))].flatMap((family) => {
    const maybe = open.filter((own) => own.family === family)
    const missable = missableGaps(frame, family)
    if (maybe.length === 0) {
      return missable ? [{ lead: missable.lead, text: say.missable(missable.gaps) + missable.about }] : []
    }
    const who = maybe.slice(0, mostNamed).map(({ own, name, said }) => {
      const metric = say.metricsInside[frame.direction][own.metric as TestedMetric]
      return say.may(name, { ...said, metric })
    })
    const more = maybe.length > mostNamed ? say.andMoreMay(maybe.length - mostNamed) : ''
    const beyond = say.notBeyondChance(who.join('; ') + more, tested)
    const also = missable ? `${say.alsoMissable(missable.gaps)}.${missable.about}` : '.'
    return [{ lead: missable?.lead ?? say.missableLead(familyName(family.by), false), text: beyond + also }]
  })
}

/** Groups that may be worse, by name; of others their count. */
const mostNamed = 2

function missableGaps({ direction }: MetricFrame, family: Family) {
  const silent = testedMetrics.flatMap((metric) => {
    const open = tests(family, metric).filter((own) => own.verdict !== 'gap' && own.mde !== null)
    if (open.length === 0) return []
    const widest = open.reduce((one, other) => (other.mde! > one.mde! ? other : one))
    return [{ metric, widest, isAll: tests(family, metric).every(({ verdict }) => verdict !== 'gap') }]
  })
  if (silent.length === 0) return undefined
  const gaps = silent.map(({ metric, widest }) =>
    say.missableGap(say.metricsInside[direction][metric], mdeText(metric, widest)),
  )
  const [least] = silent
  const n = family.slices.find(({ slice }) => isSameSlice(slice, least.widest.slice))?.metrics[least.metric]?.n
  const name = sliceName(least.widest.slice).text
  const about = family.slices.length > 2 && n ? say.widest(name, n, say.kinds[direction][least.metric]) : ''
  const isAll = silent.every((own) => own.isAll)
  return { lead: say.missableLead(familyName(family.by), isAll), gaps: listed(gaps), about }
}

function mdeText(metric: TestedMetric, { mde }: Disparity): string {
  return metric === 'auroc' ? valueText(mde ?? 0) : say.points(((mde ?? 0) * 100).toFixed(0))
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} or ${parts[parts.length - 1]}`
}

/** For each family the groups in which a tested metric has no number; up to three by name. */
export function tooFewGroups({ families, direction }: MetricFrame): Unknown[] {
  return families.flatMap((family) => {
    const small = family.slices.flatMap((measures) => {
      const text = tooFewText(measures, direction)
      return text ? [text] : []
    })
    if (small.length === 0) return []
    const named = small.slice(0, 3).join(', ') + (small.length > 3 ? say.andMoreGroups(small.length - 3) : '')
    return [{ lead: say.tooFewLead(familyName(family.by)), text: say.tooFew(named) }]
  })
}

function tooFewText({ slice, metrics }: SliceMeasures, direction: MetricFrame['direction']): string | undefined {
  const name = sliceName(slice).text
  const missing = testedMetrics.find((metric) => metrics[metric] && metrics[metric]?.status !== 'estimated')
  if (!missing) return undefined
  const measure = metrics[missing]
  return measure?.n === null || measure === undefined
    ? say.hiddenGroup(name)
    : say.tooFewGroup(name, measure.n, say.kinds[direction][missing])
}

/** Attributes that are not known of some: how many. */
export function unknownLevels({ families, overall }: MetricFrame): Unknown[] {
  return families.flatMap(({ by, slices }) => {
    const unknown = by.length === 1 ? slices.find(({ slice }) => slice[by[0]] === unknownLevel) : undefined
    if (!unknown?.n || !overall.n) return []
    return [{ lead: say.unknownLead(familyName(by)), text: say.unknown(unknown.n, shareText(unknown.n / overall.n)) }]
  })
}
