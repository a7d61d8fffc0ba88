import type { OutgoingMessage } from 'node:http'

/**
 * Makes a header that is given as a list of one value that value. Next gives all headers of a route's answer as lists,
 * and its own compression then sees no content type that could be packed: every MetricFrame would be sent as it is.
 */
export function readSingleHeaders(message: Pick<OutgoingMessage, 'setHeader'>): void {
  const { setHeader } = message
  message.setHeader = function (this: OutgoingMessage, name, value) {
    return setHeader.call(this, name, Array.isArray(value) && value.length === 1 ? value[0] : value)
  }
}
