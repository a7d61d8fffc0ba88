import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { say } from './say.mjs'

const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

const found = () => places.find((place) => place && existsSync(place))

/**
 * The browser in which the end-to-end tests run: the one that CHROMIUM names, the system's, or Debian's, which is
 * installed where we may.
 * @returns its path; undefined, after saying what to do, where there is none
 */
export function ensureChromium() {
  if (found()) return found()
  const isRoot = process.getuid?.() === 0
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    say('Installing Debian’s Chromium for the end-to-end tests …')
    const quietly = { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
      spawnSync('apt-get', ['-qq', ...args], quietly)
    }
    if (found()) return found()
  }
  say(
    'The end-to-end tests did not run: there is no Chromium. Install it (Debian: apt-get install chromium),\n' +
      'or set CHROMIUM to the path of one that is there.',
  )
  return undefined
}
