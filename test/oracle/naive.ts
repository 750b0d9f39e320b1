/**
 * DESIGN section 3 once more, as an oracle: slow, and from first principles. Every time at which anything could change
 * is collected, each is asked "who holds now?", and equal neighbours are joined. It shares nothing with `src/`.
 *
 * Instants go in as epoch milliseconds and come out as `2026-11-30T16:00:00Z`.
 */

import { DAY, HOUR, MINUTE, instantOf, wallAt } from './zone.ts'

export type Many = string | string[]

/** `{ days?, from, to, except? }`, or a weekly stretch `{ from: fri 17:00, to: mon 09:00, except? }`. */
export interface WindowDoc {
  days?: Many
  from: string
  to: string
  except?: Many
}

export interface DatedMemberDoc {
  who: Many
  from?: string
  until?: string
}

export type MemberDoc = Many | DatedMemberDoc

/**
 * `start`, `turn` and `members`; or `members` of one entry and no `turn`: always; or `shifts`, a table of times and
 * names, perhaps with `handoff` and `turn`.
 */
export interface LayerDoc {
  name?: string
  timezone?: string
  start?: string
  end?: string
  turn?: string
  members?: MemberDoc | MemberDoc[]
  shifts?: Record<string, Many>
  handoff?: string
  during?: WindowDoc | WindowDoc[]
}

export interface OverrideDoc {
  rotation?: Many
  who?: Many
  instead_of?: string
  add?: Many
  on?: string
  from?: string
  to?: string
  why?: string
}

/** In the short form a layer's keys stand beside the rotation's. */
export interface RotationDoc extends Partial<Omit<LayerDoc, 'name'>> {
  name?: string
  timezone?: string
  coverage?: 'always' | 'none' | WindowDoc | WindowDoc[]
  layers?: LayerDoc[]
  follows?: string
  by?: string
  overrides?: OverrideDoc[]
}

/** From one time to another, whole days, or days that come again and again. */
export interface AwayDoc {
  from?: string
  to?: string
  on?: string
  days?: Many
  until?: string
  why?: string
}

/** What is true from a date on. */
export interface ChangeDoc {
  from: string
  timezone?: string
  hours?: string
  country?: string
  weekend?: Many
}

export interface PersonDoc {
  name?: string
  email?: string
  timezone?: string
  from?: string
  until?: string
  hours?: string
  weekend?: Many
  contact?: Record<string, string>
  changes?: ChangeDoc | ChangeDoc[]
  away?: string | AwayDoc | (string | AwayDoc)[]
}

export interface RoleOverrideDoc {
  who: string
  on: string
}

export interface RoleDoc {
  members?: (string | DatedMemberDoc)[]
  start?: string
  'on-call'?: string
  overrides?: RoleOverrideDoc[]
}

/** What can change from a date on. */
export interface TermsDoc {
  days: Many
  at: string
  timezone?: string
  duration: string
  every?: string
  attendees?: 'everyone' | (string | { 'on-call': string })[]
  place?: string
}

export interface MeetingDoc extends TermsDoc {
  name?: string
  start?: string
  end?: string
  chair?: RoleDoc | string[]
  roles?: Record<string, RoleDoc | string[]>
  skip?: Many
  move?: { from: string; to: string }[]
  changes?: ({ from: string } & Partial<TermsDoc>)[]
}

/** What the YAML files of a workspace say, merged: every scalar is text. */
export interface Doc {
  team?: string
  timezone?: string
  holidays?: Record<string, Many>
  people?: Record<string, PersonDoc>
  rotations?: Record<string, RotationDoc>
  overrides?: OverrideDoc[]
  meetings?: Record<string, MeetingDoc>
}

export interface NaiveShift {
  rotation: string
  layer: string | null
  turn: number | null
  people: string[]
  start: string
  end: string | null
  override: boolean
}

export interface NaiveHolder {
  rotation: string
  people: string[]
  since: string | null
  until: string | null
  layer: string | null
  turn: number | null
  override: boolean
  next: { people: string[]; start: string; end: string | null } | null
}

export interface NaiveOccurrence {
  meeting: string
  start: string
  end: string
  chair: string | null
  roles: Record<string, string | null>
  attendees: string[]
  /** Null where the occurrence was not moved. */
  due: string | null
}

/** `warning` where all of it is by `nobody` or before the first start. */
export interface NaiveGap {
  start: string
  end: string
  severity: 'error' | 'warning'
}

/** Where the text allows two readings; flip one to see whether it explains a difference. */
export const readings: {
  /** `add` of somebody who is on call already counts as an override at work. */
  addOfHolderCounts: boolean
  /** `add` over a turn of `nobody` keeps that turn's layer and number, instead of null. */
  addKeepsNobodysTurn: boolean
  /** An override that emptied a stretch is still at work beneath a later `add` there. */
  emptiedByCounts: boolean
  /** The dates of a role's members are held against the due start, instead of the real one. */
  chairDatesByDue: boolean
  /** What a zone skips is due on the day on which it then is, instead of the one that `days` name. */
  dueWhereItIs: boolean
} = {
  addOfHolderCounts: true,
  addKeepsNobodysTurn: false,
  emptiedByCounts: true,
  chairDatesByDue: true,
  dueWhereItIs: true,
}

