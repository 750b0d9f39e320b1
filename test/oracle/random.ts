/**
 * Valid workspaces by the dozen, from a seed: every feature of the format, mixed awkwardly, mostly around a clock change
 * of an awkward zone, so that two implementations of DESIGN section 3 can be held against each other.
 */

import { mulberry32 } from '../mulberry.ts'
import { naiveDates } from './naive.ts'
import type {
  AwayDoc,
  ChangeDoc,
  DatedMemberDoc,
  Doc,
  LayerDoc,
  Many,
  MeetingDoc,
  MemberDoc,
  OverrideDoc,
  PersonDoc,
  RoleDoc,
  RotationDoc,
  WindowDoc,
} from './naive.ts'
import { DAY, HOUR, MINUTE, changesOf, instantOf, offsetAt, wallAt } from './zone.ts'

export const ZONES: readonly string[] = [
  'UTC',
  'Europe/Amsterdam',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Pacific/Chatham',
  'Asia/Kathmandu',
  'Africa/Tunis',
  'America/St_Johns',
  'Asia/Tehran',
  'Asia/Gaza',
  'America/Sao_Paulo',
  'Europe/Dublin',
  'Antarctica/Troll',
  'Asia/Kolkata',
]

export interface RandomWorkspace {
  doc: Doc
  yaml: string
  /** A range to ask about, epoch milliseconds. */
  from: number
  to: number
  /** Instants to ask `who` about. */
  at: number[]
}

/** A workspace without errors: the same seed gives the same one. */
export function randomWorkspace(seed: number): RandomWorkspace {
  const dice = diceOf(seed)
  const focus = focusOf(dice)
  const doc = docOf(dice, focus)
  const from = focus.at + dice.int(-12, 3) * DAY + dice.pick([0, 0, MINUTE, 17 * MINUTE, 5 * HOUR])
  const to = from + dice.pick([HOUR, DAY, 5 * DAY, 14 * DAY, 28 * DAY, 50 * DAY])
  const at = [0, -1000, 1000, -30 * MINUTE, 30 * MINUTE].map((step) => focus.at + step)
  for (let i = 0; i < 5; i += 1) at.push(focus.at + dice.int(-20 * 86_400, 30 * 86_400) * 1000)
  at.push(focus.at - 400 * DAY)
  return { doc, yaml: yamlOf(doc, dice), from, to, at }
}

// ---- chance

interface Dice {
  chance: (p: number) => boolean
  /** A whole number, both ends included. */
  int: (low: number, high: number) => number
  pick: <T>(list: readonly T[]) => T
  /** Some of a list, each once, in any order. */
  some: <T>(list: readonly T[], count: number) => T[]
}

function diceOf(seed: number): Dice {
  const next = mulberry32(seed * 2_654_435_761 + 1_013_904_223)
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  // Never asked of an empty list.
  const pick = <T>(list: readonly T[]): T => list[int(0, list.length - 1)] as T
  const some = <T>(list: readonly T[], count: number): T[] => {
    const rest = [...list]
    const taken: T[] = []
    while (taken.length < count && rest.length > 0)
      taken.push(...rest.splice(int(0, rest.length - 1), 1))
    return taken
  }
  return { chance: (p) => next() < p, int, pick, some }
}

// ---- where it is awkward

interface Focus {
  zone: string
  /** The instant of a clock change, or any other. */
  at: number
}

const changes = new Map<string, number[]>()

function focusOf(dice: Dice): Focus {
  const zone = dice.pick(ZONES)
  let all = changes.get(zone)
  if (all === undefined) {
    all = changesOf(zone, Date.UTC(2006, 0, 1), Date.UTC(2029, 0, 1))
    changes.set(zone, all)
  }
  if (zone === 'Pacific/Apia' && dice.chance(0.6)) return { zone, at: Date.UTC(2011, 11, 30, 10) }
  if (all.length > 0 && dice.chance(0.9)) return { zone, at: dice.pick(all) }
  return { zone, at: Date.UTC(2026, 0, 1) + dice.int(0, 8760) * HOUR }
}

/** A wall clock near the focus: often on the change itself, or in the hour that is skipped or repeated. */
function nearWall(dice: Dice, focus: Focus, zone: string): number {
  const offset = dice.chance(0.5) ? offsetAt(zone, focus.at - 1) : offsetAt(zone, focus.at)
  const steps = [0, 0, 0, 15, -15, 30, 30, -30, 45, 60, -60, 1, -1, 90, 120, -120, 720, 1440, -1440]
  const wall = focus.at + offset + dice.pick(steps) * MINUTE
  if (dice.chance(0.2)) return wall + dice.int(-3 * 1440, 3 * 1440) * MINUTE
  if (dice.chance(0.08)) return wall + dice.pick([1, -1, 29, 59]) * 1000
  if (dice.chance(0.15)) return dateOf(wall)
  return wall
}

function nearDate(dice: Dice, focus: Focus, zone: string, low: number, high: number): number {
  return dateOf(wallAt(zone, focus.at)) + dice.int(low, high) * DAY
}

