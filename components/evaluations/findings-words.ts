import { count } from '@/components/ui/words'
import type { Direction } from '@/lib/wire/metric-frame'
import type { MetricKey } from '@/lib/wire/metric-key'
import type { NaturalFrequencies } from './finding-groups'

interface Claim extends NaturalFrequencies {
  group: string
  rest: string
  task: string
}

const number = (value: number) => value.toLocaleString('en')

/** What cards of findings say; a catalogue in another language has the same keys. */
export const findingsWords = {
  title: 'Works less well for',
  titleImages: 'Works less well for, or on',
  why: (findings: number, tested: number, threshold: string | undefined, pool: string) =>
    `${count(findings, 'finding')} in ${count(tested, 'comparison')}` +
    `${threshold === undefined ? '' : ` at threshold ${threshold}`}${pool && `, among ${pool}`}; shaded: within the margin`,
  heldFor: (threshold: string) =>
    `These findings are for threshold ${threshold}. They are computed again when you let go.`,
  againstElsewhere: 'Findings are always against everyone else; the table below may compare with another group.',
  worseBy: 'worse by, points',
  severityHead: 'severity',
  adjusted: 'adjusted p',
  adjustedHead: 'adj. p',
  against: (name: string, rest: string) => `${name}, against ${rest}`,
  kindsOfSlice: { demographic: 'people', acquisition: 'acquisition' },
  claims: {
    disease: {
      underdiagnosis: ({ base, group, rest, task, own, other }: Claim) =>
        `Of ${number(base)} ${having(group, `with ${task}`)} it misses ${number(own)}; of ${number(base)} ${others(rest)}, ${number(other)}.`,
      overdiagnosis: ({ base, group, rest, task, own, other }: Claim) =>
        `Of ${number(base)} ${having(group, `without ${task}`)} it raises ${number(own)} false alarms; of ${number(base)} ${others(rest)}, ${number(other)}.`,
    },
    healthy: {
      underdiagnosis: ({ base, group, rest, own, other }: Claim) =>
        `Of ${number(base)} ${having(group, 'with disease')} it calls ${number(own)} healthy; of ${number(base)} ${others(rest)}, ${number(other)}.`,
      overdiagnosis: ({ base, group, rest, own, other }: Claim) =>
        `Of ${number(base)} ${having(group, 'without disease')} it calls ${number(own)} ill; of ${number(base)} ${others(rest)}, ${number(other)}.`,
    },
  },
  ranks: ({ base, own, other }: NaturalFrequencies, group: string, rest: string) =>
    `Of ${number(base)} pairs of a positive and a negative among ${group} it ranks ${number(own)} the wrong way round; among ${others(rest)}, ${number(other)}.`,
  metrics: {
    disease: { tpr: 'Sensitivity', fpr: 'False alarms', auroc: 'AUROC' },
    healthy: { tpr: 'Health recognised', fpr: 'Disease missed', auroc: 'AUROC' },
  } as Record<Direction, Partial<Record<MetricKey, string>>>,
  values: (metric: string, value: string, interval: string, other: string) =>
    `${metric} ${value} ${interval}, against ${other}`,
  kinds: {
    labelled: 'labelled images',
    positive: 'positive images',
    negative: 'negative images',
    healthy: 'healthy images',
    ill: 'images with disease',
  },
  basis: (rows: number, kind: string, subjects: number) => `${number(rows)} ${kind} of ${count(subjects, 'patient')}`,
  points: ' points',
  reachesZero: '(its interval reaches 0)',
  severity: { high: 'High', medium: 'Medium', low: 'Low' },
  pLabel: (p: string) => `adjusted p ${p}`,
  notesHead: 'Details',
  alsoInShort: (groups: number) => `, also in ${number(groups)}`,
  caseMix: 'Case mix',
  survives: (variable: string, gap: string, shared: string) =>
    `with ${variable} held equal the gap is still ${gap}${shared}.`,
  partly: (variable: string, gap: string, shared: string) =>
    `Partly accounted for by ${variable}: with ${variable} held equal the gap is ${gap}${shared}.`,
  nothingLeft: (variable: string, gap: string, shared: string) =>
    `With ${variable} held equal nothing of the gap is left: ${gap}${shared}.`,
  otherWay: (gap: string, low: string, high: string) => `${gap} the other way (${low} to ${high})`,
  cannotAdjust: (variable: string) => `with ${variable} held equal too few are left to compare.`,
  shared: (share: string) => `, among the ${share} of all images that have counterparts on the other side`,
  noCaseMix: 'no variable was held equal; name some under “Held equal” to see whether the gap stays.',
  labelsAbout: 'Labels',
  labels: {
    disease: { positive: 'positive', negative: 'negative', either: '' },
    healthy: { positive: 'healthy', negative: 'ill', either: '' },
  },
  tips: (share: string, kind: string, group: string, rest: string) =>
    `the gap would vanish if ${share} of the ${kind ? `${kind} ` : ''}labels of ${group} were wrong and none of ${rest}`,
  tipsTogether: (share: string, group: string, rest: string) =>
    `the gap would vanish if the shares of wrong positive and of wrong negative labels of ${group} added up to ${share}, and none of ${rest} were wrong`,
  tipsAtLimit: (share: string) => ` (${share} for the end of the interval nearer to 0).`,
  neverTips: (kind: string) => `no share of wrong ${kind ? `${kind} ` : ''}labels alone would explain the gap.`,
  unknownAbout: 'Unknown',
  joined: (group: string, gap: string) => `if all of unknown level belonged to ${group}, the gap would be ${gap}.`,
  leftOut: (gap: string) => `Without those of unknown level it is ${gap}.`,
  nextAbout: 'Next',
  next: {
    underdiagnosis:
      'look at the missed images of this group, check their labels, and see at which threshold it would be found as often as the others, and at what cost in false alarms.',
    overdiagnosis:
      'look at the false alarms of this group for what they share (devices, other disease, positioning), and see what another threshold would cost in missed disease.',
    ranking:
      'another threshold cannot mend this: ask whether the training data held enough of this group, and check its labels.',
    /** the images themselves are what a group is about */
    acquisition:
      'compare within sites, devices and the reasons why an image was made this way, before reading it as a matter of patients.',
  },
  nextAccounted: {
    acquisition: (variable: string) =>
      `look at ${variable} rather than at this group: see which images come with more errors, and whether better ones can be had. The errors of this group stay until then.`,
    demographic: (variable: string) =>
      `look at ${variable} rather than at this group: compare the groups within each of its levels. The errors of this group stay until then.`,
  },
  alsoIn: (groups: number) => `Also in ${count(groups, 'group')} within or around it`,
  echo: (metric: string, name: string, p: string) => `${metric}, ${name}: adjusted p ${p}`,
  copy: 'Copy',
  copyLabel: (name: string, metric: string) => `Copy as a sentence: ${name}, ${metric}`,
  copied: 'Copied',
  notCopied: 'The browser did not allow it',
  sentence: (parts: {
    claim: string
    values: string
    gap: string
    interval: string
    p: string
    basis: string
    /** with its rule: `0.5 (fixed)` */
    threshold: string | undefined
    /** what the evaluation was restricted to; empty: nothing */
    pool: string
    /** model with version, dataset, whether it is synthetic, file with hash, address of the page */
    sources: string[]
  }) =>
    `${parts.claim} ${parts.values}; worse by ${parts.gap}, 95 % interval ${parts.interval}; adjusted p ${parts.p}; ` +
    `${parts.basis}${parts.threshold === undefined ? '' : `; threshold ${parts.threshold}`}.${parts.pool && ` Among ${parts.pool}.`} Source: ${parts.sources.join(', ')}.`,
  syntheticData: 'synthetic data',
  onDataset: (dataset: string) => `on ${dataset}`,
  none: 'No gap beyond chance was shown. That is not equality: see what is not known.',
  headlines: {
    several: (name: string) => `Works less well for ${name}`,
    underdiagnosis: (name: string) => `Misses more disease in ${name}`,
    overdiagnosis: (name: string) => `More false alarms in ${name}`,
    ranking: (name: string) => `Ranks less well in ${name}`,
  },
  /** of images rather than people */
  headlinesOn: {
    several: (name: string) => `Lower performance on ${name}`,
    underdiagnosis: (name: string) => `Misses more disease on ${name}`,
    overdiagnosis: (name: string) => `More false alarms on ${name}`,
    ranking: (name: string) => `Ranks less well on ${name}`,
  },
  among: (pool: string, told: string) => `Among ${pool}: ${told.charAt(0).toLowerCase()}${told.slice(1)}`,
  amongShort: (pool: string) => `among ${pool}`,
  aurocUnit: 'AUROC',
  andMore: (more: number) => `, and ${more} more`,
  noGap: 'No gap was shown',
  noGapBut: (points: string, metric: string) =>
    `No gap was shown; one in ${metric} smaller than ${points} points could have been missed`,
  nothingTestable: 'Too few in every group to say whether it works equally well',
  computing: 'Findings are being computed',
  computingWhy: 'Values and intervals below are final; only verdicts are still missing.',
  timeLeft: (seconds: number) => `about ${number(Math.max(1, Math.round(seconds)))} s left`,
  stop: 'Stop',
  stopping: 'Stopping …',
}

/** `women with disease`; what comes with `whose` follows: `patients with disease whose insurance is Medicaid`. */
function having(group: string, what: string): string {
  return group.includes(' whose ') ? group.replace(' whose ', ` ${what} whose `) : `${group} ${what}`
}

/** `others` reads better than `everyone else` behind a number. */
function others(rest: string): string {
  return rest === 'everyone else' ? 'others' : rest === 'all other images' ? 'other images' : rest
}