/** `shifts --json`: every shift of every rotation that meets `from`..`to`, whole, in order of start. */
export function naiveShifts(
  doc: Doc,
  from: number,
  to: number,
): { from: string; to: string; shifts: NaiveShift[] } {
  const found = Object.keys(doc.rotations ?? {}).flatMap((rotation) => {
    const meets = (s: Shift): boolean => s.start < to && s.end > from
    const all = shiftsUntil(doc, rotation, to, (shifts) => !shifts.some((s) => meets(s) && s.cut))
    return all.filter(meets).map((shift) => ({ rotation, shift }))
  })
  found.sort((a, b) => a.shift.start - b.shift.start)
  const shifts = found.map(({ rotation, shift }) => ({
    rotation,
    layer: shift.layer,
    turn: shift.turn,
    people: shift.people,
    start: iso(shift.start),
    end: endOf(shift),
    override: shift.override,
  }))
  return { from: iso(from), to: iso(to), shifts }
}

/** `who --json`: the shift of every rotation at an instant, or its gap, and the next shift. */
export function naiveWho(doc: Doc, at: number): { at: string; rotations: NaiveHolder[] } {
  const rotations = Object.keys(doc.rotations ?? {}).map((rotation): NaiveHolder => {
    const all = shiftsUntil(doc, rotation, at, (shifts) =>
      shifts.some((s) => !s.cut && s.start > at),
    )
    const now = all.find((s) => s.start <= at && at < s.end)
    const last = all.findLast((s) => s.end <= at)
    const following = all.find((s) => s.start > at)
    const next =
      following === undefined
        ? null
        : { people: following.people, start: iso(following.start), end: endOf(following) }
    if (now === undefined) {
      const since = last === undefined ? null : iso(last.end)
      const gap = { people: [], layer: null, turn: null, override: false }
      return { rotation, ...gap, since, until: next?.start ?? null, next }
    }
    const { people, layer, turn, override } = now
    return {
      rotation,
      people,
      layer,
      turn,
      override,
      since: iso(now.start),
      until: endOf(now),
      next,
    }
  })
  return { at: iso(at), rotations }
}

/** `meetings --json`: every occurrence whose real time meets `from`..`to`, in order of start. */
export function naiveMeetings(
  doc: Doc,
  from: number,
  to: number,
): { from: string; to: string; meetings: NaiveOccurrence[] } {
  const found = Object.entries(doc.meetings ?? {}).flatMap(([meeting, its]) =>
    held(doc, its, from, to)
      .filter((o) => o.start < to && o.end > from)
      .map((o) => ({ meeting, ...o })),
  )
  found.sort((a, b) => a.start - b.start)
  const meetings = found.map((o) => ({
    meeting: o.meeting,
    start: iso(o.start),
    end: iso(o.end),
    chair: o.roles['chair'] ?? null,
    roles: Object.fromEntries(Object.entries(o.roles).filter(([role]) => role !== 'chair')),
    attendees: attendees(doc, o.terms.attendees ?? 'everyone', o.start),
    due: o.moved ? iso(o.due) : null,
  }))
  return { from: iso(from), to: iso(to), meetings }
}

/** The longest stretches of a rotation's coverage that nobody holds, cut at `from` and `to`. */
export function naiveGaps(doc: Doc, rotation: string, from: number, to: number): NaiveGap[] {
  const facts = rotationOf(doc, rotation)
  if (facts.coverage === 'none') return []
  const line = lineOf(doc, facts, to)
  const covered =
    facts.coverage === 'always'
      ? [{ open: -Infinity, close: Infinity }]
      : openings(doc, facts.coverage, facts.zone, from, to)
  const firstStart = Math.min(...facts.layers.map(startOf))
  const edges = [...line.edges, ...covered.flatMap((c) => [c.open, c.close]), from, firstStart]
  const stops = inOrder(edges.filter((t) => t >= from && t < to))
  const gaps: { start: number; end: number; excused: boolean }[] = []
  stops.forEach((start, i) => {
    const end = stops[i + 1] ?? to
    const state = line.at(start)
    if (state.people.length > 0 || start >= facts.end) return
    if (!covered.some((c) => c.open <= start && start < c.close)) return
    const excused = state.byNobody || (facts.layers.length > 0 && start < firstStart)
    const last = gaps.at(-1)
    if (last?.end === start) {
      last.end = end
      last.excused &&= excused
    } else gaps.push({ start, end, excused })
  })
  return gaps.map(({ start, end, excused }) => ({
    start: iso(start),
    end: iso(end),
    severity: excused ? 'warning' : 'error',
  }))
}

// ---- rotations

interface Layer {
  name: string
  zone: string
  end: number
  how: Turns | Always | Table
  during: WindowDoc[] | undefined
}

/** Turns that go round. */
interface Turns {
  start: string
  turn: string
  members: MemberDoc[]
  handoff: string | undefined
}

interface Always {
  always: DatedMemberDoc
  start: string | undefined
}

interface Table {
  rows: { begin: Moment; who: string[] }[]
  turn: string | undefined
}