function clockNear(dice: Dice, focus: Focus, zone: string): string {
  const clock = nearWall(dice, focus, zone) % DAY
  return textOf(
    dice.chance(0.6) ? clock : dice.int(0, 23) * HOUR + dice.pick([0, 0, 30, 45]) * MINUTE,
  ).slice(11, 16)
}

// ---- times as text

interface Stamp {
  text: string
  wall: number
  at: number
  /** Written with `Z` or an offset. */
  fixed: boolean
}

function stamp(dice: Dice, zone: string, wall: number): Stamp {
  const at = instantOf(zone, wall)
  if (dice.chance(0.12)) return fixedStamp(dice, zone, at)
  const text = textOf(wall)
  const joint = dice.chance(0.2) ? 'T' : ' '
  if (wall % DAY === 0 && dice.chance(0.6))
    return { text: text.slice(0, 10), wall, at, fixed: false }
  const seconds = wall % MINUTE !== 0 || dice.chance(0.1)
  const clock = text.slice(11, seconds ? 19 : 16)
  return { text: `${text.slice(0, 10)}${joint}${clock}`, wall, at, fixed: false }
}

function fixedStamp(dice: Dice, zone: string, first: number): Stamp {
  // In a repeated hour, sometimes the second of the two.
  const later = [30 * MINUTE, HOUR, 2 * HOUR].map((step) => first + step)
  const second = later.find((t) => wallAt(zone, t) === wallAt(zone, first))
  const at = second !== undefined && dice.chance(0.5) ? second : first
  const ahead = dice.pick([0, 0, 5.5, -3.5, 13.75, -10, 2]) * HOUR
  const sign = ahead < 0 ? '-' : '+'
  const offset = ahead === 0 ? 'Z' : sign + textOf(Math.abs(ahead)).slice(11, 16)
  const text = textOf(at + ahead)
  const seconds = at % MINUTE !== 0 || dice.chance(0.3)
  const clock = text.slice(11, seconds ? 19 : 16)
  return { text: `${text.slice(0, 10)}T${clock}${offset}`, wall: wallAt(zone, at), at, fixed: true }
}

/** A later time, so that the wall clock says so, and the instants too where one of them is fixed. */
function laterStamp(dice: Dice, zone: string, first: Stamp, wall: number): Stamp {
  const then = stamp(dice, zone, Math.max(wall, first.wall + MINUTE))
  const ordered = then.wall > first.wall && (then.at > first.at || !(then.fixed || first.fixed))
  if (ordered) return then
  const text = textOf(dateOf(first.wall) + 3 * DAY).slice(0, 10)
  const safe = dateOf(first.wall) + 3 * DAY
  return { text, wall: safe, at: instantOf(zone, safe), fixed: false }
}

/** `a`, or `a..b` with b after a. */
function dates(dice: Dice, first: number): string {
  const a = textOf(first).slice(0, 10)
  return dice.chance(0.4) ? a : `${a}..${textOf(first + dice.int(1, 5) * DAY).slice(0, 10)}`
}

function textOf(wall: number): string {
  return new Date(wall).toISOString()
}

function day(date: number): string {
  return textOf(date).slice(0, 10)
}

function dateOf(wall: number): number {
  return Math.floor(wall / DAY) * DAY
}

// ---- the document

interface Setting {
  dice: Dice
  focus: Focus
  people: string[]
  lists: string[]
  zone: string
}

const PEOPLE = [
  'alice',
  'bob',
  'carol',
  'dave',
  'erin',
  'frank',
  'grace',
  'no',
  '007',
  'x.y_z-1',
  'constructor',
]
const ROTATIONS = ['primary', 'secondary', 'on-site', 'shadow', '24x7', 'yes', 'EU.west']
const WHYS = [
  'holiday swap',
  "it's fine: really",
  '# not a comment',
  '- dash',
  'a, b [c] {d}',
  'yes',
  '"quoted"',
  'Zoë’s day',
  '&anchor *alias',
]

function docOf(dice: Dice, focus: Focus): Doc {
  const zone = dice.chance(0.6) ? focus.zone : dice.pick(ZONES)
  const doc: Doc = {}
  if (dice.chance(0.5)) doc.team = 'Infrastructure'
  if (zone !== 'UTC' || dice.chance(0.3)) doc.timezone = zone
  const lists = dice.some(['company', 'local.days', 'freeze'], dice.int(1, 3))
  doc.holidays = Object.fromEntries(lists.map((list) => [list, holidays(dice, focus, zone)]))
  const people = dice.some(PEOPLE, dice.int(4, 8))
  const setting: Setting = { dice, focus, people, lists, zone }
  doc.people = Object.fromEntries(people.map((id) => [id, person(setting, id)]))

  const ids = dice.some(ROTATIONS, dice.int(1, 4))
  const rotations: [string, RotationDoc][] = []
  for (const id of ids) {
    const before = rotations.map(([other]) => other)
    const follows = before.length > 0 && dice.chance(0.35) ? dice.pick(before) : undefined
    rotations.push([id, rotation(setting, follows, rotations)])
  }
  doc.rotations = Object.fromEntries(dice.some(rotations, rotations.length))
  if (dice.chance(0.6)) {
    doc.overrides = Array.from({ length: dice.int(1, 4) }, () => {
      const on = dice.some(ids, dice.chance(0.7) ? 1 : dice.int(1, ids.length))
      const first = on[0] ?? ''
      let own = override(setting, rotations, first)
      // In several zones only two plain wall clocks are in order everywhere.
      while (
        on.length > 1 &&
        [own.from, own.to].some((time) => /T.*(Z|[+-]\d\d:\d\d)$/.test(time ?? ''))
      )
        own = override(setting, rotations, first)
      const rotation: Many = on.length === 1 && dice.chance(0.7) ? first : on
      return { rotation, ...own }
    })
  }
  if (dice.chance(0.7)) {
    const count = dice.int(1, 2)
    doc.meetings = Object.fromEntries(
      dice
        .some(['infrastructure', 'stand-up', '1on1'], count)
        .map((id) => [id, meeting(setting, ids, doc)]),
    )
  }
  return doc
}

