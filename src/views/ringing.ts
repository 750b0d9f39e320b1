/** `rotate pages`: what rings, most first, with a bar a row; and the same for programs. */
import { HOUR } from '../time/instant.ts'
import { writeTimeOfDay, writeUtc } from '../time/wall.ts'
import { sayTime } from '../time/words.ts'
import type { Ringing, Rung } from '../insight/pages/ringing.ts'
import { csvCell } from './clean.ts'
import { sayCount } from './count.ts'
import { bar, glyphsFor } from './glyphs.ts'
import type { Json } from './json.ts'
import { sayZone, type Look } from './look.ts'
import { table, type Row, type Table } from './table.ts'
import { unbroken, wrap } from './wrap.ts'

/** So many alerts are shown to people. */
const MOST = 20
const WIDTH = 20

/** What rings, for people: the alerts, services, hours and days, most first. */
export function sayRinging(ringing: Ringing, look: Look): string {
  const { within, pages, incidents, nightPages, services, alerts, hours } = ringing
  const range = `${sayTime(look.zone, within.start, look.now)} to ${sayTime(look.zone, within.end, look.now)}`
  const line = (text: string): string => wrap(text, look.width)
  const title = `${line(look.paint.strong(`What rang, ${range}`))}\n`
  if (pages === 0) return `${title}Nothing rang.\n${line(sayZone(look))}`
  const shown = alerts.slice(0, MOST)
  const rest = alerts.slice(MOST)
  const left = rest.reduce((sum, one) => sum + one.pages, 0)
  return [
    title,
    line(
      `${sayCount(pages, 'page')} about ${sayCount(incidents, 'incident')}, ${nightPages} at night.`,
    ),
    '\n',
    part(
      'ALERT',
      shown.map((one) => [`${one.title} (${one.service.name})`, one]),
      ringing,
      look,
    ),
    rest.length === 0
      ? ''
      : `and ${sayCount(rest.length, 'more alert')} with ${sayCount(left, 'page')}\n`,
    '\n',
    part(
      'SERVICE',
      services.map((one) => [one.service.name, one]),
      ringing,
      look,
    ),
    '\n',
    part(
      'HOUR',
      hours.map((one, hour) => [writeTimeOfDay(hour * HOUR), one] as const),
      ringing,
      look,
    ),
    '\n',
    part(
      'DAY',
      [
        ['weekdays', ringing.weekdays],
        ['weekends', ringing.weekends],
      ],
      ringing,
      look,
    ),
    '\n',
    line(
      'Hours and days are by the clock of whoever was paged; WEEKS are whole ones back from the end.',
    ),
    line(sayZone(look)),
  ].join('')
}

function part(
  name: string,
  rows: readonly (readonly [name: string, rung: Rung])[],
  { weekly }: Ringing,
  look: Look,
): string {
  const glyphs = glyphsFor(look)
  const most = rows.reduce((top, [, { pages }]) => Math.max(top, pages), 1)
  const hasWeeks = weekly.length > 1 && weekly.length <= 13
  const cells = rows.map(([text, { pages, incidents, nightPages, weeks }]): Row<Columns> => ({
    what: text,
    pages: String(pages),
    bar: { text: bar(glyphs, pages / most, WIDTH), brush: look.paint.faint },
    incidents: String(incidents),
    night: String(nightPages),
    weeks: hasWeeks ? unbroken(weeks.join(' ')) : '',
  }))
  return table({ ...TABLE, columns: { ...TABLE.columns, what: name } }, cells, look)
}

type Columns = 'what' | 'pages' | 'bar' | 'incidents' | 'night' | 'weeks'

const TABLE: Table<Columns> = {
  columns: {
    what: '',
    pages: 'PAGES',
    bar: '',
    incidents: 'INCIDENTS',
    night: 'NIGHT',
    weeks: 'WEEKS',
  },
  right: ['pages', 'incidents', 'night'],
  narrower: [
    { leave: 'bar' },
    { leave: 'weeks' },
    { wrap: 'what', to: 24 },
    { leave: 'incidents' },
    { above: 'what' },
  ],
}

/** A row each: `by` says what it counts. The weeks are counted in one cell, blanks between them. */
export function ringingCsv(ringing: Ringing): string {
  const { services, alerts, hours, weekdays, weekends } = ringing
  const rows = [
    ['by', 'service', 'name', 'pages', 'incidents', 'night_pages', 'weeks'],
    ...alerts.map((one) => row('alert', one.service.name, one.title, one)),
    ...services.map((one) => row('service', one.service.name, '', one)),
    ...hours.map((one, hour) => row('hour', '', String(hour), one)),
    row('day', '', 'weekdays', weekdays),
    row('day', '', 'weekends', weekends),
  ]
  return rows.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')
}

function row(by: string, service: string, name: string, one: Rung): string[] {
  return [
    by,
    service,
    name,
    String(one.pages),
    String(one.incidents),
    String(one.nightPages),
    one.weeks.join(' '),
  ]
}

/** What rings, as data. */
export function ringingJson(ringing: Ringing): Json {
  const { within, weekly, services, alerts, hours, weekdays, weekends } = ringing
  return {
    from: writeUtc(within.start),
    to: writeUtc(within.end),
    ...rungJson(ringing),
    week_starts: weekly.map(({ start }) => writeUtc(start)),
    services: services.map((one) => ({ service: one.service.name, ...rungJson(one) })),
    alerts: alerts.map((one) => ({
      title: one.title,
      service: one.service.name,
      ...rungJson(one),
    })),
    hours: hours.map((one, hour) => ({ hour, ...rungJson(one) })),
    weekdays: rungJson(weekdays),
    weekends: rungJson(weekends),
  }
}

function rungJson({ pages, incidents, nightPages, weeks }: Rung): { readonly [key: string]: Json } {
  return { pages, incidents, night_pages: nightPages, weeks }
}