interface Rotation {
  zone: string
  coverage: 'always' | 'none' | WindowDoc[]
  /** It is over from then on. */
  end: number
  layers: Layer[]
  by: number
  overrides: OverrideDoc[]
}

function rotationOf(doc: Doc, id: string): Rotation {
  const its = doc.rotations?.[id]
  if (its === undefined) throw new Error(`no rotation ${id}`)
  const above = (doc.overrides ?? []).filter((o) => listOf(o.rotation).includes(id))
  const overrides = [...(its.overrides ?? []), ...above]
  const named = its.coverage
  const coverage = named === undefined || typeof named === 'string' ? named : listOf(named)
  if (its.follows !== undefined) {
    const other = rotationOf(doc, its.follows)
    return {
      zone: its.timezone ?? other.zone,
      coverage: coverage ?? other.coverage,
      end: its.end === undefined ? other.end : momentOf(its.end, its.timezone ?? other.zone).at,
      layers: other.layers,
      by: other.by + Number(its.by ?? '1'),
      overrides,
    }
  }
  const zone = its.timezone ?? doc.timezone ?? 'UTC'
  const { name: _, timezone: __, end, ...direct } = its
  const short = its.members !== undefined || its.shifts !== undefined
  const layers: LayerDoc[] = short ? [direct] : (its.layers ?? [])
  return {
    zone,
    coverage: coverage ?? 'always',
    end: end === undefined ? Infinity : momentOf(end, zone).at,
    layers: layers.map((layer, i) => layerOf(layer, i, layer.timezone ?? zone)),
    by: 0,
    overrides,
  }
}

function layerOf(doc: LayerDoc, place: number, zone: string): Layer {
  const { name = String(place + 1), start, end, turn } = doc
  const members =
    doc.members === undefined || Array.isArray(doc.members) ? (doc.members ?? []) : [doc.members]
  const frame = {
    name,
    zone,
    end: end === undefined ? Infinity : momentOf(end, zone).at,
    during: doc.during === undefined ? undefined : listOf(doc.during),
  }
  if (doc.shifts !== undefined) {
    const rows = Object.entries(doc.shifts).map(([key, who]) => ({
      begin: momentOf(isDate(key) ? `${key} ${doc.handoff ?? '00:00'}` : key, zone),
      who: listOf(who),
    }))
    rows.sort((a, b) => a.begin.wall - b.begin.wall || a.begin.at - b.begin.at)
    return { ...frame, how: { rows, turn } }
  }
  const [only] = members
  if (turn === undefined && only !== undefined) {
    const always = typeof only === 'string' || Array.isArray(only) ? { who: only } : only
    return { ...frame, how: { always, start } }
  }
  if (turn === undefined || start === undefined) throw new Error('a layer without turns')
  return { ...frame, how: { start, turn, members, handoff: doc.handoff } }
}

function startOf({ how, zone }: Layer): number {
  if ('rows' in how) return Math.min(...how.rows.map(({ begin }) => begin.at))
  if (!('always' in how)) return momentOf(how.start, zone).at
  const said = [how.start, how.always.from].filter((text) => text !== undefined)
  return said.length === 0 ? 0 : Math.max(...said.map((text) => momentOf(text, zone).at))
}

function endIn({ how, zone, end }: Layer): number {
  if (!('always' in how) || how.always.until === undefined) return end
  return Math.min(end, momentOf(how.always.until, zone).at)
}

// ---- who holds at an instant

interface State {
  layer: string | null
  turn: number | null
  people: string[]
  /** Numbers of the overrides at work. */
  overrides: number[]
  /** Where nobody is on call: whether `nobody` says so. */
  byNobody: boolean
}

interface Line {
  /** Every instant at which anything may change. */
  edges: number[]
  at: (instant: number) => State
}

/** Who holds a rotation at any instant before `until`. */
function lineOf(doc: Doc, rotation: Rotation, until: number): Line {
  const layers = rotation.layers.map((layer) => layerLine(doc, layer, rotation.by, until))
  const overrides = rotation.overrides.map((o) => ({ o, ...stretchOf(o, rotation.zone) }))
  const edges = [
    rotation.end,
    ...layers.flatMap((layer) => layer.edges),
    ...overrides.flatMap(({ from, to }) => [from, to]),
  ]
  const at = (instant: number): State => {
    let state: State = { layer: null, turn: null, people: [], overrides: [], byNobody: false }
    if (instant >= rotation.end) return state
    for (const layer of layers) state = layer.at(instant) ?? state
    overrides.forEach(({ o, from, to }, number) => {
      if (from <= instant && instant < to) state = applied(state, o, number)
    })
    return state
  }
  return { edges: inOrder(edges), at }
}

