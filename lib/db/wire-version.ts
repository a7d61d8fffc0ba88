import { createHash } from 'node:crypto'
import { InputSpecification } from '@/lib/wire/input-specification'
import { ModelVersion } from '@/lib/wire/model'
import type { ModelVersion as VersionRow } from './generated/client'
import { withTimes } from './listing'

/** A version as a border carries it. */
export function wireVersion(row: Omit<VersionRow, 'postProcessing'>): ModelVersion {
  const { artefactSha256, artefactBytes, artefactIsKept, ...rest } = withTimes(row)
  const specification = InputSpecification.nullable().parse(row.inputSpecification)
  return ModelVersion.parse({
    ...rest,
    artefact: artefactSha256 === null ? null : wireArtefact(artefactSha256, artefactBytes, artefactIsKept),
    inputSpecification: specification,
    sha256: artefactSha256 === null || specification === null ? null : versionHash(artefactSha256, specification),
  })
}

const wireArtefact = (sha256: string, bytes: bigint | null, isKept: boolean | null) => ({
  ...{ sha256, bytes: Number(bytes), isKept: isKept === true },
})

/** Of what a version computes with; a parsed specification has its fields in the schema's order. */
function versionHash(artefactSha256: string, specification: InputSpecification): string {
  return createHash('sha256')
    .update(`${artefactSha256}\n${JSON.stringify(specification)}`)
    .digest('hex')
}