function holidays(dice: Dice, focus: Focus, zone: string): Many {
  const days = Array.from({ length: dice.int(1, 4) }, () => {
    const some = dates(dice, nearDate(dice, focus, zone, -15, 40))
    // In every year: without it.
    return dice.chance(0.3) ? some.replaceAll(/\d{4}-(\d\d-\d\d)/g, '$1') : some
  })
  return days.length === 1 && dice.chance(0.3) ? (days[0] ?? '') : days
}

function someZone({ dice, focus }: Setting): string {
  return dice.chance(0.6) ? focus.zone : dice.pick(ZONES)
}

function person(setting: Setting, id: string): PersonDoc {
  const { dice, focus } = setting
  const its: PersonDoc = {}
  if (dice.chance(0.3)) its.name = `${id.toUpperCase()} Ångström: the first`
  if (dice.chance(0.5)) its.email = `${id}@example.com`
  const zone = dice.chance(0.5) ? someZone(setting) : setting.zone
  if (zone !== setting.zone || dice.chance(0.1)) its.timezone = zone
  if (dice.chance(0.15)) its.from = stamp(dice, zone, nearWall(dice, focus, zone)).text
  if (dice.chance(0.15) && its.from === undefined)
    its.until = stamp(dice, zone, nearWall(dice, focus, zone) + dice.int(0, 9) * DAY).text
  if (dice.chance(0.25)) {
    const one = (days: number): ChangeDoc => {
      const change: ChangeDoc = { from: day(nearDate(dice, focus, zone, days, days + 6)) }
      if (dice.chance(0.8)) change.timezone = someZone(setting)
      if (dice.chance(0.3)) change.hours = '10:00-19:00'
      if (dice.chance(0.3)) change.weekend = 'fri-sat'
      return change
    }
    const changes = [-8, 0, 7].slice(0, dice.int(1, 3)).map(one)
    its.changes = changes.length === 1 && dice.chance(0.5) ? (changes[0] ?? []) : changes
  }
  if (dice.chance(0.15)) its.weekend = dice.pick([['fri', 'sat'], 'sun', 'thursday-friday'])
  if (dice.chance(0.15)) its.contact = { phone: '+46 70 000', 'pager number': '12: 3 # 4' }
  if (dice.chance(0.1)) Object.assign(its, { 'x-note': ['a', 'b'] })
  // On the clock of somebody who moves, two times can be in another order than on the wall.
  const moves = its.changes !== undefined
  if (dice.chance(0.5)) {
    const all = Array.from({ length: dice.int(1, 3) }, (): string | AwayDoc => {
      if (dice.chance(0.25)) {
        const again: AwayDoc = { days: days(setting) }
        if (dice.chance(0.3)) again.from = day(nearDate(dice, focus, zone, -9, 3))
        if (dice.chance(0.3)) again.until = day(nearDate(dice, focus, zone, 4, 19))
        return again
      }
      if (moves || dice.chance(0.6)) return dates(dice, nearDate(dice, focus, zone, -4, 15))
      const from = stamp(dice, zone, nearWall(dice, focus, zone) + dice.int(-3, 9) * DAY)
      const to = laterStamp(dice, zone, from, from.wall + dice.int(30, 9000) * MINUTE)
      return { from: from.text, to: to.text, ...(dice.chance(0.3) && { why: dice.pick(WHYS) }) }
    })
    its.away = all.length === 1 && dice.chance(0.5) ? (all[0] ?? []) : all
  }
  return its
}

// ---- rotations

