/** The zones of calendars: names of the IANA database, those of Windows, and what programs put before them. */
import { findIana } from 'windows-iana'
import { UTC, zoneNamed, type Zone } from '../time/zone.ts'

/** The zone that a TZID means; undefined where no name says it. */
export function zoneOfId(id: string): Zone | undefined {
  const name = id.trim().replaceAll(/^["']|["']$/g, '')
  if (/^(z|gmt|utc|(etc\/)?(utc|gmt)|coordinated universal time)$/i.test(name)) return UTC
  const plain = zoneNamed(name)
  if (plain !== undefined) return plain
  const [windows] = findIana(name)
  if (windows !== undefined) return zoneNamed(windows)
  // `/citadel.org/20250101_1/Europe/Berlin`, `(UTC+01:00) Amsterdam, Berlin, Bern`
  const parts = name.split('/')
  for (let i = 1; i < parts.length; i += 1) {
    const zone = zoneNamed(parts.slice(i).join('/'))
    if (zone !== undefined) return zone
  }
  return undefined
}