function applied(state: State, override: OverrideDoc, number: number): State {
  if (override.add !== undefined) {
    const added = listOf(override.add)
    const changes = added.some((id) => !state.people.includes(id))
    if (!changes && !readings.addOfHolderCounts) return state
    const fills = state.people.length === 0
    const keeps = !fills || readings.addKeepsNobodysTurn
    return {
      layer: keeps ? state.layer : null,
      turn: keeps ? state.turn : null,
      people: each([...state.people, ...added]),
      overrides: fills && !readings.emptiedByCounts ? [number] : [...state.overrides, number],
      byNobody: false,
    }
  }
  const who = listOf(override.who).filter((id) => id !== 'nobody')
  const left = override.instead_of
  if (left === undefined) {
    const byNobody = who.length === 0
    return { layer: null, turn: null, people: each(who), overrides: [number], byNobody }
  }
  if (!state.people.includes(left)) return state
  const people = each(state.people.flatMap((id) => (id === left ? who : [id])))
  const overrides = [...state.overrides, number]
  return { ...state, people, overrides, byNobody: people.length === 0 }
}

function stretchOf(override: OverrideDoc, zone: string): { from: number; to: number } {
  if (override.on !== undefined) {
    const { first, last } = datesOf(override.on)
    return { from: instantOf(zone, first), to: instantOf(zone, last + DAY) }
  }
  const { from, to } = override
  if (from === undefined || to === undefined) throw new Error('an override without a stretch')
  return { from: momentOf(from, zone).at, to: momentOf(to, zone).at }
}

function layerLine(
  doc: Doc,
  layer: Layer,
  by: number,
  until: number,
): { edges: number[]; at: (instant: number) => State | undefined } {
  const start = startOf(layer)
  const end = endIn(layer)
  const until1 = Math.min(until, end)
  const { begins: turns, overs, holders } = turnsAndHolders(doc, layer, until1, by)
  const during = layer.during
  const open =
    during === undefined
      ? [{ open: start, close: Infinity }]
      : openings(doc, during, layer.zone, start, until1)
  const edges = [start, end, ...turns, ...overs, ...open.flatMap((o) => [o.open, o.close])]
  const at = (instant: number): State | undefined => {
    if (instant < start || instant >= end) return undefined
    if (!open.some((o) => o.open <= instant && instant < o.close)) return undefined
    const turn = turns.findLastIndex((begin) => begin <= instant)
    if (turn < 0 || instant >= (overs[turn] ?? Infinity)) return undefined
    const holder = holders[turn + by]
    if (holder === undefined) return undefined
    const people = each(holder.filter((id) => id !== 'nobody'))
    return { layer: layer.name, turn, people, overrides: [], byNobody: people.length === 0 }
  }
  return { edges, at }
}

// ---- turns and rosters

/** When turns begin, when they are over although none begins, and who holds each. */
function turnsAndHolders(
  doc: Doc,
  layer: Layer,
  until: number,
  by: number,
): { begins: number[]; overs: number[]; holders: (string[] | undefined)[] } {
  const { how, zone } = layer
  if ('rows' in how) {
    const { turn } = how
    const overs =
      turn === undefined
        ? []
        : how.rows.map(({ begin }) => {
            const { number, unit } = lengthOf(turn)
            return turnBegin(begin, number, unit, zone)
          })
    return {
      begins: how.rows.map(({ begin }) => begin.at),
      overs,
      holders: how.rows.map(({ who }) => who),
    }
  }
  if ('always' in how)
    return { begins: [startOf(layer)], overs: [], holders: [listOf(how.always.who)] }
  const begins = turnsOf(doc, layer, how, until, Math.max(by, 0) + 1)
  return { begins, overs: [], holders: holdersOf(how, zone, begins) }
}

/** When each turn begins: all that begin before `until`, and `more` after those, as if the layer had no end. */
function turnsOf(doc: Doc, layer: Layer, how: Turns, until: number, more: number): number[] {
  const { number, unit } = lengthOf(how.turn)
  const start = momentOf(how.start, layer.zone)
  if (unit === 'shift') {
    if (layer.during === undefined) throw new Error('shifts without during')
    return shiftTurns(doc, layer, layer.during, number, until, more)
  }
  const turns: number[] = []
  let beyond = 0
  for (let k = 0; beyond < more; k += 1) {
    const begin =
      k === 0
        ? start.at
        : how.handoff === undefined
          ? turnBegin(start, k * number, unit, layer.zone)
          : onHandoff(start, k * number, how.handoff, layer.zone)
    turns.push(begin)
    if (begin >= until) beyond += 1
  }
  return turns
}

function turnBegin(start: Moment, count: number, unit: string, zone: string): number {
  switch (unit) {
    case 'hour':
      return start.at + count * HOUR
    case 'day':
      return instantOf(zone, start.wall + count * DAY)
    case 'week':
      return instantOf(zone, start.wall + count * 7 * DAY)
    case 'month': {
      const was = new Date(start.wall)
      const first = new Date(Date.UTC(was.getUTCFullYear(), was.getUTCMonth() + count, 1))
      const days = new Date(
        Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0),
      ).getUTCDate()
      const day = Math.min(was.getUTCDate(), days)
      return instantOf(zone, first.getTime() + (day - 1) * DAY + (start.wall % DAY))
    }
    default:
      throw new Error(`a turn of ${unit}`)
  }
}

/** The day of that name of the month so many months after the start's, looked for date by date. */
function onHandoff(start: Moment, months: number, handoff: string, zone: string): number {
  const was = new Date(start.wall)
  let date = Date.UTC(was.getUTCFullYear(), was.getUTCMonth() + months, 1)
  while (!isInMonth(handoff, date)) date += DAY
  return instantOf(zone, date + (start.wall - midnight(start.wall)))
}