function rotation(
  setting: Setting,
  follows: string | undefined,
  others: readonly [string, RotationDoc][],
): RotationDoc {
  const { dice } = setting
  const its: RotationDoc = {}
  if (dice.chance(0.3)) its.name = `Infrastructure: part ${String(others.length + 1)}`
  if (dice.chance(0.4)) its.timezone = someZone(setting)
  if (dice.chance(0.3)) its.coverage = coverage(setting, its.timezone ?? setting.zone)
  if (follows !== undefined) {
    its.follows = follows
    if (dice.chance(0.8)) its.by = String(dice.pick([1, 2, 3, -1, -1, -2, 0, 4, 7, -5]))
    if (dice.chance(0.12)) {
      const zone = zoneOf(setting, [...others, ['', its]], '')
      its.end = stamp(dice, zone, nearWall(dice, setting.focus, zone) + dice.int(-3, 30) * DAY).text
    }
  } else if (dice.chance(0.3)) {
    const zone = its.timezone ?? setting.zone
    const { name: _, timezone: __, ...short } = layer(setting, zone)
    Object.assign(its, short)
  } else if (dice.chance(0.94)) {
    if (dice.chance(0.12)) {
      const zone = its.timezone ?? setting.zone
      const wall = nearWall(dice, setting.focus, zone) + dice.int(-9, 30) * DAY
      its.end = stamp(dice, zone, wall).text
    }
    its.layers = Array.from({ length: dice.pick([1, 1, 2, 2, 3, 4]) }, (_, i) => {
      const zone = dice.chance(0.3) ? someZone(setting) : undefined
      const its1 = layer(setting, zone ?? its.timezone ?? setting.zone)
      const name = dice.chance(0.5) ? { name: `Layer ${'ABCD'[i] ?? ''}` } : {}
      return { ...name, ...(zone !== undefined && { timezone: zone }), ...its1 }
    })
  }
  const bare = [its.layers, its.members, its.shifts, follows].every((key) => key === undefined)
  if (bare || dice.chance(0.6)) {
    const all: [string, RotationDoc][] = [...others, ['', its]]
    its.overrides = Array.from({ length: dice.int(1, 5) }, () => override(setting, all, ''))
  }
  return its
}

function coverage(setting: Setting, zone: string): NonNullable<RotationDoc['coverage']> {
  const { dice } = setting
  if (dice.chance(0.3)) return dice.pick(['always', 'none'])
  return windows(setting, zone)
}

function layer(setting: Setting, zone: string): LayerDoc {
  const { dice } = setting
  if (dice.chance(0.12)) return always(setting, zone)
  if (dice.chance(0.15)) return table(setting, zone)
  return turns(setting, zone)
}

/** One who is there always, or between two dates. */
function always(setting: Setting, zone: string): LayerDoc {
  const { dice, focus, people } = setting
  const during = dice.chance(0.3) ? windows(setting, zone) : undefined
  const start = stamp(dice, zone, nearWall(dice, focus, zone) + dice.int(-40, 5) * DAY)
  const who: Many = dice.chance(0.2) ? dice.some(people, 2) : dice.pick([...people, 'nobody'])
  const later = (): string =>
    laterStamp(dice, zone, start, start.wall + dice.int(1, 60 * 24) * HOUR).text
  const from = stamp(dice, zone, start.wall + dice.int(-9, 9) * DAY)
  const dated: DatedMemberDoc = { who, from: from.text }
  if (dice.chance(0.5))
    dated.until = laterStamp(dice, zone, from, from.wall + dice.int(1, 900) * HOUR).text
  const member: MemberDoc = dice.chance(0.3) ? dated : who
  const its: LayerDoc = {
    members: dice.chance(0.4) && !Array.isArray(member) ? member : [member],
  }
  // Windows from 1970 on take a naive implementation long.
  if (during !== undefined) its.during = during
  if (during !== undefined || dice.chance(0.5)) its.start = start.text
  if (its.start !== undefined && dice.chance(0.3)) its.end = later()
  return its
}

/** A table of times and names, not always in order, with rows on the change itself. */
function table(setting: Setting, zone: string): LayerDoc {
  const { dice, focus, people } = setting
  const its: LayerDoc = { shifts: {} }
  if (dice.chance(0.5)) its.handoff = clockNear(dice, focus, zone)
  const rows: [string, Many][] = []
  const seen = new Set<number>()
  for (let i = dice.int(1, 7); i > 0; i -= 1) {
    const wall = nearWall(dice, focus, zone) + (dice.chance(0.4) ? 0 : dice.int(-20, 30)) * DAY
    const alone = dice.chance(0.4)
    const row = stamp(dice, zone, alone ? dateOf(wall) : wall)
    // A date alone is read at the handoff.
    const text = row.text.length > 10 || alone ? row.text : textOf(wall).slice(0, 16)
    const offset = its.handoff === undefined ? 0 : clockOf(its.handoff)
    const at = text.length > 10 ? row.wall : row.wall + offset
    if (seen.has(at)) continue
    seen.add(at)
    const who = dice.chance(0.1) ? 'nobody' : dice.chance(0.2) ? dice.some(people, 2) : undefined
    rows.push([text.replace(/T(\d\d:\d\d)$/, ' $1'), who ?? dice.pick(people)])
  }
  if (dice.chance(0.7)) rows.sort(([a], [b]) => (a < b ? -1 : 1))
  its.shifts = Object.fromEntries(rows)
  if (dice.chance(0.4))
    its.turn = dice.pick([
      '1 day',
      '1 week',
      '2 days',
      '12 hours',
      '5 hours',
      '1 month',
      '24 hours',
    ])
  if (dice.chance(0.2)) its.during = windows(setting, zone)
  return its
}

function clockOf(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number)
  return hours * HOUR + minutes * MINUTE
}

