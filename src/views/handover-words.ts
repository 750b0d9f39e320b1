/** Words for an incident and what befell it, as a report has them. */
import { DAY, MINUTE, type Instant } from '../time/instant.ts'
import { dayOfWall } from '../time/wall.ts'
import { sayShortDay, sayTime, sayTimeOfDay } from '../time/words.ts'
import type { Agent, Incident, Note, User } from '../model/incident.ts'
import type { PagesPart, Report } from '../insight/handover/report.ts'
import type { JudgedPage } from '../insight/pages/judge.ts'
import type { ReportStyle } from './handover-style.ts'
import type { Look } from './look.ts'
import { shorten } from './shorten.ts'

/** What a view of pages needs besides them. */
export interface PagesView {
  readonly report: Report
  readonly style: ReportStyle
  readonly look: Look
  /** Whether titles and notes are left out: numbers and services only. */
  readonly isBare: boolean
}

/** So much of a title or a note is enough to know it again. */
const LONGEST = 160

/** `#801 Disk full`, with a link. */
export function nameIncident(
  { number, title, url }: Incident,
  { style, isBare }: PagesView,
): string {
  return isBare
    ? style.text(`#${number}`)
    : style.incident(number, shorten(title, LONGEST, style.cut), url)
}

/** The name of a user: the file's, else the pager's. */
export function nameUser(user: User, { report, style }: PagesView): string {
  const { keyOf, named } = report.people
  const { person, name } = named(keyOf(user.id))
  return style.text(person === undefined && name === user.id ? user.name : name)
}

/** ` by Bob`, ` by itself`; empty where it is not told. */
export function byWhom(agent: Agent | undefined, view: PagesView): string {
  if (agent === undefined) return ''
  return agent.kind === 'service' ? ' by itself' : ` by ${nameUser(agent.user, view)}`
}

/** The last note of an incident; empty where there is none. */
export function sayNote(incident: Incident, { notes }: PagesPart, view: PagesView): string {
  const note = notes.get(incident.id)
  return note === undefined ? '' : quoteNote(note, view)
}

/** `"waiting for the vendor" (Bob, Mon 30 Nov 09:12)` */
export function quoteNote({ at, by, text }: Note, view: PagesView): string {
  const who = by === undefined ? '' : `${nameUser(by, view)}, `
  return `"${view.style.text(shorten(text, LONGEST, view.style.cut))}" (${who}${sayMinute(at, view)})`
}

/** A time in the year of the report, without its seconds. */
export function sayMinute(at: Instant, { look, report }: PagesView): string {
  return sayTime(look.zone, Math.floor(at / MINUTE) * MINUTE, report.within.end)
}

/** `Tue 03:14 night`; with the date where the stretch is longer than a week. */
export function sayWhen({ at, who, night }: JudgedPage, { report }: PagesView): string {
  const { start, end } = report.within
  const day = sayShortDay(dayOfWall(who.zone.wallAt(at)))
  const short = end - start > 7 * DAY ? day : day.slice(0, 3)
  return `${short} ${sayTimeOfDay(who.zone, Math.floor(at / MINUTE) * MINUTE)}${night === undefined ? '' : ' night'}`
}

/** `Bob’s clock`, of the only one who was paged; undefined where they are several. */
export function sayClockOf(
  pages: readonly JudgedPage[],
  { report, style }: PagesView,
): string | undefined {
  const [only, ...others] = new Set(pages.map(({ who }) => who.key))
  if (only === undefined || others.length > 0) return undefined
  return `${style.whose(style.text(report.people.named(only).name))} clock`
}
