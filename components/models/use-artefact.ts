import { useEffect, useRef, useState } from 'react'
import { sendFile } from '@/components/imports/send-file'
import { sha256Of } from '@/lib/inference/sha256-of'
import { AnsweredProblem, fetchAnswer } from '@/lib/wire/fetch-answer'
import { ModelVersion } from '@/lib/wire/model'
import { Artefact } from '@/lib/wire/scoring-run'

type Registering =
  | { kind: 'idle' }
  | { kind: 'hashing' }
  | { kind: 'sending'; name: string; sent: number; bytes: number }

/** Names a version's file to the server: whole, or by hash and size only. */
export function useArtefact(projectId: number, onChanged: (version: ModelVersion) => void) {
  const [state, setState] = useState<Registering>({ kind: 'idle' })
  const [error, setError] = useState<Error | null>(null)
  const ending = useRef<AbortController>(undefined)
  useEffect(() => () => ending.current?.abort(), [])

  async function register({ id }: ModelVersion, file: Blob, isKept: boolean) {
    const controller = new AbortController()
    ending.current = controller
    const { signal } = controller
    const address = `/api/v1/projects/${projectId}/model-versions/${id}`
    const name = file instanceof File ? file.name : ''
    setError(null)
    try {
      if (isKept) {
        const onSent = (sent: number) => setState({ kind: 'sending', name, sent, bytes: file.size })
        onSent(0)
        await sendFile(Artefact, `${address}/artefact`, file, { signal, onSent })
      } else {
        setState({ kind: 'hashing' })
        const body = { sha256: await sha256Of(file), bytes: file.size }
        await fetchAnswer(Artefact, `${address}/artefact`, { method: 'PUT', body, signal })
      }
      onChanged(await fetchAnswer(ModelVersion, address, { signal }))
    } catch (reason) {
      if (!signal.aborted) setError(reason as Error)
    } finally {
      setState({ kind: 'idle' })
    }
  }

  const isFixed = error instanceof AnsweredProblem && error.status === 409
  return { state, error, isFixed, register, stop: () => ending.current?.abort() }
}