function turns(setting: Setting, zone: string): LayerDoc {
  const { dice, focus } = setting
  const during = dice.chance(0.5) ? windows(setting, zone) : undefined
  const units = [
    'hour',
    'day',
    'day',
    'week',
    'month',
    ...(during ? ['shift', 'shift', 'shift'] : []),
  ]
  const unit = dice.pick(units)
  const number = dice.pick(
    unit === 'hour'
      ? [5, 6, 7, 8, 12, 12, 13, 23, 24, 25, 36]
      : unit === 'month'
        ? [1, 1, 2, 3]
        : [1, 1, 1, 2, 3],
  )
  const back = dice.int(0, 6)
  const length =
    number * { hour: HOUR, day: DAY, week: 7 * DAY, month: 30 * DAY, shift: DAY }[unit]!
  let wall = nearWall(dice, focus, zone) - back * length
  // The last days of a month, which some months lack.
  if (unit === 'month' && dice.chance(0.6)) {
    const was = new Date(wall)
    const last = Date.UTC(was.getUTCFullYear(), was.getUTCMonth() + 1, 0)
    wall = last - dice.pick([0, 0, 0, DAY, 2 * DAY]) + (wall % DAY)
  }
  if (unit === 'shift' && dice.chance(0.2)) wall = dateOf(wall)
  const start = stamp(dice, zone, wall)
  const begins = beginnings(start, number, unit, zone)
  const its: LayerDoc = {
    start: start.text,
    turn: `${String(number)} ${unit}${number === 1 && dice.chance(0.8) ? '' : 's'}`,
    members: members(setting, zone, begins),
  }
  if (unit === 'month' && dice.chance(0.6)) its.handoff = handoffOn(dice, start.wall)
  if (during !== undefined) its.during = during
  if (dice.chance(0.12)) {
    const end = dice.chance(0.5) ? dice.pick(begins) : start.wall + dice.int(1, 40) * DAY
    its.end = laterStamp(dice, zone, start, end).text
  }
  return its
}

/** A day of the month that this date is. */
function handoffOn(dice: Dice, wall: number): string {
  const date = new Date(wall)
  const number = date.getUTCDate()
  const day = (dice.chance(0.5) ? LONG : WEEKDAYS)[(date.getUTCDay() + 6) % 7] ?? ''
  const days = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  const all = [`${String(number)}${ordinalEnding(number)}`]
  if (number === days) all.push('last day', '31st')
  if (number > days - 7) all.push(`last ${day}`)
  const nth = Math.ceil(number / 7)
  if (nth < 5) all.push(`${['first', 'second', 'third', 'fourth'][nth - 1] ?? ''} ${day}`)
  return dice.pick(all)
}

/** Wall clocks at which turns begin, more or less: what roster dates and overrides are laid on. */
function beginnings(start: Stamp, number: number, unit: string, zone: string): number[] {
  return Array.from({ length: 12 }, (_, i) => {
    const k = i + 1
    if (unit === 'hour') return wallAt(zone, start.at + k * number * HOUR)
    if (unit !== 'month') return start.wall + k * number * (unit === 'week' ? 7 : 1) * DAY
    const was = new Date(start.wall)
    const first = Date.UTC(was.getUTCFullYear(), was.getUTCMonth() + k * number, 1)
    const after = Date.UTC(was.getUTCFullYear(), was.getUTCMonth() + k * number + 1, 0)
    return Math.min(first + (was.getUTCDate() - 1) * DAY, after) + (start.wall % DAY)
  })
}

function members(setting: Setting, zone: string, begins: number[]): MemberDoc[] {
  const { dice, people } = setting
  const edge = (): number => {
    const wall = dice.pick(begins) + dice.pick([0, 0, 0, 0, MINUTE, -MINUTE, 3 * HOUR, -DAY])
    return dice.chance(0.2) ? dateOf(wall) : wall
  }
  const who = (): Many => {
    if (dice.chance(0.08)) return 'nobody'
    return dice.chance(0.15) ? dice.some(people, dice.int(2, 3)) : dice.pick(people)
  }
  const dated = dice.pick([0, 0.2, 0.5, 1])
  return Array.from({ length: dice.int(1, 6) }, (): MemberDoc[] => {
    const one = who()
    if (!dice.chance(dated)) return [one]
    const first = stamp(dice, zone, edge())
    if (dice.chance(0.4)) return [{ who: one, from: first.text }]
    if (dice.chance(0.5)) return [{ who: one, until: first.text }]
    const then = laterStamp(dice, zone, first, edge())
    if (dice.chance(0.4)) return [{ who: one, from: first.text, until: then.text }]
    // Leaves and returns: twice, in the same place.
    return [
      { who: one, until: first.text },
      { who: one, from: then.text },
    ]
  }).flat()
}

// ---- windows

const SPANS = ['mon-fri', 'fri-mon', 'sat-sun', 'thu-sat', 'monday-thursday', 'sun-tue']
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const LONG = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