function shiftTurns(
  doc: Doc,
  layer: Layer,
  during: WindowDoc[],
  number: number,
  until: number,
  more: number,
): number[] {
  const start = startOf(layer)
  // No opening comes later than this: two hundred years, or a week after the last day of a list.
  const hasYearly = (d: string): boolean => listOf(doc.holidays?.[d]).some(isYearly)
  const dated = during.every(
    (w) =>
      w.days !== undefined &&
      listOf(w.days).every((d) => !isDays(d) && !isOfMonth(d) && !hasYearly(d)),
  )
  const lists = Object.values(doc.holidays ?? {}).flatMap((list) =>
    listOf(list)
      .filter((entry) => !isYearly(entry))
      .map(datesOf),
  )
  const never = dated ? Math.max(start, ...lists.map((l) => l.last)) + 7 * DAY : Date.UTC(2230, 0)
  for (let seen = Math.max(start, until) + 30 * DAY; ; seen += 120 * DAY) {
    const all = openings(doc, during, layer.zone, start, seen).filter((o) => o.close > start)
    // Those that begin beyond `seen` may be incomplete.
    const begins = inOrder(all.map((o) => Math.max(o.open, start))).filter((t) => t < seen)
    const turns = begins.filter((_, i) => i % number === 0)
    if (seen > never || turns.filter((t) => t >= until).length >= more) return turns
  }
}

/** Who holds each turn; undefined where the roster is empty. */
function holdersOf(how: Turns, zone: string, turns: number[]): (string[] | undefined)[] {
  const members = how.members.map((member) => {
    const dated = typeof member === 'string' || Array.isArray(member) ? { who: member } : member
    return datedMember(dated, zone)
  })
  let last: number | undefined
  return turns.map((begin) => {
    const isIn = members.map((m) => m.from <= begin && begin < m.until)
    const next = placesAfter(last, members.length).find((place) => isIn[place])
    if (next === undefined) return undefined
    last = next
    return members[next]?.who
  })
}

interface Member {
  who: string[]
  from: number
  until: number
}

function datedMember(member: DatedMemberDoc, zone: string): Member {
  return {
    who: listOf(member.who),
    from: member.from === undefined ? -Infinity : momentOf(member.from, zone).at,
    until: member.until === undefined ? Infinity : momentOf(member.until, zone).at,
  }
}

/** All places of a list in the order in which they are asked: those after the last one, then round to it. */
function placesAfter(last: number | undefined, count: number): number[] {
  const places = Array.from({ length: count }, (_, i) => i)
  if (last === undefined) return places
  return [...places.slice(last + 1), ...places.slice(0, last + 1)]
}

// ---- windows

interface Opening {
  open: number
  close: number
}

/** Each time that each window opens, around a stretch (some days more on both sides); none that is empty. */
function openings(
  doc: Doc,
  windows: WindowDoc[],
  zone: string,
  from: number,
  to: number,
): Opening[] {
  const found: Opening[] = []
  const last = wallAt(zone, to) + 2 * DAY
  for (let date = midnight(wallAt(zone, from)) - 9 * DAY; date <= last; date += DAY) {
    for (const window of windows) {
      const walls = wallsOf(doc, window, date)
      if (walls === undefined) continue
      const open = instantOf(zone, walls.from)
      const close = instantOf(zone, walls.to)
      if (open < close) found.push({ open, close })
    }
  }
  return found
}

function wallsOf(
  doc: Doc,
  window: WindowDoc,
  date: number,
): { from: number; to: number } | undefined {
  if (listOf(window.except).some((list) => isOn(doc, list, date))) return undefined
  const [fromDay, fromClock] = window.from.split(' ')
  const [toDay, toClock] = window.to.split(' ')
  if (fromDay !== undefined && fromClock !== undefined && toDay !== undefined && toClock) {
    if (weekday(date) !== dayNumber(fromDay)) return undefined
    const from = date + clockOf(fromClock)
    let to = date + clockOf(toClock)
    while (weekday(midnight(to - clockOf(toClock))) !== dayNumber(toDay)) to += DAY
    return { from, to: to <= from ? to + 7 * DAY : to }
  }
  const days = window.days === undefined ? undefined : listOf(window.days)
  if (days !== undefined && !days.some((d) => isOn(doc, d, date))) return undefined
  const from = date + clockOf(window.from)
  const to = date + clockOf(window.to)
  return { from, to: to <= from ? to + DAY : to }
}

/** Whether a date is one of `mon`, `mon-fri`, `first monday`, `15th`, or a day of a holiday list. */
export function isOn(doc: Doc, days: string, date: number): boolean {
  if (isOfMonth(days)) return isInMonth(days, date)
  if (!isDays(days)) {
    const list = doc.holidays?.[days]
    if (list === undefined) throw new Error(`no list ${days}`)
    return listOf(list).some((entry) => isInEntry(entry, date))
  }
  const [first = '', last = first] = days.split('-')
  for (let day = dayNumber(first); ; day = (day + 1) % 7) {
    if (day === weekday(date)) return true
    if (day === dayNumber(last)) return false
  }
}

