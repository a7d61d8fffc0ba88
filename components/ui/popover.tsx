'use client'

import { type ReactNode, useEffect, useId, useRef, useState } from 'react'

interface PopoverProps {
  /** what the button says: its name in grey, and its value */
  label: string
  value: string
  /** its content is made anew each time it opens, so a draft in it starts from what holds */
  children: (close: () => void) => ReactNode
}

/** A button with a panel below it: the browser's own, which ends with Escape or a click elsewhere and gives the focus back. */
export function Popover({ label, value, children }: PopoverProps) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const shown = panel.current
    if (!isOpen || !shown) return
    const place = () => {
      const { bottom, left } = button.current!.getBoundingClientRect()
      const room = window.innerWidth - shown.offsetWidth - 8
      shown.style.top = `${Math.round(bottom + 4)}px`
      shown.style.left = `${Math.round(Math.max(8, Math.min(left, room)))}px`
      shown.style.maxHeight = `${Math.max(160, Math.round(window.innerHeight - bottom - 16))}px`
    }
    place()
    shown.querySelector<HTMLElement>('input, select, button')?.focus()
    window.addEventListener('scroll', place, { passive: true })
    window.addEventListener('resize', place)
    return () => {
      window.removeEventListener('scroll', place)
      window.removeEventListener('resize', place)
    }
  }, [isOpen])
  return (
    <>
      <button ref={button} type="button" className="control" popoverTarget={id} aria-expanded={isOpen}>
        <span>{label}</span> <b>{value}</b>
        <Chevron />
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        className="popover"
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {isOpen && children(() => panel.current?.hidePopover())}
      </div>
    </>
  )
}

function Chevron() {
  return (
    <svg width="10" height="10" viewBox="0 0 10 10" className="chevron" aria-hidden="true">
      <path d="M2 3.5 5 6.5 8 3.5" />
    </svg>
  )
}
