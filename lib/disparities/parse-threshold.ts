import type { ThresholdRule } from './decisions'
import { UnreadableSetting } from './unreadable-setting'

/**
 * Reads a threshold: a number, `youden`, `sensitivity=x` or `specificity=x`.
 * @param setting what the threshold is called where it was given, for the message
 * @throws UnreadableSetting
 */
export function parseThreshold(text: string, setting: string): ThresholdRule {
  if (text === 'youden') return { rule: 'youden' }
  const [rule, target] = text.split('=')
  if ((rule === 'sensitivity' || rule === 'specificity') && target !== undefined) {
    const share = numberOf(target)
    if (share > 0 && share <= 1) return { rule, target: share }
    throw new UnreadableSetting(`${setting} ${rule}`, 'takes a number above 0 and up to 1')
  }
  const value = numberOf(text)
  if (Number.isFinite(value)) return { rule: 'fixed', value }
  throw new UnreadableSetting(setting, 'takes a number, youden, sensitivity=x or specificity=x')
}

function numberOf(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text)
}
