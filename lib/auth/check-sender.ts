import { Problem } from '@/lib/problem'

/** A request that did not come from a page of this app on this machine. */
export class ForeignRequest extends Problem {
  readonly status = 403
}

const own = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Refuses what another web page, open in the same browser, could send: a foreign name that was pointed at this machine
 * (`Host`), a form or script of another site (`Origin`), anything that the browser says came from one
 * (`Sec-Fetch-Site`). Programs such as curl send only a `Host`.
 */
export function checkSender(headers: Pick<Headers, 'get'>): void {
  const host = headers.get('host') ?? ''
  if (!own.has(host.replace(/:\d+$/, '').toLowerCase())) {
    throw new ForeignRequest(
      'Equiscope answers only to localhost, 127.0.0.1 and [::1]. Open it under one of these names.',
    )
  }
  const origin = headers.get('origin')
  if (origin !== null && origin.toLowerCase() !== `http://${host.toLowerCase()}`) {
    throw new ForeignRequest('The request came from another web page, so it was refused.')
  }
  if (headers.get('sec-fetch-site') === 'cross-site') {
    throw new ForeignRequest('The request came from another web site, so it was refused. Type the address instead.')
  }
}
