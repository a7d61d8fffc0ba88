import { openAudit, testedView } from '@/lib/disparities/audit'
import type { AuditSettings } from '@/lib/disparities/audit-settings'
import type { EvaluationFrame } from '@/lib/disparities/evaluation-frame'
import { metricFrame } from '@/lib/disparities/metric-frame'
import { permutationStatistics } from '@/lib/disparities/permutation-statistics'
import { findingLevel } from '@/lib/disparities/tested-metric'
import type { Experiment } from './experiment'
import { nullGroups, patientsOfGroups, plantedGap, plantedGroup } from './patients-of-groups'

const permutations = 199

/** Three families and their pairs; one threshold that was fixed before. */
const settings: AuditSettings = {
  task: 'simulated',
  direction: 'disease',
  scale: 'rank',
  threshold: { rule: 'fixed', value: 1 },
  isDefaultThreshold: false,
  families: [['sex'], ['age'], ['group'], ['sex', 'age'], ['sex', 'group'], ['age', 'group']].map((by) => ({
    by,
    prespecified: true,
  })),
  adjust: [],
  metrics: [],
  margin: 0.05,
  minimumGap: 0.02,
  permutations,
  seed: 1,
  tasks: 1,
  version: 'simulated',
}

/** What an audit says of simulated patients, computed as the command line does. */
function audited(frame: EvaluationFrame) {
  const audit = openAudit(frame, settings)
  const statistics = audit.plans.map(({ plan }) => [permutationStatistics(plan, 0, permutations + 1)])
  const tests = testedView(audit, statistics)
  const isAny = tests.tests.some(({ pAdjusted }) => pAdjusted <= findingLevel)
  if (!isAny) return { isAny, findings: [] } // a finding needs one: saves the rest of the frame
  const source = {
    name: 'simulated',
    sha256: '0'.repeat(64),
    rows: frame.score.length,
    subjects: frame.subjects,
    missingLabels: 0,
    filter: [],
    split: null,
  }
  return { isAny, findings: metricFrame(audit, tests, source).findings }
}

/**
 * How often an audit finds something where there is nothing to find. The test has size .05; a finding also needs a harm,
 * which halves it to about 2.4 %: so near the lower limit that of 400 data sets, as section 16 asks for, fewer than 2 %
 * have one in three runs of ten. Hence 2,000.
 */
function falseFindings(subjects: number): Experiment {
  const setting = `${subjects} subjects, null 2`
  const limits = { setting, low: 2, high: 8.5 }
  return {
    name: `findings ${setting}`,
    claims: [
      { quantity: 'any finding', ...limits },
      { quantity: 'any adjusted p <= .05, harm or not', ...limits },
    ],
    replicates: 2000,
    quickReplicates: 60,
    trial: (random) => {
      const { isAny, findings } = audited(patientsOfGroups(random, nullGroups(subjects)))
      return [findings.length > 0, isAny]
    },
  }
}

/** How often an audit finds a gap that is there, and names the group. */
function plantedFindings(subjects: number): Experiment {
  const setting = `${subjects} subjects, 1-4 images, 25 % lowered by 1 SD`
  return {
    name: `findings ${setting}`,
    claims: [
      { quantity: 'any finding', setting, low: 90, high: 100 },
      { quantity: 'a finding that names the group', setting, low: 90, high: 100 },
    ],
    replicates: 400,
    quickReplicates: 15,
    trial: (random) => {
      const { findings } = audited(patientsOfGroups(random, plantedGap(subjects)))
      return [findings.length > 0, findings.some(({ slice }) => slice.group === plantedGroup)]
    },
  }
}

export const findingExperiments: Experiment[] = [falseFindings(300), falseFindings(600), plantedFindings(1000)]
