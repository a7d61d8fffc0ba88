import { useMemo, useState } from 'react'
import { type Manifest, readManifest } from '@/lib/inference/read-manifest'
import type { Task } from '@/lib/wire/task'
import { guessColumns } from './guess-manifest'
import { headerChoices } from './header-choices'
import { joinImages } from './joined-images'
import { asManifestProblem } from './manifest-panel'
import { firstChoices, type RunChoices, tasksOf, withVersion } from './run-choices'
import { runPoints } from './run-points'
import type { ScorableVersion } from './scorable-version'
import { useListedImages } from './use-listed-images'

/** Everything that is said before a run, and what follows from it. */
export function useSetup(tasks: Task[], first: ScorableVersion | undefined) {
  const [choices, setChoices] = useState<RunChoices>(() => withVersion(firstChoices, first, tasks))
  const [manifest, setManifest] = useState<Manifest>()
  const [manifestError, setManifestError] = useState<Error | null>(null)
  const images = useListedImages(readTable)
  const inspected = images.state.kind === 'seen' ? images.state.inspected : undefined
  const headers = useMemo(() => headerChoices(inspected ?? []), [inspected])
  const imageColumn = choices.columns.findIndex(({ role }) => role === 'image')
  const { takesUnlisted } = choices
  const joined = useMemo(
    () => inspected && joinImages(inspected, manifest, imageColumn < 0 ? undefined : imageColumn, takesUnlisted),
    [inspected, manifest, imageColumn, takesUnlisted],
  )
  // what a person has changed of the headers' offer stays as long as these headers are there
  const all: RunChoices = {
    ...choices,
    headers: headers.map((each) => choices.headers.find(({ header }) => header === each.header) ?? each),
  }

  async function readTable(file: File) {
    setManifestError(null)
    try {
      const read = readManifest(await file.text())
      setManifest(read)
      setChoices((before) => ({ ...before, columns: guessColumns(read, tasksOf(before)) }))
    } catch (error) {
      setManifestError(asManifestProblem(error))
    }
  }

  return {
    choices: all,
    change: (change: Partial<RunChoices>) => setChoices((before) => ({ ...before, ...change })),
    chooseVersion: (version: ScorableVersion | undefined) =>
      setChoices((before) => {
        const after = withVersion(before, version, tasks)
        return manifest ? { ...after, columns: guessColumns(manifest, tasksOf(after)) } : after
      }),
    manifest,
    manifestError,
    readTable,
    removeTable: () => {
      setManifest(undefined)
      setManifestError(null)
      setChoices((before) => ({ ...before, columns: [] }))
    },
    images,
    inspected,
    joined,
    points: runPoints(all, joined),
  }
}
