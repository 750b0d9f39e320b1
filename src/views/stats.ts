/** `rotate stats` for people: who carries how much, as a table with bars, or in Markdown. */
import { writeWall } from '../time/wall.ts'
import { sayTime } from '../time/words.ts'
import type { PersonStats } from '../insight/stats.ts'
import { clean, markdownCell, markdownLine } from './clean.ts'
import { bar, glyphsFor, lean } from './glyphs.ts'
import { sayZone, type Look } from './look.ts'
import { nameAll } from './names.ts'
import { KINDS, sayHours, sayOutliers } from './outliers.ts'
import { plain, type Brush } from './paint.ts'
import { monthOf, type StatsAnswer } from './stats-numbers.ts'
import { PAGE_TITLES, pageCells } from './stats-pages.ts'
import { table, type Cell, type Column } from './table.ts'
import { wrap } from './wrap.ts'

/** From which width on there are bars against the fair share, and from which on all columns have one. */
const BARS = 78
const ROOMY = 112

/** Who carries how much, for a terminal. */
export function sayStats(answer: StatsAnswer, look: Look): string {
  const { within, months, workspace } = answer
  const people = answer.people.filter(carries)
  const range = `${sayTime(look.zone, within.start, look.now)} to ${sayTime(look.zone, within.end, look.now)}`
  const title = `${look.paint.strong(`On call, ${range}`)}${look.paint.faint(', in hours')}\n`
  if (people.length === 0) return `${title}\nNobody is on call in this time.\n${sayZone(look)}\n`
  const idle = answer.people.filter((one) => !carries(one)).map(({ person }) => person)
  const lines = [
    ...sayOutliers(workspace, people),
    ...(idle.length === 0 ? [] : [`Not on call in this time: ${nameAll(workspace, idle)}.`]),
  ]
  const explained =
    `+/- is against the fair share: what the rosters would give with luck evened out. Nights (22:00 to 07:00), weekends, ` +
    `public holidays and off hours (outside working hours) are by each person's own clock and calendar.`
  const drawn =
    months === undefined ? peopleTable(answer, people, look) : monthTable(answer, people, look)
  return [
    title,
    '\n',
    look.ascii === true ? drawn.replaceAll('…', glyphsFor(look).cut) : drawn,
    '\n',
    ...(answer.pages === undefined ? [] : [pagesTable(answer, people, answer.pages, look), '\n']),
    ...broken(lines, look, plain.strong),
    ...broken([explained], look, look.paint.faint),
    `${sayZone(look)}\n`,
  ].join('')
}

function broken(lines: readonly string[], { width }: Look, brush: Brush): string[] {
  return lines.map((line) => wrap(brush(clean(line)), width, 0))
}

function carries({ hours, share, shifts }: PersonStats): boolean {
  return hours > 0 || share > 0 || shifts > 0
}

function peopleTable(
  { workspace }: StatsAnswer,
  people: readonly PersonStats[],
  look: Look,
): string {
  const { width, paint } = look
  const glyphs = glyphsFor(look)
  const roomy = width >= ROOMY
  const half = roomy ? 5 : 4
  // A tenth more than the share is not to look like twice as much; all of a share of an hour is nothing either.
  const parts = people.filter(({ share }) => share >= 8).map((one) => Math.abs(partOf(one)))
  const scale = Math.min(1, most(parts, 0.25))
  const tops = KINDS.map(({ kind }) => ({
    kind,
    top: most(
      people.map((each) => each[kind]),
      1,
    ),
  }))
  const columns: Column[] = [
    { title: 'PERSON', least: 8 },
    { title: 'SHIFTS', align: 'right' },
    { title: 'HOURS', align: 'right' },
    ...when<Column>(width >= BARS, { title: 'FAIR', align: 'right' }),
    { title: '+/-', align: 'right' },
    ...when<Column>(width >= BARS, { title: `${' '.repeat(half)}${glyphs.share}` }),
    ...KINDS.flatMap(({ title, brief }) => [
      { title: roomy ? title : brief, align: 'right' as const },
      ...when<Column>(roomy, { title: '' }),
    ]),
  ]
  const rows = people.map((one): Cell[] => {
    const brush = brushFor(one, look)
    return [
      nameAll(workspace, [one.person]),
      String(one.shifts),
      { text: sayHours(one.hours), brush: paint.strong },
      ...when<Cell>(width >= BARS, sayHours(one.share)),
      { text: sayPart(one), brush },
      ...when<Cell>(width >= BARS, { text: lean(glyphs, partOf(one) / scale, half), brush }),
      ...tops.flatMap(({ kind, top }): Cell[] => {
        const drawn = { text: bar(glyphs, one[kind] / top, 4), brush: paint.faint }
        return [sayHours(one[kind]), ...when<Cell>(roomy, drawn)]
      }),
    ]
  })
  return table(columns, rows, width, paint)
}

