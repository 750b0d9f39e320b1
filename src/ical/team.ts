/** The team in a calendar: what makes UIDs unique in the world, and tells whose a file is. */
import { cleanLine } from './text.ts'

/** The property that names a team, in each calendar of one that has a name. */
export const TEAM = 'X-ROTATE-TEAM'

/**
 * A team's name as it stands in UIDs and in `X-ROTATE-TEAM`: letters, digits and a few signs as they are, all else
 * as in addresses of the web (`Site%20Reliability`), so that two names never become one. Undefined where there is none.
 */
export function teamKey(team: string | undefined): string | undefined {
  const name = cleanLine(team ?? '').normalize('NFC')
  return name === '' ? undefined : encodeURIComponent(name)
}

/** The key of the team whose calendar this is; undefined where it names none, as those of the first versions do. */
export function teamIn(calendar: string): string | undefined {
  const end = calendar.indexOf('\r\nBEGIN:V')
  const head = calendar.slice(0, end < 0 ? undefined : end).replaceAll('\r\n ', '')
  return new RegExp(`^${TEAM}:(.+)$`, 'm').exec(head)?.[1]?.trimEnd()
}

/** The name of which a key was made, for people. */
export function teamOfKey(key: string): string {
  try {
    return decodeURIComponent(key)
  } catch {
    return key
  }
}