function isInEntry(entry: string, date: number): boolean {
  if (!isYearly(entry)) {
    const { first, last } = datesOf(entry)
    return first <= date && date <= last
  }
  const day = new Date(date).toISOString().slice(5, 10)
  const [first = '', last = first] = entry.split('..')
  return first <= last ? first <= day && day <= last : first <= day || day <= last
}

function isYearly(entry: string): boolean {
  return /^\d\d-/.test(entry)
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth']

function isOfMonth(days: string): boolean {
  return days.includes(' ') || /^\d+(st|nd|rd|th)$/.test(days)
}

function isInMonth(days: string, date: number): boolean {
  const [nth = '', day] = days.split(' ')
  const number = new Date(date).getUTCDate()
  const isLast = new Date(date + DAY).getUTCDate() === 1
  if (day === 'day') return isLast
  if (day === undefined)
    return number === parseInt(nth, 10) || (isLast && number < parseInt(nth, 10))
  if (weekday(date) !== dayNumber(day)) return false
  if (nth === 'last') return new Date(date + 7 * DAY).getUTCDate() <= 7
  const count = ORDINALS.includes(nth) ? ORDINALS.indexOf(nth) + 1 : parseInt(nth, 10)
  return Math.ceil(number / 7) === count
}

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

function dayNumber(word: string): number {
  return DAYS.findIndex((day) => day === word || day.slice(0, 3) === word)
}

function isDays(word: string): boolean {
  return word.split('-').every((day) => dayNumber(day) >= 0)
}

/** Monday is 0. */
function weekday(date: number): number {
  return (new Date(date).getUTCDay() + 6) % 7
}

// ---- shifts

interface Shift {
  layer: string | null
  turn: number | null
  people: string[]
  start: number
  end: number
  override: boolean
  /** Its end is not known: it lies at the horizon. */
  cut: boolean
}

const memory = new WeakMap<Doc, Map<string, { horizon: number; shifts: Shift[] }>>()

/**
 * All shifts from the very first until a horizon after `least` at which `enough` is content; at last until three years
 * after the last date that the document names, when every order of turns has gone round: what is cut there never ends.
 */
function shiftsUntil(
  doc: Doc,
  rotation: string,
  least: number,
  enough: (shifts: Shift[]) => boolean,
): Shift[] {
  const named = JSON.stringify(doc).match(/\d{4}-\d\d-\d\d/g) ?? []
  const limit = Math.max(least, ...named.map((date) => datesOf(date).first)) + 3 * 365 * DAY
  const key = JSON.stringify([rotation, readings])
  let ofDoc = memory.get(doc)
  if (ofDoc === undefined) memory.set(doc, (ofDoc = new Map()))
  const before = ofDoc.get(key)
  if (before !== undefined && before.horizon > least && enough(before.shifts)) return before.shifts
  for (let ahead = 20 * DAY; ; ahead *= 3) {
    const horizon = Math.min(least + ahead, limit)
    const shifts = allShifts(doc, rotation, horizon)
    if (horizon === limit || enough(shifts)) {
      ofDoc.set(key, { horizon, shifts })
      return shifts
    }
  }
}

function allShifts(doc: Doc, rotation: string, horizon: number): Shift[] {
  const line = lineOf(doc, rotationOf(doc, rotation), horizon)
  const stops = line.edges.filter((t) => t < horizon)
  const pieces = stops.map((start, i) => {
    const state = line.at(start)
    return { start, end: stops[i + 1] ?? horizon, state }
  })
  const shifts: { key: string; shift: Shift }[] = []
  for (const { start, end, state } of pieces) {
    if (state.people.length === 0) continue
    const { layer, turn, people, overrides } = state
    const key = JSON.stringify([layer, turn, people, overrides])
    const last = shifts.at(-1)
    if (last !== undefined && last.shift.end === start && last.key === key) last.shift.end = end
    else {
      const override = overrides.length > 0
      shifts.push({ key, shift: { layer, turn, people, start, end, override, cut: false } })
    }
  }
  return shifts.map(({ shift }) => ({ ...shift, cut: shift.end === horizon }))
}

function endOf(shift: Shift): string | null {
  return shift.cut ? null : iso(shift.end)
}

// ---- meetings

interface Occurrence {
  start: number
  end: number
  due: number
  /** The date due. */
  date: number
  moved: boolean
  terms: Terms
  roles: Record<string, string | null>
}

/** What is true of a meeting on a date, and from which date its `every` counts. */
interface Terms extends TermsDoc {
  phase: string | undefined
}

function termsOf(meeting: MeetingDoc, date: number): Terms {
  let terms: Terms = { ...meeting, phase: meeting.start }
  const changes = [...(meeting.changes ?? [])].sort((a, b) => (a.from < b.from ? -1 : 1))
  for (const { from, ...said } of changes) {
    if (datesOf(from).first > date) break
    terms = { ...terms, ...said, phase: said.every === undefined ? terms.phase : from }
  }
  return terms
}

/** The occurrences held from the first that any role counts (or some days before `from`) until some days after `to`. */
function held(doc: Doc, meeting: MeetingDoc, from: number, to: number): Occurrence[] {
  const start = meeting.start === undefined ? -Infinity : datesOf(meeting.start).first
  const end = meeting.end === undefined ? Infinity : datesOf(meeting.end).first
  const moves = (meeting.move ?? []).map((m) => ({ from: datesOf(m.from).first, to: m.to }))
  const roles = Object.entries({
    ...(meeting.chair === undefined ? {} : { chair: meeting.chair }),
    ...meeting.roles,
  }).map(([name, its]) => [name, Array.isArray(its) ? { members: its } : its] as const)
  const starts = roles.flatMap(([, its]) => {
    const text = its.start ?? meeting.start
    return its.members === undefined || text === undefined ? [] : [datesOf(text).first]
  })
  const moved = moves.map((m) => m.from)
  const first = midnight(Math.min(from - 5 * DAY, ...moved, ...starts)) - 2 * DAY
  const last = Math.max(to + 3 * DAY, ...moved)

  const found: Occurrence[] = []
  for (let named = first; named <= last; named += DAY) {
    const terms = termsOf(meeting, named)
    const zone = terms.timezone ?? doc.timezone ?? 'UTC'
    if (!listOf(terms.days).some((d) => isOn(doc, d, named))) continue
    if (!isInPhase(terms, named)) continue
    const due = instantOf(zone, named + clockOf(terms.at))
    const date = readings.dueWhereItIs ? midnight(wallAt(zone, due)) : named
    if (date < start || date >= end) continue
    if (listOf(meeting.skip).some((skip) => isSkipped(doc, skip, date))) continue
    const move = moves.find((m) => m.from === date)
    const begin =
      move === undefined
        ? due
        : isDate(move.to)
          ? instantOf(zone, datesOf(move.to).first + clockOf(terms.at))
          : momentOf(move.to, zone).at
    const length = durationOf(terms.duration)
    const more = { moved: move !== undefined, terms, roles: {} }
    found.push({ start: begin, end: begin + length, due, date, ...more })
  }
  found.sort((a, b) => a.due - b.due)
  for (const [name, its] of roles) giveRole(doc, meeting, name, its, found)
  return found
}

/** The dates on which a meeting is due between two instants, skipped or not, and whether a list skips them. */
export function naiveDates(
  doc: Doc,
  meeting: MeetingDoc,
  from: number,
  to: number,
): { date: number; isSkipped: boolean }[] {
  const { skip, move: _, ...its } = meeting
  return held(doc, { ...its, roles: {} }, from, to)
    .filter((o) => o.start >= from && o.start < to)
    .map(({ date }) => ({ date, isSkipped: listOf(skip).some((s) => isSkipped(doc, s, date)) }))
}

function isInPhase({ every, phase }: Terms, date: number): boolean {
  if (every === undefined || phase === undefined) return true
  const { number, unit } = lengthOf(every)
  const begin = datesOf(phase).first
  const passed =
    unit === 'month'
      ? monthOf(date) - monthOf(begin)
      : (mondayOf(date) - mondayOf(begin)) / (7 * DAY)
  return passed % number === 0
}

function isSkipped(doc: Doc, skip: string, date: number): boolean {
  if (!/^\d{4}-/.test(skip)) return isOn(doc, skip, date)
  const { first, last } = datesOf(skip)
  return first <= date && date <= last
}

/** Goes through all occurrences in the order in which they are due. */
function giveRole(
  doc: Doc,
  meeting: MeetingDoc,
  name: string,
  its: RoleDoc,
  all: Occurrence[],
): void {
  const zone = meeting.timezone ?? doc.timezone ?? 'UTC'
  const text = its.start ?? meeting.start
  const from = text === undefined ? -Infinity : datesOf(text).first
  const members = (its.members ?? []).map((member) =>
    datedMember(typeof member === 'string' ? { who: member } : member, zone),
  )
  let lastPlace: number | undefined
  for (const one of all) {
    let who: string | null = null
    if (its['on-call'] !== undefined) {
      const { people } = lineOf(doc, rotationOf(doc, its['on-call']), one.start + 1).at(one.start)
      who = people[0] ?? null
    } else if (one.date >= from) {
      const dated = readings.chairDatesByDue ? one.due : one.start
      const isIn = members.map((m) => m.from <= dated && dated < m.until)
      const place = placesAfter(lastPlace, members.length).find((p) => isIn[p])
      if (place !== undefined) {
        lastPlace = place
        const asked = [place, ...placesAfter(place, members.length)].filter((p) => isIn[p])
        const standing = asked.find((p) => !isAway(doc, members[p]?.who[0] ?? '', one.start))
        who = standing === undefined ? null : (members[standing]?.who[0] ?? null)
      }
    }
    for (const override of its.overrides ?? []) {
      const { first, last } = datesOf(override.on)
      if (first <= one.date && one.date <= last)
        who = override.who === 'nobody' ? null : override.who
    }
    one.roles[name] = who
  }
}

function attendees(
  doc: Doc,
  said: NonNullable<MeetingDoc['attendees']>,
  instant: number,
): string[] {
  if (typeof said === 'string') {
    const people = Object.entries(doc.people ?? {})
    return people.filter(([, person]) => isInTeam(doc, person, instant)).map(([id]) => id)
  }
  return each(
    said.flatMap((one) => {
      if (typeof one === 'string') return [one]
      return lineOf(doc, rotationOf(doc, one['on-call']), instant + 1).at(instant).people
    }),
  )
}

function isInTeam(doc: Doc, person: PersonDoc, instant: number): boolean {
  const own = clockIn(doc, person)
  if (person.from !== undefined && instant < own(person.from)) return false
  return person.until === undefined || instant < own(person.until)
}

function isAway(doc: Doc, id: string, instant: number): boolean {
  const person = doc.people?.[id]
  const own = clockIn(doc, person ?? {})
  return listOf(person?.away).some((away) => {
    const isIn = (first: number, last: number): boolean =>
      own(dayText(first)) <= instant && instant < own(dayText(last + DAY))
    if (typeof away === 'string' || away.on !== undefined) {
      const { first, last } = datesOf(typeof away === 'string' ? away : (away.on ?? ''))
      return isIn(first, last)
    }
    const begun = away.from === undefined || own(away.from) <= instant
    const { days } = away
    if (days === undefined) return begun && instant < own(away.to ?? '')
    if (!begun || (away.until !== undefined && instant >= own(away.until))) return false
    for (let date = midnight(instant) - 3 * DAY; date <= instant + 3 * DAY; date += DAY) {
      if (listOf(days).some((d) => isOn(doc, d, date)) && isIn(date, date)) return true
    }
    return false
  })
}

function dayText(date: number): string {
  return iso(date).slice(0, 10)
}

/**
 * The instant of a time on somebody's own clock, which moves with them: the first at which it shows that time; where it
 * never does, the one by the zone that they leave.
 */
function clockIn(doc: Doc, person: PersonDoc): (text: string) => number {
  const first = person.timezone ?? doc.timezone ?? 'UTC'
  const changes = listOf(person.changes).sort((a, b) => (a.from < b.from ? -1 : 1))
  const lives = [{ zone: first, since: -Infinity }]
  for (const { from, timezone } of changes) {
    const zone = timezone ?? lives.at(-1)?.zone ?? first
    lives.push({ zone, since: instantOf(zone, datesOf(from).first) })
  }
  return (text) => {
    for (const [i, { zone, since }] of lives.entries()) {
      const { at } = momentOf(text, zone)
      const until = lives[i + 1]?.since ?? Infinity
      if (since <= at && at < until) return at
      const next = lives[i + 1]
      if (next !== undefined && at >= until && momentOf(text, next.zone).at < next.since) return at
    }
    throw new Error(`${text} is nowhere`)
  }
}

function monthOf(date: number): number {
  return new Date(date).getUTCFullYear() * 12 + new Date(date).getUTCMonth()
}

function mondayOf(date: number): number {
  return date - weekday(date) * DAY
}

// ---- words

interface Moment {
  at: number
  /** As written; of one with `Z` or an offset, as its zone's clock shows it. */
  wall: number
}

/** The instant that a time names, and its wall clock. */
function momentOf(text: string, zone: string): Moment {
  const match = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?))?(?: ?(Z|[+-]\d\d:\d\d))?$/.exec(
    text,
  )
  const [, date, clock = '00:00', offset] = match ?? []
  if (date === undefined) throw new Error(`not a time: ${text}`)
  const wall = datesOf(date).first + clockOf(clock)
  if (offset === undefined) return { at: instantOf(zone, wall), wall }
  const ahead = offset === 'Z' ? 0 : clockOf(offset.slice(1)) * (offset.startsWith('-') ? -1 : 1)
  return { at: wall - ahead, wall: wallAt(zone, wall - ahead) }
}

