'use client'

import { type RefObject, useEffect, useState } from 'react'

/**
 * True from the moment at which an element may be wanted: it is less than a screen away, a key was pressed (which may
 * search or print the page), the pointer left the page (for the browser's own menus), or the page is being printed.
 */
export function useOnceNear(element: RefObject<HTMLElement | null>): boolean {
  const [isNear, setNear] = useState(false)
  useEffect(() => {
    if (isNear || !element.current) return
    const end = new AbortController()
    const near = () => setNear(true)
    const seen = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && near(), {
      rootMargin: '100% 0px',
    })
    seen.observe(element.current)
    window.addEventListener('keydown', near, end)
    window.addEventListener('beforeprint', near, end)
    document.documentElement.addEventListener('pointerleave', near, end)
    return () => {
      seen.disconnect()
      end.abort()
    }
  }, [isNear, element])
  return isNear
}
