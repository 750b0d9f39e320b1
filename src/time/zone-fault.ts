/** What is wrong with the name of a zone, and what to write instead. */
import { shortened } from './shortened.ts'
import { sayList } from './list.ts'
import { isOffset, zoneAtOffset, zonesMeantBy } from './zone-words.ts'
import { zoneNamed } from './zone.ts'

/** A sentence on why a text names no zone that knows its clock changes; undefined where it does. */
export function faultOfZone(text: string): string | undefined {
  if (isOffset(text) || /^(?:[+-]|utc ?[+-]|gmt ?[+-]|\d)/i.test(text)) return faultOfOffset(text)
  if (zoneNamed(text) !== undefined) return undefined
  const meant = zonesMeantBy(text).map((zone) => `'${zone}'`)
  if (meant.length === 0) {
    return `unknown zone '${shortened(text)}': expected a name of the IANA database, such as 'Europe/Amsterdam'`
  }
  const isAbbreviation = /^[A-Z]{2,5}$/.test(text)
  return isAbbreviation
    ? `'${text}' is no zone of the IANA database: write ${sayList(meant, 'or')}`
    : `unknown zone '${shortened(text)}' (did you mean ${sayList(meant, 'or')}?)`
}

function faultOfOffset(text: string): string {
  const zone = /^[a-z]{3}$/i.test(text) ? zonesMeantBy(text)[0] : zoneAtOffset(text)
  const such = zone === undefined ? '' : `, such as '${zone}'`
  const way =
    /^[a-z]{3}$/i.test(text) && zone ? `write '${zone}'` : `name the zone of a city${such}`
  return `'${shortened(text)}' is an offset, which knows no clock changes: ${way}`
}