/** What is there only where there is room for it. */
function when<T>(shown: boolean, ...cells: T[]): T[] {
  return shown ? cells : []
}

/** What rang for each, beneath the hours. */
function pagesTable(
  { workspace }: StatsAnswer,
  people: readonly PersonStats[],
  pages: NonNullable<StatsAnswer['pages']>,
  look: Look,
): string {
  const columns: Column[] = [
    { title: 'PERSON', least: 8 },
    ...PAGE_TITLES.map((title): Column => ({ title: title.toUpperCase(), align: 'right' })),
  ]
  const rows = people.map(({ person }): Cell[] => [
    nameAll(workspace, [person]),
    ...pageCells(pages, person),
  ])
  return table(columns, rows, look.width, look.paint)
}

/** Hours by month: each person in a row. */
function monthTable(
  { workspace, months = [] }: StatsAnswer,
  people: readonly PersonStats[],
  look: Look,
): string {
  const columns: Column[] = [
    { title: 'PERSON', least: 8 },
    ...months.map(({ within }): Column => ({ title: monthOf(within, look.zone), align: 'right' })),
    { title: 'HOURS', align: 'right' },
    { title: 'FAIR', align: 'right' },
    { title: '+/-', align: 'right' },
  ]
  const rows = people.map((one): Cell[] => [
    nameAll(workspace, [one.person]),
    ...months.map((month) => {
      const hours = month.people.find(({ person }) => person === one.person)?.hours ?? 0
      return hours === 0 ? { text: '-', brush: look.paint.faint } : sayHours(hours)
    }),
    { text: sayHours(one.hours), brush: look.paint.strong },
    sayHours(one.share),
    { text: sayPart(one), brush: brushFor(one, look) },
  ])
  return table(columns, rows, look.width, look.paint)
}

function brushFor({ hours, share }: PersonStats, { paint }: Look): Brush {
  return hours >= share * 1.1 ? paint.warning : plain.strong
}

/** `+21%`, against the share; where there is none there is nothing to compare with. */
function sayPart(one: PersonStats): string {
  if (one.share === 0) return ''
  const part = Math.round(partOf(one) * 100)
  return part === 0 ? 'even' : `${part > 0 ? '+' : ''}${part}%`
}

/** 0.21 where somebody has 21% more than their share. */
function partOf({ hours, share }: PersonStats): number {
  return share === 0 ? 0 : hours / share - 1
}

/** Who carries how much, as a table for a page or a merge request. */
export function statsMarkdown(answer: StatsAnswer, look: Look): string {
  const { workspace, within, months } = answer
  const { zone } = look
  const people = answer.people.filter(carries)
  const titles =
    months === undefined
      ? ['Shifts', 'Hours', 'Fair share', '+/-', 'Nights', 'Weekends', 'Holidays', 'Off hours']
      : [...months.map((month) => monthOf(month.within, zone)), 'Hours', 'Fair share', '+/-']
  const { pages } = answer
  const rang = pages === undefined ? [] : PAGE_TITLES
  const numbers = (one: PersonStats): string[] => {
    const whole = [sayHours(one.hours), sayHours(one.share), sayPart(one)]
    if (months === undefined) {
      return [String(one.shifts), ...whole, ...KINDS.map(({ kind }) => sayHours(one[kind]))]
    }
    const hours = months.map(({ people: all }) => all.find(({ person }) => person === one.person))
    return [...hours.map((month) => sayHours(month?.hours ?? 0)), ...whole]
  }
  const rows = people.map((one) => [
    nameAll(workspace, [one.person]),
    ...numbers(one),
    ...(pages === undefined ? [] : pageCells(pages, one.person)),
  ])
  const lines = [
    `On call from ${writeWall(zone.wallAt(within.start))} to ${writeWall(zone.wallAt(within.end))} (${zone.name}), in hours:`,
    '',
    row(['Person', ...titles, ...rang]),
    `| --- |${' ---: |'.repeat(titles.length + rang.length)}`,
    ...rows.map(row),
    '',
    ...sayOutliers(workspace, people).map(markdownLine),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

function row(cells: readonly string[]): string {
  return `| ${cells.map(markdownCell).join(' | ')} |`
}

/** The greatest of some numbers, and at least so much; they may be more than a call takes. */
function most(numbers: readonly number[], least: number): number {
  return numbers.reduce((greatest, each) => Math.max(greatest, each), least)
}
