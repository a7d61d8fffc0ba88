import { answer } from '@/app/api/answer'
import { readBody } from '@/app/api/read-request'
import { authorise } from '@/lib/auth/authorise'
import { registerArtefact } from '@/lib/db/artefacts'
import { keepArtefact, openArtefact, sweepArtefacts } from '@/lib/jobs/artefact-folder'
import { ArtefactDraft } from '@/lib/wire/scoring-run'

type Context = RouteContext<'/api/v1/projects/[projectId]/model-versions/[versionId]/artefact'>

/** Keeps the ONNX file of a version, sent as the body. */
export const POST = answer(async (request: Request, { params }: Context) => {
  const { projectId, versionId } = await params
  const access = await authorise(request, 'model-version:change', versionId, projectId)
  const length = request.headers.get('content-length')
  const bytes = length === null ? undefined : Number(length)
  return Response.json(await keepArtefact(access, bytes, request.body, request.signal), { status: 201 })
})

/** Names the ONNX file of a version that never leaves the browser. */
export const PUT = answer(async (request: Request, { params }: Context) => {
  const { projectId, versionId } = await params
  const access = await authorise(request, 'model-version:change', versionId, projectId)
  const known = await registerArtefact(access, { ...(await readBody(request, ArtefactDraft)), isKept: false })
  await sweepArtefacts()
  return Response.json(known)
})

/** The kept file, verified. */
export const GET = answer(async (request: Request, { params }: Context) => {
  const { projectId, versionId } = await params
  const kept = await openArtefact(await authorise(request, 'model-version:read', versionId, projectId))
  const etag = `"${kept.sha256}"`
  const headers = { etag, 'cache-control': 'private, no-cache' }
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
  const sent = { 'content-type': 'application/octet-stream', 'content-length': String(kept.bytes) }
  return new Response(kept.open(), { headers: { ...headers, ...sent } })
})
