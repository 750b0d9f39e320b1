/** `rotate stats` for people: who carries how much, as a table with bars, or in Markdown. */
import { writeWall } from '../time/wall.ts'
import { sayTime } from '../time/words.ts'
import type { PersonStats } from '../insight/stats.ts'
import { clean, markdownCell, markdownLine } from './clean.ts'
import { sayZone, type Look } from './look.ts'
import { nameAll, wholeNames } from './names.ts'
import { KINDS, sayHours, sayOutliers } from './outliers.ts'
import { plain, type Brush } from './paint.ts'
import { monthOf, type StatsAnswer } from './stats-numbers.ts'
import { PAGE_TITLES, pageCells } from './stats-pages.ts'
import { monthTable, pagesTable, peopleTable, sayPart } from './stats-tables.ts'
import { wrap } from './wrap.ts'

/** Who carries how much, for a terminal. */
export function sayStats(answer: StatsAnswer, look: Look): string {
  const { within, months, workspace } = answer
  const people = answer.people.filter(carries)
  const range = `${sayTime(look.zone, within.start, look.now)} to ${sayTime(look.zone, within.end, look.now)}`
  const title = wrap(
    `${look.paint.strong(`On call, ${range}`)}${look.paint.faint(', in hours')}`,
    look.width,
  )
  const zone = wrap(sayZone(look), look.width)
  if (people.length === 0) return `${title}\nNobody is on call in this time.\n${zone}`
  const idle = answer.people.filter((one) => !carries(one)).map(({ person }) => person)
  const lines = [
    ...sayOutliers(workspace, people, wholeNames),
    ...(idle.length === 0 ? [] : [`Not on call in this time: ${wholeNames(workspace, idle)}.`]),
  ]
  const explained =
    `+/- is against the fair share: what the rosters would give with luck evened out. Nights (22:00 to 07:00), weekends, ` +
    `public holidays and off hours (outside working hours) are by each person's own clock and calendar.`
  const drawn =
    months === undefined ? peopleTable(answer, people, look) : monthTable(answer, people, look)
  return [
    title,
    '\n',
    drawn,
    '\n',
    ...(answer.pages === undefined ? [] : [pagesTable(answer, people, answer.pages, look), '\n']),
    ...broken(lines, look, plain.strong),
    ...broken([explained], look, look.paint.faint),
    zone,
  ].join('')
}

function broken(lines: readonly string[], { width }: Look, brush: Brush): string[] {
  return lines.map((line) => wrap(brush(clean(line)), width, 0))
}

function carries({ hours, share, shifts }: PersonStats): boolean {
  return hours > 0 || share > 0 || shifts > 0
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
    ...sayOutliers(workspace, people, nameAll).map(markdownLine),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

function row(cells: readonly string[]): string {
  return `| ${cells.map(markdownCell).join(' | ')} |`
}
