'use client'

import Link from 'next/link'
import { type ComponentProps, useState } from 'react'

/** A link whose page is fetched ahead when it is pointed at or focused, not when it merely stands on the screen. */
export function HoverLink(props: ComponentProps<typeof Link>) {
  const [isNear, setNear] = useState(false)
  const near = () => setNear(true)
  return <Link {...props} prefetch={isNear ? null : false} onPointerEnter={near} onFocus={near} />
}