function windows(setting: Setting, zone: string): WindowDoc | WindowDoc[] {
  const { dice } = setting
  if (dice.chance(0.6)) return oneWindow(setting, zone)
  return Array.from({ length: dice.int(1, 3) }, () => oneWindow(setting, zone))
}

function oneWindow(setting: Setting, zone: string): WindowDoc {
  const { dice, focus, lists } = setting
  const clock = (): string => clockNear(dice, focus, zone)
  const to = (): string => (dice.chance(0.15) ? '24:00' : clock())
  const except = dice.chance(0.25)
    ? { except: dice.chance(0.5) ? dice.pick(lists) : dice.some(lists, 2) }
    : {}
  if (dice.chance(0.2)) {
    const day = (): string => dice.pick(dice.chance(0.7) ? WEEKDAYS : LONG)
    return { from: `${day()} ${clock()}`, to: `${day()} ${to()}`, ...except }
  }
  const its: WindowDoc = { from: clock(), to: to(), ...except }
  if (dice.chance(0.15)) its.to = its.from
  if (dice.chance(0.15)) [its.from, its.to] = ['00:00', '24:00']
  if (dice.chance(0.75)) its.days = days(setting)
  return its
}

/** Of the month. */
function monthDays(dice: Dice): string[] {
  return Array.from({ length: dice.int(1, 3) }, () => {
    if (dice.chance(0.15)) return 'last day'
    if (dice.chance(0.35)) return `${dice.pick([1, 2, 3, 15, 21, 22, 23, 28, 29, 30, 31])}`
    const nths = ['first', 'second', 'third', 'fourth', 'fifth', 'last', '1st', '2nd', '3rd', '4th']
    return `${dice.pick(nths)} ${dice.pick(dice.chance(0.5) ? LONG : WEEKDAYS)}`
  }).map((day) => (/^\d+$/.test(day) ? day + ordinalEnding(Number(day)) : day))
}

function ordinalEnding(number: number): string {
  if (number > 3 && number < 21) return 'th'
  return ['th', 'st', 'nd', 'rd'][number % 10] ?? 'th'
}

function days({ dice, lists }: Setting): Many {
  if (dice.chance(0.2)) {
    const some = monthDays(dice)
    if (dice.chance(0.2)) some.push(dice.pick(lists))
    return some.length === 1 && dice.chance(0.5) ? (some[0] ?? '') : some
  }
  if (dice.chance(0.4)) return dice.pick(SPANS)
  if (dice.chance(0.12)) return dice.pick(lists)
  const some = dice.some(dice.chance(0.7) ? WEEKDAYS : LONG, dice.int(1, 3))
  if (dice.chance(0.2)) some.push(dice.pick(lists))
  if (dice.chance(0.2)) some.push(dice.pick(SPANS))
  return some.length === 1 && dice.chance(0.5) ? (some[0] ?? '') : some
}

// ---- overrides

function override(
  setting: Setting,
  rotations: readonly [string, RotationDoc][],
  id: string,
): OverrideDoc {
  const { dice, focus, people } = setting
  const zone = zoneOf(setting, rotations, id)
  const several = (): Many =>
    dice.chance(0.2) ? dice.some(people, dice.int(1, 3)) : dice.pick(people)
  const its: OverrideDoc = {}
  if (dice.chance(0.25)) its.add = several()
  else {
    its.who = dice.chance(0.15) ? 'nobody' : several()
    const others = people.filter((one) => one !== its.who && !its.who?.includes(one))
    if (dice.chance(0.45) && others.length > 0) its.instead_of = dice.pick(others)
  }
  if (dice.chance(0.3)) its.on = dates(dice, nearDate(dice, focus, zone, -8, 20))
  else {
    const step = dice.chance(0.5) ? 0 : dice.int(-9, 15) * DAY
    const first = handoff(setting, rotations, id, zone) ?? nearWall(dice, focus, zone) + step
    const from = stamp(dice, zone, first)
    const length = dice.pick([30, 60, 90, 1, 300, 1440, 2880, 10_080, 1440 * 20]) * MINUTE
    const last = handoff(setting, rotations, id, zone) ?? from.wall + length
    const to = laterStamp(dice, zone, from, last > from.wall ? last : from.wall + length)
    its.from = from.text
    its.to = to.text
  }
  if (dice.chance(0.3)) its.why = dice.pick(WHYS)
  return its
}

function zoneOf(setting: Setting, rotations: readonly [string, RotationDoc][], id: string): string {
  const its = rotations.find(([other]) => other === id)?.[1]
  if (its?.timezone !== undefined) return its.timezone
  return its?.follows === undefined ? setting.zone : zoneOf(setting, rotations, its.follows)
}

/** Sometimes the beginning of a turn of the rotation, on the clock of the override's zone. */
function handoff(
  { dice, zone: home }: Setting,
  rotations: readonly [string, RotationDoc][],
  id: string,
  zone: string,
): number | undefined {
  if (!dice.chance(0.35)) return undefined
  const its = rotations.find(([other]) => other === id)?.[1]
  const one = its?.layers?.[0] ?? its
  const match = /^(\d{4}-\d\d-\d\d)[ T]?(\d\d:\d\d)?$/.exec(one?.start ?? '')
  if (match === null) return undefined
  const [number = '1', unit = 'day'] = (one?.turn ?? '').split(' ')
  const wall = Date.parse(`${match[1] ?? ''}T${match[2] ?? '00:00'}:00Z`)
  const own = one?.timezone ?? its?.timezone ?? home
  const start = { text: '', wall, at: instantOf(own, wall), fixed: false }
  const begins = beginnings(start, Number(number), unit.replace(/s$/, ''), own)
  return wallAt(zone, instantOf(own, dice.pick([wall, ...begins])))
}

