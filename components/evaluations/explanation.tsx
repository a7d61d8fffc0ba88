'use client'

import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import type { Direction } from '@/lib/wire/metric-frame'
import { explanations, explanationWords as say, type Term } from './explanation-words'

interface ExplanationProps {
  term: Term
  /** of the task: decides which error is underdiagnosis */
  direction?: Direction
  /** the word to explain; its own title unless given */
  children?: ReactNode
}

/**
 * A term that explains itself where it stands: by pointing, by the keyboard's focus, or by a tap, which keeps it open.
 * What it shows can be pointed at, and Escape or a click elsewhere ends it (WCAG 2.2, 1.4.13).
 */
export function Explanation({ term, direction = 'disease', children }: ExplanationProps) {
  const [shown, setShown] = useState<'no' | 'peek' | 'kept'>('no')
  const button = useRef<HTMLButtonElement>(null)
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  const id = useId()
  const soon = (next: 'no' | 'peek', delay: number) => {
    clearTimeout(waiting.current)
    waiting.current = setTimeout(() => setShown((now) => (now === 'kept' ? now : next)), delay)
  }
  useEffect(() => () => clearTimeout(waiting.current), [])
  useEffect(() => {
    if (shown === 'no') return
    const end = (event: KeyboardEvent | PointerEvent) => {
      const isEscape = event instanceof KeyboardEvent && event.key === 'Escape'
      const isElsewhere = event.type === 'pointerdown' && !button.current?.parentElement?.contains(event.target as Node)
      if (isEscape || isElsewhere) setShown('no')
    }
    document.addEventListener('keydown', end)
    document.addEventListener('pointerdown', end)
    return () => {
      document.removeEventListener('keydown', end)
      document.removeEventListener('pointerdown', end)
    }
  }, [shown])
  return (
    <span className="explained" onPointerEnter={() => soon('peek', 250)} onPointerLeave={() => soon('no', 200)}>
      <button
        ref={button}
        type="button"
        aria-expanded={shown !== 'no'}
        aria-describedby={shown === 'no' ? undefined : id}
        onClick={() => setShown(shown === 'kept' ? 'no' : 'kept')}
        onFocus={(event) => event.currentTarget.matches(':focus-visible') && setShown('peek')}
        onBlur={() => setShown('no')}
      >
        {children ?? explanations[term].title}
      </button>
      {shown !== 'no' && <Shown id={id} term={term} direction={direction} beside={button.current} />}
    </span>
  )
}

interface ShownProps {
  id: string
  term: Term
  direction: Direction
  beside: HTMLElement | null
}

function Shown({ id, term, direction, beside }: ShownProps) {
  const box = useRef<HTMLSpanElement>(null)
  const { title, what, formula, convention, worse, harm } = explanations[term]
  useLayoutEffect(() => {
    if (!box.current || !beside) return
    const place = () => {
      if (!box.current) return
      const [at, own] = [beside.getBoundingClientRect(), box.current.getBoundingClientRect()]
      const fitsBelow = at.bottom + 4 + own.height <= window.innerHeight
      const left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - own.width - 8))
      box.current.style.left = `${left}px`
      box.current.style.top = `${fitsBelow ? at.bottom + 4 : Math.max(8, at.top - own.height - 4)}px`
    }
    box.current.showPopover()
    place()
    window.addEventListener('scroll', place, true)
    return () => window.removeEventListener('scroll', place, true)
  }, [beside])
  return (
    <span ref={box} id={id} role="tooltip" popover="manual" className="explanation">
      <b>{title}</b>
      <span>{what}</span>
      {formula && (
        <span>
          {say.formula}: <code>{formula}</code>
        </span>
      )}
      {convention && <span>{convention}</span>}
      {worse && <span>{worse}</span>}
      {harm && <span>{harm(direction)}</span>}
    </span>
  )
}
