/** The parts of a report about pages: what is open, what rang, where and when, and against earlier shifts. */
import { DAY, HOUR, MINUTE, type Instant } from '../time/instant.ts'
import { timeOfWall } from '../time/wall.ts'
import { sayElapsed, sayShortDay, sayTime, sayTimeOfDay } from '../time/words.ts'
import { dayOfWall } from '../time/wall.ts'
import type { Agent, Incident, User } from '../model/incident.ts'
import type { JudgedIncident, JudgedPage } from '../insight/pages/judge.ts'
import {
  acknowledgedAt,
  median,
  resolverOf,
  timeToAcknowledge,
  timeToResolve,
} from '../insight/pages/times.ts'
import type { PagesPart, Report } from '../insight/handover/report.ts'
import { sayList } from '../time/list.ts'
import type { ReportStyle } from './handover-style.ts'
import type { Look } from './look.ts'

/** What a view of pages needs besides them. */
export interface PagesView {
  readonly report: Report
  readonly style: ReportStyle
  readonly look: Look
  /** Whether titles and notes are left out: numbers and services only. */
  readonly isBare: boolean
}

/** `9 pages about 6 incidents, 2 at night (2 of 7 nights interrupted). 1 still open.` */
export function sayPagesSummary({ judgement, now }: PagesPart, { style }: PagesView): string {
  const { pages, incidents, quiet, nights } = judgement
  const covered = sum([...nights.values()].map((one) => one.covered.size))
  const hours = sum([...nights.values()].map((one) => one.hours.size))
  const open = incidents.filter(({ isLeftOpen }) => isLeftOpen).length
  const counted =
    pages.length === 0
      ? 'No pages'
      : `${count(pages.length, 'page')} about ${count(now.incidents, 'incident')}, ${now.nightPages} at night`
  const sleep = hours === 0 ? '' : `, ${count(hours, 'hour')} of sleep`
  const middle = [
    sayMedian('acknowledged', incidents, timeToAcknowledge),
    sayMedian('resolved', incidents, timeToResolve),
  ].filter((text) => text !== '')
  return style.line(
    [
      `${style.strong(counted)} (${now.nightsInterrupted} of ${count(covered, 'night')} interrupted${sleep}).`,
      open === 0 ? 'Nothing is left open.' : `${open} still open.`,
      `${count(quiet, 'more incident', 'more incidents')} rang for nobody here.`,
      ...(middle.length === 0 ? [] : [`Half were ${sayList(middle)}.`]),
    ].join(' '),
  )
}

function sayMedian(
  what: string,
  incidents: readonly JudgedIncident[],
  timeOf: (incident: Incident) => number | undefined,
): string {
  const all = incidents.filter(({ isPaged }) => isPaged)
  const middle = median(all.flatMap(({ incident }) => timeOf(incident) ?? []))
  return middle === undefined ? '' : `${what} within ${sayShort(middle)}`
}

/** What is open at the end of the stretch, with its last note. */
export function sayOpen(part: PagesPart, view: PagesView): string {
  const { style } = view
  const open = part.judgement.incidents.filter(({ isLeftOpen }) => isLeftOpen)
  if (open.length === 0) return ''
  const rows = open.map(({ incident }) => [
    nameIncident(incident, view),
    sayMinute(incident.created, view),
    style.text(incident.service.name),
    sayState(incident, view),
    ...(view.isBare ? [] : [sayNote(incident, part, view)]),
  ])
  const titles = ['incident', 'since', 'service', 'state', ...(view.isBare ? [] : ['last note'])]
  return style.heading('Open now') + style.table(titles, rows)
}

/** `acknowledged by Bob`; what became of it after the stretch, as far as that is known. */
function sayState(incident: Incident, view: PagesView): string {
  if (incident.resolved !== undefined) {
    return `resolved ${sayMinute(incident.resolved, view)}${byWhom(resolverOf(incident), view)}`
  }
  const last = incident.log.findLast(({ kind }) => kind === 'acknowledge')
  if (incident.state === 'acknowledged') return `acknowledged${byWhom(last?.by, view)}`
  const names = incident.assigned.map((user) => nameUser(user, view))
  return names.length === 0 ? 'triggered' : `triggered, assigned to ${sayList(names)}`
}

