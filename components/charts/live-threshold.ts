'use client'

import { createContext, useContext, useEffect, useLayoutEffect, useRef } from 'react'

/** Draws for a threshold; undefined: at rest again, the numbers of the MetricFrame hold. */
export type Draw = (edge: number | undefined) => void

/**
 * The threshold while it moves. It stands outside React: a drag redraws every chart within the frame of the screen in
 * which the pointer moved, and rendering each row again takes ten times as long. While it moves, the root of the page
 * has `data-moving`; a chart keeps what React drew in `.still` and what it draws itself in `.live`, and the style sheet
 * shows one of both.
 */
export interface LiveThreshold {
  /** the edge of EvaluationCurves.edges that the threshold is at; undefined: at rest */
  current: () => number | undefined
  /** `draw` is called at most once a frame of the screen, after `current` has changed */
  subscribe: (draw: Draw) => () => void
  move: (edge: number) => void
  /** the reader let go; from now on `rest` is heard */
  release: () => void
  /** when the MetricFrame for the new threshold is there; not heard while the reader holds on */
  rest: () => void
}

/** @param soon calls back before the next frame of the screen */
export function liveThreshold(soon: (call: () => void) => unknown = (call) => requestAnimationFrame(call)) {
  const listeners = new Set<Draw>()
  let edge: number | undefined
  let isWaiting = false
  let isHeld = false
  function set(next: number | undefined): void {
    if (next === edge) return
    edge = next
    if (isWaiting) return
    isWaiting = true
    soon(() => {
      isWaiting = false
      for (const draw of listeners) draw(edge)
    })
  }
  return {
    current: () => edge,
    subscribe: (draw: Draw) => {
      listeners.add(draw)
      return () => void listeners.delete(draw)
    },
    move: (next: number) => {
      isHeld = true
      set(next)
    },
    release: () => {
      isHeld = false
    },
    rest: () => {
      if (!isHeld) set(undefined)
    },
  } satisfies LiveThreshold
}

export const LiveThresholdContext = createContext<LiveThreshold>(liveThreshold(() => undefined))

/** The threshold that the reader drags; for who only needs to look: `useLiveDrawing`. */
export const useLiveThreshold = (): LiveThreshold => useContext(LiveThresholdContext)

/** Calls `draw` in each frame in which the threshold moved, and after a rendering in the middle of a move. */
export function useLiveDrawing(draw: Draw): void {
  const live = useLiveThreshold()
  const latest = useRef(draw)
  useLayoutEffect(() => {
    latest.current = draw
    if (live.current() !== undefined) draw(live.current())
  })
  useEffect(() => live.subscribe((edge) => latest.current(edge)), [live])
}
