/** The clock, or what stands in for it: for demonstrations, documentation and tests. */
import { Failure } from './failure.ts'

const FORM = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/

/** An instant from `ROTATE_NOW` (ISO 8601, UTC where it names no offset), else the clock's. */
export function nowOr(text: string | undefined): number {
  if (text === undefined || text === '') return Date.now()
  const instant = instantOf(text)
  if (instant === undefined) {
    throw new Failure(`ROTATE_NOW '${text}': expected a time such as '2026-11-30T16:00Z'`, 2)
  }
  return instant
}

function instantOf(text: string): number | undefined {
  const found = FORM.exec(text)
  if (found === null) return undefined
  const [, year, month, day, hours, , , offset] = found
  // Of the 30th of February, Date makes the 2nd of March.
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  if (date.getUTCDate() !== Number(day) || Number(year) < 1970 || Number(year) > 2200)
    return undefined
  const iso = text.replace(' ', 'T')
  const instant = Date.parse(hours === undefined || offset !== undefined ? iso : `${iso}Z`)
  return Number.isNaN(instant) ? undefined : instant
}
