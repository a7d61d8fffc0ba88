'use client'

import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useLiveDrawing, useLiveThreshold } from './live-threshold'
import { type ScoreAxis, scoreAt, scorePlace } from './ridge-shape'
import { thresholdText, words } from './ridge-words'
import { edgeOf } from './threshold-counts'

interface ThresholdSliderProps {
  edges: readonly number[]
  axis: ScoreAxis
  threshold: number | null
  /** the reader let go at this edge */
  onChoose: (edge: number) => void
}

/** How long after the last key the numbers are asked for, in ms. */
const pause = 400

/** Edges that a key moves by. */
const strides: Record<string, number> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -25,
  PageUp: 25,
}

/** The threshold over the scores: drags and keys move it from edge to edge, so that all counts are exact. */
export function ThresholdSlider({ edges, axis, threshold, onChoose }: ThresholdSliderProps) {
  const input = useRef<HTMLInputElement>(null)
  const live = useLiveThreshold()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isPointed = useRef(false)
  const resting = threshold ?? scoreAt(axis, 50)
  useEffect(() => () => clearTimeout(timer.current), [])
  const show = (score: number) => {
    if (!input.current) return
    if (!isPointed.current) input.current.value = String(scorePlace(axis, score))
    input.current.setAttribute('aria-valuetext', thresholdText(score))
  }
  useLiveDrawing((edge) => show(edge === undefined ? resting : edges[edge]))
  useEffect(() => {
    if (live.current() === undefined) show(resting) // another threshold by another way
  })
  const current = () => live.current() ?? Math.min(edges.length - 1, edgeOf(edges, resting))
  const choose = () => {
    clearTimeout(timer.current)
    const edge = live.current()
    live.release()
    if (edge !== undefined) onChoose(edge)
  }
  const move = (edge: number) => {
    live.move(Math.max(0, Math.min(edges.length - 1, edge)))
    clearTimeout(timer.current)
    if (!isPointed.current) timer.current = setTimeout(choose, pause)
  }
  const press = (event: KeyboardEvent) => {
    const stride = strides[event.key]
    const end = event.key === 'Home' ? 0 : event.key === 'End' ? edges.length - 1 : undefined
    if (stride === undefined && end === undefined) return
    event.preventDefault()
    move(end ?? current() + stride)
  }
  const slide = (place: number) => {
    const score = scoreAt(axis, place)
    const above = Math.min(edges.length - 1, edgeOf(edges, score))
    const isNearerBelow =
      above > 0 && place - scorePlace(axis, edges[above - 1]) < scorePlace(axis, edges[above]) - place
    move(isNearerBelow ? above - 1 : above)
  }
  return (
    <div className="threshold-slider">
      <span className="threshold-line" />
      <input
        ref={input}
        type="range"
        min="0"
        max="100"
        step="any"
        defaultValue={scorePlace(axis, resting)}
        aria-label={words.threshold}
        aria-valuetext={thresholdText(resting)}
        onInput={({ currentTarget }) => slide(Number(currentTarget.value))}
        onKeyDown={press}
        onPointerDown={() => {
          isPointed.current = true
        }}
        onPointerUp={() => {
          isPointed.current = false
          choose()
        }}
        onPointerCancel={() => {
          isPointed.current = false
          choose()
        }}
      />
    </div>
  )
}
