'use client'

import { type RefObject, useEffect } from 'react'
import { printConditions } from '@/lib/slices/level-conditions'
import type { Slice } from '@/lib/wire/metric-frame'

/** What marks of one group carry as `data-group`, in every chart and table. */
export function groupKey(slice: Slice): string {
  return printConditions(Object.entries(slice).map(([attribute, level]) => ({ attribute, level })))
}

/**
 * Links a group across all charts below `root`: while something with `data-group` is pointed at or has the focus, all
 * that carries the same key has the class `linked`, and the root has `data-linking`; the style sheet raises the one and
 * thins the others to 1 px.
 */
export function useLinkedGroups(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const page = root.current
    if (!page) return
    let linked: string | undefined
    const link = (target: EventTarget | null) => {
      const group = target instanceof Element ? target.closest<SVGElement>('[data-group]')?.dataset.group : undefined
      if (group === linked) return
      linked = group
      for (const mark of page.querySelectorAll('.linked')) mark.classList.remove('linked')
      page.toggleAttribute('data-linking', Boolean(group))
      if (!group) return // `{}`, everyone, has the empty key and links nothing
      for (const mark of page.querySelectorAll(`[data-group=${CSS.escape(group)}]`)) mark.classList.add('linked')
    }
    const enter = ({ target }: Event) => link(target)
    const leave = () => link(null)
    page.addEventListener('pointerover', enter)
    page.addEventListener('pointerleave', leave)
    page.addEventListener('focusin', enter)
    page.addEventListener('focusout', leave)
    return () => {
      page.removeEventListener('pointerover', enter)
      page.removeEventListener('pointerleave', leave)
      page.removeEventListener('focusin', enter)
      page.removeEventListener('focusout', leave)
    }
  }, [root])
}
