'use client'

import { useEffect, useState } from 'react'
import { ChartsAsTablesSwitch, useTablesKey } from '@/components/charts/charts-as-tables'
import { Dialog } from '@/components/ui/dialog'
import type { MetricFrame } from '@/lib/wire/metric-frame'
import { lastingQuery } from './lasting-link'
import { readingWords as say } from './reading-words'
import { useView } from './use-view'

/** The headline, and what is done with the whole page: read it, take its address along, turn its charts into tables. */
export function PageHead({ title, frame }: { title: string; frame: MetricFrame | undefined }) {
  const { shown, change } = useView()
  const [isReading, read] = useState(false)
  const asTables = shown.tables === '1'
  const turn = (next: boolean) => change({ tables: next ? '1' : undefined }, 'replace')
  const [hasKey, setKey] = useTablesKey(() => turn(!asTables))
  return (
    <div className="title">
      <h1 aria-live="polite">{title}</h1>
      <div className="charts-switch">
        <CopyLink frame={frame} />
        <button type="button" className="button" onClick={() => read(true)}>
          {say.open}
        </button>
        <ChartsAsTablesSwitch asTables={asTables} onChange={turn} />
      </div>
      {isReading && (
        <Dialog title={say.open} onClose={() => read(false)}>
          <dl className="reading">
            {say.parts.map(({ title, text }) => (
              <div key={title}>
                <dt>
                  <b>{title}</b>
                </dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
          <label>
            <input type="checkbox" checked={hasKey} onChange={({ target }) => setKey(target.checked)} /> {say.key}
          </label>
          <p className="row">
            <button type="button" className="button filled" onClick={() => read(false)}>
              {say.close}
            </button>
          </p>
        </Dialog>
      )}
    </div>
  )
}

/** Copies an address that will show the same when another operating point was saved. */
function CopyLink({ frame }: { frame: MetricFrame | undefined }) {
  const { view, shown } = useView()
  const [told, tell] = useState('')
  useEffect(() => {
    if (!told) return
    const later = setTimeout(() => tell(''), 5000)
    return () => clearTimeout(later)
  }, [told])
  const copy = (of: MetricFrame) => {
    const { origin, pathname } = window.location
    navigator.clipboard.writeText(`${origin}${pathname}?${lastingQuery({ view, shown }, of)}`).then(
      () => tell(of.threshold.value === null ? say.copiedOwn : say.copied),
      () => tell(say.notCopied),
    )
  }
  return (
    <>
      <span className="note" role="status">
        {told}
      </span>
      <button type="button" className="button" disabled={!frame} onClick={() => frame && copy(frame)}>
        {say.copyLink}
      </button>
    </>
  )
}
