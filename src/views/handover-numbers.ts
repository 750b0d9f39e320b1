/** The numbers of a report: how much rang, where and when, and against earlier shifts. */
import { HOUR } from '../time/instant.ts'
import { sayList } from '../time/list.ts'
import { dayOfWall, timeOfWall } from '../time/wall.ts'
import { sayShort, sayShortDay } from '../time/words.ts'
import { groupBy } from '../model/group.ts'
import type { Incident } from '../model/incident.ts'
import type { PagesPart } from '../insight/handover/report.ts'
import { sumOfNights, type JudgedIncident } from '../insight/pages/judge.ts'
import { median, timeToAcknowledge, timeToResolve } from '../insight/pages/times.ts'
import { sayCount } from './count.ts'
import { sayClockOf, type PagesView } from './handover-words.ts'

/** `9 pages about 6 incidents, 2 at night (2 of 7 nights interrupted). 1 still open.` */
export function sayPagesSummary({ judgement, now }: PagesPart, { style }: PagesView): string {
  const { pages, incidents, quiet, nights } = judgement
  const { covered, interrupted, hours } = sumOfNights(nights)
  const open = incidents.filter(({ isLeftOpen }) => isLeftOpen).length
  const counted =
    pages.length === 0
      ? 'No pages'
      : `${sayCount(pages.length, 'page')} about ${sayCount(now.incidents, 'incident')}, ${now.nightPages} at night`
  const sleep = hours === 0 ? '' : `, ${sayCount(hours, 'hour')} of sleep`
  const middle = [
    sayMedian('acknowledged', incidents, timeToAcknowledge),
    sayMedian('resolved', incidents, timeToResolve),
  ].filter((text) => text !== '')
  return style.line(
    [
      `${style.strong(counted)} (${interrupted} of ${sayCount(covered, 'night')} interrupted${sleep}).`,
      open === 0 ? 'Nothing is left open.' : `${open} still open.`,
      `${sayCount(quiet, 'more incident')} rang for nobody here.`,
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

/** The quarters of a day. */
const QUARTERS = ['00-06', '06-12', '12-18', '18-24']

/** How many pages each service had, and each quarter of the responder's day. */
export function sayByServiceAndHour({ judgement }: PagesPart, view: PagesView): string {
  const { pages } = judgement
  const { style } = view
  if (pages.length === 0) return ''
  const most = [...groupBy(pages, ({ incident }) => incident.service.id).values()]
    .map((all) => ({ name: all[0].incident.service.name, many: all.length }))
    .sort((a, b) => b.many - a.many || (a.name < b.name ? -1 : 1))
    .map(({ name, many }) => `${style.text(name)} ${many}`)
  const byQuarter = groupBy(pages, ({ who, at }) =>
    Math.floor(timeOfWall(who.zone.wallAt(at)) / (6 * HOUR)),
  )
  const hours = QUARTERS.map((name, i) => `${name} ${byQuarter.get(i)?.length ?? 0}`)
  const clock = sayClockOf(pages, view) ?? 'their clocks'
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