function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text)
}

/** `a` or `a..b`: the first and the last date. */
function datesOf(text: string): { first: number; last: number } {
  const [first = '', last = first] = text.split('..')
  if (!isDate(first) || !isDate(last)) throw new Error(`not a date: ${text}`)
  return { first: Date.parse(first), last: Date.parse(last) }
}

function clockOf(text: string): number {
  const [hours, minutes, seconds = 0] = text.split(':').map(Number)
  return (hours ?? NaN) * HOUR + (minutes ?? NaN) * MINUTE + seconds * 1000
}

function lengthOf(text: string): { number: number; unit: string } {
  const [number, unit = ''] = text.split(' ')
  return { number: Number(number), unit: unit.replace(/s$/, '') }
}

function durationOf(text: string): number {
  const { number, unit } = lengthOf(text)
  if (unit === 'hour') return number * HOUR
  if (unit === 'minute') return number * MINUTE
  throw new Error(`not a duration: ${text}`)
}

function midnight(wall: number): number {
  return Math.floor(wall / DAY) * DAY
}

function listOf<T>(one: T | T[] | undefined): T[] {
  if (one === undefined) return []
  return Array.isArray(one) ? one : [one]
}

function each(people: string[]): string[] {
  return [...new Set(people)]
}

function inOrder(instants: number[]): number[] {
  return [...new Set(instants)].filter(Number.isFinite).sort((a, b) => a - b)
}

function iso(instant: number): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z')
}
