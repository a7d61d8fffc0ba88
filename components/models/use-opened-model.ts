import { useEffect, useRef, useState } from 'react'
import { openModel } from '@/lib/inference/open-model'
import type { Proposal } from '@/lib/inference/propose-specification'
import type { ModelShape } from '@/lib/inference/protocol'

/** A model's file in this browser, and what it says of itself. */
export interface OpenedModel {
  /** counts the files that were opened, so that a form begins anew with another one */
  id: number
  file: Blob | undefined
  shape: ModelShape | undefined
  proposal: Proposal | undefined
  isReading: boolean
  error: Error | null
  open: (file: Blob) => Promise<boolean>
}

const nothing = { id: 0, file: undefined, shape: undefined, proposal: undefined }

/** Opens a model in a thread to read its inputs and outputs. */
export function useOpenedModel(): OpenedModel {
  const [opened, setOpened] = useState<Pick<OpenedModel, keyof typeof nothing>>(nothing)
  const [isReading, setReading] = useState(false)
  const [error, setError] = useState<Error | null>(null)
  const ending = useRef<AbortController>(undefined)
  useEffect(() => () => ending.current?.abort(), [])

  /** Answers whether the file is a model that can be run here. */
  async function open(file: Blob): Promise<boolean> {
    ending.current?.abort()
    const controller = new AbortController()
    ending.current = controller
    setError(null)
    setReading(true)
    try {
      const found = await openModel(file, controller.signal)
      setOpened(({ id }) => ({ id: id + 1, file, ...found }))
      return true
    } catch (reason) {
      if (!controller.signal.aborted) setError(reason as Error)
      return false
    } finally {
      if (ending.current === controller) setReading(false)
    }
  }

  return { ...opened, isReading, error, open }
}