/** What rang, an incident a row, and what of it rang again. */
export function sayRang(part: PagesPart, view: PagesView): string {
  const { style } = view
  const { pages, incidents } = part.judgement
  if (pages.length === 0) return ''
  const whose = [...new Set(pages.map(({ who }) => who.key))]
  const [only = ''] = whose
  const isOne = whose.length === 1
  const clock = isOne ? `${style.text(view.report.people.named(only).name)}’s clock` : 'their clock'
  const rows = incidents
    .filter(({ isPaged }) => isPaged)
    .map((one) => ({ one, mine: pages.filter(({ incident }) => incident === one.incident) }))
    .sort((a, b) => (a.mine[0]?.at ?? 0) - (b.mine[0]?.at ?? 0))
    .map(({ one, mine }) => [
      mine.slice(0, 1).map((page) => sayWhen(page, view))[0] ?? '',
      ...(isOne ? [] : [sayWho(mine, view)]),
      nameIncident(one.incident, view),
      style.text(one.incident.service.name),
      sayLong(timeToAcknowledge(one.incident)),
      sayLong(timeToResolve(one.incident)),
      remarksOn(one, mine, part, view),
    ])
  const titles = [
    `when (${clock})`,
    ...(isOne ? [] : ['who']),
    'incident',
    'service',
    'acknowledged after',
    'resolved after',
    '',
  ]
  const again = part.again.map((one) => {
    const title = view.isBare ? sayNumbers(one.incidents) : `"${style.text(one.title)}"`
    const said =
      one.note === undefined || view.isBare ? '' : ` (before: ${quoteNote(one.note, view)})`
    return style.line(
      `Rang again: ${title} on ${style.text(one.service.name)}, ${one.incidents.length} times${said}`,
    )
  })
  return style.heading('What rang') + style.table(titles, rows) + again.join('')
}

function sayNumbers(incidents: readonly Incident[]): string {
  return sayList(incidents.map(({ number }) => `#${number}`))
}

function sayWho(pages: readonly JudgedPage[], { style }: PagesView): string {
  return sayList([...new Set(pages.map(({ who }) => style.text(who.name)))])
}

/** `Tue 03:14 night`; with the date where the stretch is longer than a week. */
function sayWhen({ at, who, night }: JudgedPage, { report }: PagesView): string {
  const { start, end } = report.within
  const day = sayShortDay(dayOfWall(who.zone.wallAt(at)))
  const short = end - start > 7 * DAY ? day : day.slice(0, 3)
  return `${short} ${sayTimeOfDay(who.zone, Math.floor(at / MINUTE) * MINUTE)}${night === undefined ? '' : ' night'}`
}

