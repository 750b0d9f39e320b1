/** The tables of `rotate stats` for a terminal: who carries how much, by month, and what rang. */
import type { Workspace } from '../model/workspace.ts'
import type { PersonStats } from '../insight/stats.ts'
import { bar, glyphsFor, lean } from './glyphs.ts'
import type { Look } from './look.ts'
import { wholeName } from './names.ts'
import { KINDS, sayHours } from './outliers.ts'
import { plain, type Brush } from './paint.ts'
import { monthOf, type StatsAnswer } from './stats-numbers.ts'
import { PAGE_TITLES, pageCells } from './stats-pages.ts'
import { table, type Row, type Table } from './table.ts'
import { unbroken } from './wrap.ts'

/** From which width on the columns have their whole titles and a bar each. */
const ROOMY = 112

/** The titles of all but the kinds of burden; a person's name is never broken, and goes above at last. */
const TITLES = { person: 'PERSON', shifts: 'SHIFTS', hours: 'HOURS', fair: 'FAIR', part: '+/-' }

const NARROWER: NonNullable<Table['narrower']> = [
  ...KINDS.map(({ kind }) => ({ leave: barOf(kind) })),
  { leave: 'lean' },
  { leave: 'fair' },
  { leave: 'shifts' },
  { above: 'person' },
]

function barOf(kind: string): string {
  return `${kind} bar`
}

/** Each person in a row, with their hours of each kind. */
export function peopleTable(
  { workspace }: StatsAnswer,
  people: readonly PersonStats[],
  look: Look,
): string {
  const { width, paint } = look
  const glyphs = glyphsFor(look)
  const isRoomy = width >= ROOMY
  const half = isRoomy ? 5 : 4
  // A tenth more than the share is not to look like twice as much; all of a share of an hour is nothing either.
  const parts = people.filter(({ share }) => share >= 8).map((one) => Math.abs(partOf(one)))
  const scale = Math.min(1, most(parts, 0.25))
  const tops = new Map(
    KINDS.map(({ kind }) => [
      kind,
      most(
        people.map((each) => each[kind]),
        1,
      ),
    ]),
  )
  const titles = KINDS.flatMap(({ kind, title, brief }) => [
    [kind, isRoomy ? title : brief],
    ...(isRoomy ? [[barOf(kind), '']] : []),
  ])
  const rows = people.map((one): Row => {
    const brush = brushFor(one, look)
    const kinds = KINDS.flatMap(({ kind }) => [
      [kind, sayHours(one[kind])],
      [
        barOf(kind),
        { text: bar(glyphs, one[kind] / (tops.get(kind) ?? 1), 4), brush: paint.faint },
      ],
    ])
    return {
      ...wholeOf(workspace, one, look),
      shifts: String(one.shifts),
      lean: { text: lean(glyphs, partOf(one) / scale, half), brush },
      ...Object.fromEntries(kinds),
    }
  })
  const columns = {
    ...TITLES,
    lean: `${' '.repeat(half)}${glyphs.share}`,
    ...Object.fromEntries(titles),
  }
  const right = [...Object.keys(TITLES).slice(1), ...KINDS.map(({ kind }) => kind)]
  return table({ columns, right, narrower: NARROWER }, rows, look)
}

/** Hours by month: each person in a row. */
export function monthTable(
  { workspace, months = [] }: StatsAnswer,
  people: readonly PersonStats[],
  look: Look,
): string {
  const { person, hours, fair, part } = TITLES
  const names = months.map(({ within }) => monthOf(within, look.zone))
  const columns: Record<string, string> = {
    person,
    ...Object.fromEntries(names.map((name) => [name, name])),
    hours,
    fair,
    part,
  }
  const rows = people.map((one): Row => {
    const each = months.map((month, i) => {
      const found = month.people.find((other) => other.person === one.person)?.hours ?? 0
      const cell = found === 0 ? { text: '-', brush: look.paint.faint } : sayHours(found)
      return [names[i] ?? '', cell] as const
    })
    return { ...wholeOf(workspace, one, look), ...Object.fromEntries(each) }
  })
  const right = Object.keys(columns).slice(1)
  const narrower = [{ leave: 'fair' }, { above: 'person' }]
  return table({ columns, right, narrower }, rows, look)
}

/** What rang for each, beneath the hours. */
export function pagesTable(
  { workspace }: StatsAnswer,
  people: readonly PersonStats[],
  pages: NonNullable<StatsAnswer['pages']>,
  look: Look,
): string {
  const columns: Record<string, string> = {
    person: TITLES.person,
    ...Object.fromEntries(PAGE_TITLES.map((title) => [title, title.toUpperCase()])),
  }
  const rows = people.map(({ person }): Row => {
    const cells = pageCells(pages, person).map((text, i) => [PAGE_TITLES[i] ?? '', unbroken(text)])
    return { person: wholeName(workspace, person), ...Object.fromEntries(cells) }
  })
  const narrower = [
    ...PAGE_TITLES.map((title) => ({ wrap: title, to: 5 })),
    { above: 'person' as const },
  ]
  return table({ columns, right: [...PAGE_TITLES], narrower }, rows, look)
}

/** What each table says of a person. */
function wholeOf(workspace: Workspace, one: PersonStats, look: Look): Row<keyof typeof TITLES> {
  return {
    person: wholeName(workspace, one.person),
    hours: { text: sayHours(one.hours), brush: look.paint.strong },
    fair: sayHours(one.share),
    part: { text: sayPart(one), brush: brushFor(one, look) },
  }
}

function brushFor({ hours, share }: PersonStats, { paint }: Look): Brush {
  return hours >= share * 1.1 ? paint.warning : plain.strong
}

/** `+21%`, against the share; where there is none there is nothing to compare with. */
export function sayPart(one: PersonStats): string {
  if (one.share === 0) return ''
  const part = Math.round(partOf(one) * 100)
  return part === 0 ? 'even' : `${part > 0 ? '+' : ''}${part}%`
}

/** 0.21 where somebody has 21% more than their share. */
function partOf({ hours, share }: PersonStats): number {
  return share === 0 ? 0 : hours / share - 1
}

/** The greatest of some numbers, and at least so much; they may be more than a call takes. */
function most(numbers: readonly number[], least: number): number {
  return numbers.reduce((greatest, each) => Math.max(greatest, each), least)
}