// ---- meetings

function meeting(setting: Setting, rotations: string[], doc: Doc): MeetingDoc {
  const { dice, focus, lists } = setting
  const zone = dice.chance(0.5) ? someZone(setting) : setting.zone
  const its: MeetingDoc = {
    days: meetingDays(dice),
    at: clockNear(dice, focus, zone),
    duration: someDuration(dice),
  }
  if (zone !== setting.zone) its.timezone = zone
  if (dice.chance(0.3)) its.name = 'Weekly: what broke'
  if (dice.chance(0.3)) its.place = 'https://meet.example.com/infrastructure#1'
  const first = nearDate(dice, focus, zone, -40, 2)
  const every = dice.pick([1, 1, 2, 3])
  if (every > 1 || dice.chance(0.5)) its.start = day(first)
  if (every > 1 || dice.chance(0.3)) its.every = everyOf(its.days, every)
  if (dice.chance(0.2)) its.end = day(nearDate(dice, focus, zone, 4, 60))
  const invited = attendees(setting, rotations)
  if (invited !== undefined) its.attendees = invited
  if (dice.chance(0.45)) its.changes = changesOfMeeting(setting, rotations, its, zone)
  if (dice.chance(0.3)) its.skip = [dice.pick(lists)]

  const at = focus.at
  const occurs = naiveDates(doc, its, at - 20 * DAY, at + 50 * DAY)
    .filter((one) => !one.isSkipped)
    .map(({ date }) => date)
  const touched = dice.some([...new Set(occurs)], dice.int(0, 6))
  const moved = touched.slice(0, dice.int(0, 4))
  const skipped = touched.slice(moved.length)
  if (moved.length > 0)
    its.move = moved.map((date) => {
      const other = date + dice.pick([1, 2, -1, -2, 4, 9, -8]) * DAY
      const clock = nearWall(dice, focus, zone) % DAY
      return {
        from: day(date),
        to: dice.chance(0.3) ? day(other) : timed(stamp(dice, zone, other + clock), other + clock),
      }
    })
  if (skipped.length > 0) {
    const skip = [its.skip ?? [], skipped.map(day)].flat()
    const from = dice.pick(skipped) - dice.int(0, 1) * DAY
    const to = from + dice.int(1, 6) * DAY
    const clear = moved.every((date) => date < from || date > to)
    if (clear && dice.chance(0.4)) skip.push(`${day(from)}..${day(to)}`)
    its.skip = skip.length === 1 && dice.chance(0.3) ? (skip[0] ?? '') : skip
  }
  if (dice.chance(0.7)) its.chair = role(setting, rotations, its, zone, occurs)
  if (dice.chance(0.3)) {
    const names = dice.some(
      ['scribe', 'time-keeper', ...(its.chair ? [] : ['chair'])],
      dice.int(1, 2),
    )
    its.roles = Object.fromEntries(
      names.map((name) => [name, role(setting, rotations, its, zone, occurs)]),
    )
  }
  return its
}

function everyOf(named: Many, every: number): string {
  const unit = / |^\d/.test(String(named)) ? 'month' : 'week'
  return `${String(every)} ${unit}${every === 1 ? '' : 's'}`
}

function someDuration(dice: Dice): string {
  return dice.pick(['15 minutes', '1 hour', '90 minutes', '2 hours', '1 minute'])
}

function attendees(
  { dice, people }: Setting,
  rotations: string[],
): NonNullable<MeetingDoc['attendees']> | undefined {
  if (dice.chance(0.2)) return 'everyone'
  if (!dice.chance(0.6)) return undefined
  const on = dice.some(rotations, dice.int(1, 2)).map((id) => ({ 'on-call': id }))
  const list = [...dice.some(people, dice.int(0, 3)), ...on]
  return dice.some(list, list.length)
}

/** In any order; each says something new, and `every` goes with the days that are true then. */
function changesOfMeeting(
  setting: Setting,
  rotations: string[],
  its: MeetingDoc,
  zone: string,
): NonNullable<MeetingDoc['changes']> {
  const { dice, focus } = setting
  const dates = Array.from({ length: dice.int(1, 3) }, () => nearDate(dice, focus, zone, -30, 30))
  const changes: NonNullable<MeetingDoc['changes']> = []
  let { days: current, every } = its
  for (const date of [...new Set(dates)].sort((a, b) => a - b)) {
    const change: (typeof changes)[number] = { from: day(date) }
    if (dice.chance(0.5)) change.at = clockNear(dice, focus, zone)
    if (dice.chance(0.4)) change.timezone = someZone(setting)
    if (dice.chance(0.4)) {
      change.days = meetingDays(dice)
      const other = everyOf(change.days, 2).slice(2) !== everyOf(current, 2).slice(2)
      current = change.days
      // What counted weeks may not go on with days of the month.
      if (other && every !== undefined && !every.startsWith('1 '))
        change.every = everyOf(current, dice.int(1, 3))
    }
    if (dice.chance(0.3)) change.every ??= everyOf(current, dice.int(1, 3))
    every = change.every ?? every
    if (dice.chance(0.3)) change.duration = someDuration(dice)
    const invited = dice.chance(0.3) ? attendees(setting, rotations) : undefined
    if (invited !== undefined) change.attendees = invited
    if (Object.keys(change).length === 1) change.place = 'Room 12'
    changes.push(change)
  }
  return dice.some(changes, changes.length)
}