/** What is to be known of an incident besides its times. */
function remarksOn(
  { incident, isInherited, isLeftOpen, escalations }: JudgedIncident,
  pages: readonly JudgedPage[],
  part: PagesPart,
  view: PagesView,
): string {
  const { style } = view
  const later = pages.slice(1).map((page) => sayWhen(page, view))
  const rest = later.length > 3 ? [...later.slice(0, 3), `${later.length - 3} more`] : later
  const isEscalated = escalations.length > 0
  const resolver = resolverOf(incident)
  return [
    ...(isInherited ? ['inherited'] : []),
    ...(rest.length === 0 ? [] : [`again ${sayList(rest)}`]),
    ...(isEscalated && acknowledgedAt(incident) === undefined ? ['not acknowledged'] : []),
    ...escalations.map(({ to, after }) => {
      const whom = sayList(to.map((user) => nameUser(user, view))) || 'the next level'
      return `escalated to ${whom} after ${sayShort(after)}`
    }),
    ...(incident.merged === false
      ? []
      : [incident.merged === true ? 'merged' : `merged into ${style.text(`#${incident.merged}`)}`]),
    ...(resolver?.kind === 'service' && incident.merged === false ? ['by itself'] : []),
    ...(isLeftOpen ? ['left open'] : []),
    ...(incident.priority === null ? [] : [style.text(incident.priority)]),
    ...(view.isBare || !part.notes.has(incident.id) ? [] : [sayNote(incident, part, view)]),
  ].join('; ')
}

/** What was open when the stretch began, and neither rang in it nor is open at its end. */
export function sayInherited(part: PagesPart, view: PagesView): string {
  const { style } = view
  const some = part.judgement.incidents.filter(
    ({ isInherited, isPaged, isLeftOpen }) => isInherited && !isPaged && !isLeftOpen,
  )
  if (some.length === 0) return ''
  const rows = some.map(({ incident }) => [
    nameIncident(incident, view),
    sayMinute(incident.created, view),
    style.text(incident.service.name),
    `resolved after ${sayLong(timeToResolve(incident))}${byWhom(resolverOf(incident), view)}`,
    ...(view.isBare ? [] : [sayNote(incident, part, view)]),
  ])
  const titles = ['incident', 'since', 'service', 'became', ...(view.isBare ? [] : ['last note'])]
  return style.heading('Inherited, and closed') + style.table(titles, rows)
}

/** How many pages each service had, and each quarter of the responder's day. */
export function sayByServiceAndHour({ judgement }: PagesPart, view: PagesView): string {
  const { pages } = judgement
  const { style, report } = view
  if (pages.length === 0) return ''
  const services = new Map<string, { name: string; many: number }>()
  const quarters = [0, 0, 0, 0]
  for (const { incident, who, at } of pages) {
    const { id, name } = incident.service
    services.set(id, { name, many: (services.get(id)?.many ?? 0) + 1 })
    const quarter = Math.floor(timeOfWall(who.zone.wallAt(at)) / (6 * HOUR))
    quarters[quarter] = (quarters[quarter] ?? 0) + 1
  }
  const most = [...services.values()]
    .sort((a, b) => b.many - a.many || (a.name < b.name ? -1 : 1))
    .map(({ name, many }) => `${style.text(name)} ${many}`)
  const hours = quarters.map((many, i) => `${two(i * 6)}-${two(i * 6 + 6)} ${many}`)
  const whose = [...new Set(pages.map(({ who }) => who.key))]
  const [only = ''] = whose
  const clock =
    whose.length === 1 ? `${style.text(report.people.named(only).name)}’s clock` : 'their clocks'
  return (
    style.heading('By service and hour') +
    style.line(`${most.join(', ')}. By ${clock}: ${hours.join(', ')}`)
  )
}

/** The numbers of the stretch beside those before it; what is not compared stands in brackets. */
export function sayTrend({ now, trend }: PagesPart, view: PagesView): string {
  const { style, look, report } = view
  if (trend.length === 0) return ''
  const titles = trend.map(({ within, people, isComparable }) => {
    const names = people.map((key) =>
      style.text(report.people.named(key).name.split(' ')[0] ?? key),
    )
    const day = sayShortDay(dayOfWall(look.zone.wallAt(within.start))).slice(4)
    return `${day} ${sayList(names) || 'nobody'}${isComparable ? '' : ' (held less than half as long)'}`
  })
  const rows = (
    [
      ['pages', 'pages'],
      ['incidents', 'incidents'],
      ['at night', 'nightPages'],
      ['nights interrupted', 'nightsInterrupted'],
    ] as const
  ).map(([name, key]) => [
    name,
    String(now[key]),
    ...trend.map((row) => (row.isComparable ? String(row[key]) : `(${row[key]})`)),
  ])
  return style.heading('Against earlier shifts') + style.table(['', 'this', ...titles], rows)
}

/** `#801 Disk full`, with a link. */
function nameIncident({ number, title, url }: Incident, { style, isBare }: PagesView): string {
  return isBare ? style.text(`#${number}`) : style.incident(number, shorten(title), url)
}

/** The name of a user: the file's, else the pager's. */
export function nameUser(
  user: User,
  { report, style }: Pick<PagesView, 'report' | 'style'>,
): string {
  const { keyOf, named } = report.people
  const { person, name } = named(keyOf(user.id))
  return style.text(person === undefined && name === user.id ? user.name : name)
}

function byWhom(agent: Agent | undefined, view: PagesView): string {
  if (agent === undefined) return ''
  return agent.kind === 'service' ? ' by itself' : ` by ${nameUser(agent.user, view)}`
}

function sayNote(incident: Incident, { notes }: PagesPart, view: PagesView): string {
  const note = notes.get(incident.id)
  return note === undefined ? '' : quoteNote(note, view)
}

function quoteNote(
  { at, by, text }: { readonly at: Instant; readonly by: User | undefined; readonly text: string },
  view: PagesView,
): string {
  const who = by === undefined ? '' : `${nameUser(by, view)}, `
  return `"${view.style.text(shorten(text))}" (${who}${sayMinute(at, view)})`
}

/** A time in the year of the report, without its seconds. */
function sayMinute(at: Instant, { look, report }: PagesView): string {
  return sayTime(look.zone, Math.floor(at / MINUTE) * MINUTE, report.within.end)
}

/** Enough to know it again. */
const LONGEST = 160

function shorten(text: string): string {
  const letters = Array.from(text)
  return letters.length <= LONGEST ? text : `${letters.slice(0, LONGEST - 1).join('')}…`
}

function sayLong(time: number | undefined): string {
  return time === undefined ? '' : sayShort(time)
}

/** `50 s`, `6 min`, `1 h 12 min`; rounded to the minute from one on. */
export function sayShort(time: number): string {
  return time < MINUTE
    ? `${Math.round(time / 1000)} s`
    : sayElapsed(Math.round(time / MINUTE) * MINUTE)
}

/** `1 page`, `3 pages` */
export function count(many: number, one: string, several: string = `${one}s`): string {
  return `${many} ${many === 1 ? one : several}`
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}

function two(hour: number): string {
  return String(hour).padStart(2, '0')
}
