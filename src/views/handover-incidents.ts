/** The incidents of a report, in tables: what is open, what rang, what was inherited. */
import { sayList } from '../time/list.ts'
import { sayShort } from '../time/words.ts'
import type { Incident } from '../model/incident.ts'
import type { PagesPart } from '../insight/handover/report.ts'
import type { JudgedIncident, JudgedPage } from '../insight/pages/judge.ts'
import {
  acknowledgedAt,
  resolverOf,
  timeToAcknowledge,
  timeToResolve,
} from '../insight/pages/times.ts'
import {
  byWhom,
  nameIncident,
  nameUser,
  quoteNote,
  sayClockOf,
  sayMinute,
  sayNote,
  sayWhen,
  type PagesView,
} from './handover-words.ts'

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
  const clock = sayClockOf(pages, view)
  const isOne = clock !== undefined
  const rows = incidents
    .filter(({ isPaged }) => isPaged)
    .map((one) => ({ one, mine: pages.filter(({ incident }) => incident === one.incident) }))
    .sort((a, b) => (a.mine[0]?.at ?? 0) - (b.mine[0]?.at ?? 0))
    .map(({ one, mine }) => [
      mine[0] === undefined ? '' : sayWhen(mine[0], view),
      ...(isOne ? [] : [sayWho(mine, view)]),
      nameIncident(one.incident, view),
      style.text(one.incident.service.name),
      sayLong(timeToAcknowledge(one.incident)),
      sayLong(timeToResolve(one.incident)),
      remarksOn(one, mine, part, view),
    ])
  const titles = [
    `when (${clock ?? 'their clock'})`,
    ...(isOne ? [] : ['who']),
    'incident',
    'service',
    'acknowledged after',
    'resolved after',
    '',
  ]
  const again = part.again.map((one) => {
    const title = view.isBare ? sayNumbers(one.incidents, view) : `"${style.text(one.title)}"`
    const said =
      one.note === undefined || view.isBare ? '' : ` (before: ${quoteNote(one.note, view)})`
    return style.line(
      `Rang again: ${title} on ${style.text(one.service.name)}, ${one.incidents.length} times${said}`,
    )
  })
  return style.heading('What rang') + style.table(titles, rows) + again.join('')
}

function sayNumbers(incidents: readonly Incident[], { style }: PagesView): string {
  return sayList(incidents.map(({ number }) => style.text(`#${number}`)))
}

function sayWho(pages: readonly JudgedPage[], { style }: PagesView): string {
  return sayList([...new Set(pages.map(({ who }) => style.text(who.name)))])
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

function sayLong(time: number | undefined): string {
  return time === undefined ? '' : sayShort(time)
}