function role(
  setting: Setting,
  rotations: string[],
  its: MeetingDoc,
  zone: string,
  occurs: number[],
): RoleDoc | string[] {
  const { dice, focus, people } = setting
  const members = Array.from({ length: dice.int(1, 5) }, (): string | DatedMemberDoc => {
    const who = dice.pick(people)
    if (!dice.chance(0.25)) return who
    const from = stamp(dice, zone, nearWall(dice, focus, zone) + dice.int(-9, 9) * DAY)
    if (dice.chance(0.5)) return { who, from: from.text }
    const until = laterStamp(dice, zone, from, from.wall + dice.int(1, 30) * DAY)
    return dice.chance(0.5)
      ? { who, until: from.text }
      : { who, from: from.text, until: until.text }
  })
  if (its.start !== undefined && dice.chance(0.15)) return dice.some(people, dice.int(1, 4))
  const overrides =
    occurs.length > 0 && dice.chance(0.3)
      ? {
          overrides: Array.from({ length: dice.int(1, 3) }, () => ({
            who: dice.chance(0.15) ? 'nobody' : dice.pick(people),
            on: dates(dice, dice.pick(occurs)),
          })),
        }
      : {}
  if (dice.chance(0.2)) return { 'on-call': dice.pick(rotations), ...overrides }
  const start =
    its.start !== undefined && dice.chance(0.3)
      ? {}
      : { start: day(nearDate(dice, focus, zone, -40, 5)) }
  return { members, ...start, ...overrides }
}

/** A date alone would keep the meeting's time of day: where midnight is meant, it is written out. */
function timed(written: Stamp, wall: number): string {
  return written.text.length > 10 ? written.text : textOf(wall).slice(0, 16).replace('T', ' ')
}

function meetingDays(dice: Dice): Many {
  if (dice.chance(0.35)) return monthDays(dice)
  if (dice.chance(0.25)) return dice.pick([...LONG, ...WEEKDAYS])
  if (dice.chance(0.2)) return dice.pick(SPANS)
  return dice.some(dice.chance(0.5) ? LONG : WEEKDAYS, dice.int(1, 3))
}

// ---- YAML

type Node = string | Node[] | { [key: string]: Node }

/** The document as YAML: blocks, with short lists now and then in brackets. */
function yamlOf(doc: Doc, dice: Dice): string {
  // A document of plain records: the printer needs no more of its type.
  return `${block(doc as unknown as Node, '', dice).join('\n')}\n`
}

function block(node: Node, indent: string, dice: Dice): string[] {
  if (typeof node === 'string') return [indent + scalar(node, false)]
  if (Array.isArray(node))
    return node.flatMap((item) => {
      const inside = inline(item, dice)
      if (inside !== undefined) return [`${indent}- ${inside}`]
      const lines = block(item, `${indent}  `, dice)
      return lines.map((line, i) =>
        i === 0 ? `${indent}- ${line.slice(indent.length + 2)}` : line,
      )
    })
  return Object.entries(node).flatMap(([key, value]) => {
    const inside = inline(value, dice)
    if (inside !== undefined) return [`${indent}${key}: ${inside}`]
    return [`${indent}${key}:`, ...block(value, `${indent}  `, dice)]
  })
}

/** What fits on one line: a scalar, something empty, and sometimes a short list or map. */
function inline(node: Node, dice: Dice): string | undefined {
  if (typeof node === 'string') return scalar(node, false)
  const parts = Array.isArray(node) ? node : Object.values(node)
  if (parts.length > 0 && !(parts.length <= 4 && dice.chance(0.4))) return undefined
  if (!parts.every((part) => typeof part === 'string')) return undefined
  if (Array.isArray(node)) return `[${parts.map((part) => scalar(part, true)).join(', ')}]`
  if (parts.length === 0) return '{}'
  const entries = Object.entries(node).map(
    ([key, value]) => `${key}: ${scalar(value as string, true)}`,
  )
  return `{ ${entries.join(', ')} }`
}

function scalar(text: string, inFlow: boolean): string {
  const plain = /^(?:[\p{L}\p{N}]|-\p{N})[^\n#]*$/u.test(text) && !/: |:$|\s$/.test(text)
  if (plain && !(inFlow && /[,[\]{}]/.test(text))) return text
  return `'${text.replaceAll("'", "''")}'`
}
