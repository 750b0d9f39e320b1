/** What PagerDuty shows, said in lines of text, as the planner reads it: without HTTP, rendered the simple way. */
import type { Interval } from '../../src/time/interval.ts'
import { printOf, type Cause } from '../../src/sync/fingerprint.ts'
import type { Item, Schedule, Stint } from '../../src/sync/schedule.ts'
import type {
  Event,
  LayerOverride,
  LayerSchedule,
  PagerDutyLayer,
  RenderedShift,
  ShiftItem,
  ShiftSchedule,
  Track,
} from '../../src/pagerduty/remote.ts'
import { time } from '../timeline/picture.ts'

/**
 * One thing a line:
 *
 *     turns R1: alice, bob; 1 week from 11-02 16:00..12-14 16:00     a rotation's event, or a layer
 *     turns R1: alice, bob; 1 day for 12 hours from 11-02 08:00      one that is not always on call
 *     ours C1 (turn): dave 12-02 10:00..12-02 18:00                  with its fingerprint in the mark
 *     theirs O1: dave for bob on R1 12-02 10:00..12-02 18:00         made by hand
 *     theirs C1: dave 12-02 10:00..12-02 18:00 hiding others         one that adds nobody, as far as PagerDuty shows
 *     gone (override): dave 12-02 10:00..12-02 18:00                 a fingerprint whose item is not there
 *     far (override): dave 12-02 10:00..12-02 18:00                  one whose item is not in what is looked at
 *
 * Of a later line of `turns` with the same name another event is made. What lies on something is newest last; the
 * schedule lists it by its name, since no list tells what is newer.
 */
export interface There {
  readonly schedule: Schedule
  readonly prints: ReadonlySet<string>
  /** What each fingerprint that anything here may have is called. */
  readonly named: ReadonlyMap<string, string>
}

interface Turns {
  readonly id: string
  readonly members: readonly (string | null)[]
  readonly hours: number
  /** How much of them the shift lasts. */
  readonly lasts: number
  readonly start: number
  readonly until: number
}

interface Laid extends Interval {
  readonly whose: string
  readonly id: string
  readonly cause: Cause
  readonly user: string | null
  readonly instead: string | null | undefined
  readonly on: string | undefined
  readonly isHiding: boolean
}

const HOUR = 3_600_000
const UNITS: Readonly<Record<string, number>> = { hour: 1, day: 24, week: 168 }

export function there(
  kind: 'shifts' | 'layers',
  lines: readonly string[],
  range: Interval,
  name: string,
): There {
  const turns = lines.flatMap((line) => turnsIn(line) ?? [])
  const laid = lines.flatMap((line) => laidIn(line) ?? [])
  if (turns.length + laid.length < lines.length) throw new Error(`cannot read: ${lines.join('\n')}`)
  const standing = laid.filter(({ whose }) => whose === 'ours' || whose === 'theirs')
  const prints = new Set<string>()
  const named = new Map<string, string>()
  for (const { whose, id, cause, user, instead = null, on = '', end } of laid) {
    for (const each of ['turn', 'override'] as const) {
      named.set(printOf({ end, user, instead, on }, each), `${id} as ${each}`)
    }
    if (whose !== 'theirs') prints.add(printOf({ end, user, instead, on }, cause))
  }
  const frame = { id: 'S1', name, description: '', zone: 'Etc/UTC', policies: undefined }
  const beyond = laid
    .filter(({ whose }) => whose === 'far')
    .map(({ id, start, end, user }) => ({ id, start, end, user: user ?? '' }))
  const schedule =
    kind === 'shifts'
      ? shiftSchedule({ ...frame, kind, beyond }, turns, standing, range)
      : layerSchedule({ ...frame, kind, beyond }, turns, standing, range)
  return { schedule, prints, named }
}

function shiftSchedule(
  frame: Omit<ShiftSchedule, 'tracks' | 'items' | 'rendered'>,
  turns: readonly Turns[],
  laid: readonly Laid[],
  range: Interval,
): ShiftSchedule {
  const ids = [...new Set(turns.map(({ id }) => id))]
  const tracks = ids.map((id): Track => ({
    id,
    events: turns
      .filter((one) => one.id === id)
      .map((one, i): Event => ({
        id: `${id}.${i + 1}`,
        start: one.start,
        end: one.start + one.lasts * HOUR,
        startZone: 'Etc/UTC',
        since: one.start,
        until: one.until,
        recurrence: [ruleFor(one.hours)],
        perMember: 1,
        members: one.members,
      })),
  }))
  const customs = laid
    .filter(({ instead }) => instead === undefined)
    .map(({ id, start, end, user }): ShiftItem => ({ id, start, end, user }))
  const overrides = laid
    .filter(({ instead }) => instead !== undefined)
    .map(({ id, start, end, user, instead, on }): ShiftItem => ({
      id,
      start,
      end,
      user,
      instead: instead ?? null,
      on,
      isOnItem: !ids.includes(on ?? ''),
    }))
  const hiding = laid.filter(({ isHiding }) => isHiding)
  const bare: RenderedShift[] = [
    ...turns
      .flatMap((one) =>
        occurrences(one, range).map((stint) => ({
          ...stint,
          source: { turns: one.id, item: undefined, over: undefined },
        })),
      )
      .flatMap((stint) => laidOver(stint, hiding, () => undefined)),
    ...customs.map(({ start, end, user, id }) => ({
      start,
      end,
      user,
      source: { turns: undefined, item: id, over: undefined },
    })),
  ]
  const rendered = bare.flatMap((stint) => {
    const { source } = stint
    const mine = overrides.filter(({ on }) => on === (source.turns ?? source.item))
    return mine.reduce<RenderedShift[]>(
      (pieces, one) =>
        pieces.flatMap((piece) =>
          one.instead === stint.user || one.instead === piece.user
            ? laidOver(piece, [one], () => ({
                user: one.user,
                source: { ...source, over: one.id },
              }))
            : [piece],
        ),
      [stint],
    )
  })
  const items = [...customs.toSorted(byId), ...overrides.toSorted(byId)]
  return { ...frame, tracks, items, rendered: rendered.filter(isIn(range)) }
}

function layerSchedule(
  frame: Omit<LayerSchedule, 'layers' | 'items' | 'rendered' | 'teams'>,
  turns: readonly Turns[],
  laid: readonly Laid[],
  range: Interval,
): LayerSchedule {
  const layers = turns.map((one): PagerDutyLayer => ({
    id: one.id,
    name: one.id,
    start: one.start,
    end: one.until,
    virtualStart: one.start,
    seconds: one.hours * 3600,
    users: one.members.map((user) => user ?? ''),
    restrictions: [],
    rendered: occurrences(one, range),
  }))
  const overrides = laid.map(({ id, start, end, user }): LayerOverride => ({
    id: id === '-' ? undefined : id,
    start,
    end,
    user: user ?? '',
  }))
  const everything = [...layers.map(({ rendered }) => rendered), ...overrides.map((one) => [one])]
  let rendered: readonly Stint[] = []
  for (const top of everything) {
    const beneath = rendered.flatMap((stint) => laidOver(stint, top, () => undefined))
    rendered = [...beneath, ...top.map(({ start, end, user }) => ({ start, end, user }))]
  }
  return {
    ...frame,
    layers,
    items: overrides.toSorted(byId),
    rendered: [...rendered].filter(isIn(range)).sort((a, b) => a.start - b.start),
    teams: [],
  }
}

function byId(a: Item, b: Item): number {
  return (a.id ?? '') < (b.id ?? '') ? -1 : 1
}

function isIn({ start, end }: Interval): (stint: Interval) => boolean {
  return (stint) => stint.end > start && stint.start < end
}

/** A stint cut by what lies on it, the last of which is seen; undefined takes the stint away. */
function laidOver<P extends Interval, T extends Interval>(
  stint: P,
  tops: readonly T[],
  change: (top: T) => Partial<P> | undefined,
): P[] {
  let bare: P[] = [stint]
  let covered: P[] = []
  for (const top of [...tops].reverse()) {
    const left: P[] = []
    for (const part of bare) {
      const start = Math.max(part.start, top.start)
      const end = Math.min(part.end, top.end)
      if (start >= end) {
        left.push(part)
        continue
      }
      if (part.start < start) left.push({ ...part, end: start })
      if (end < part.end) left.push({ ...part, start: end })
      const changed = change(top)
      if (changed !== undefined) covered = [...covered, { ...part, ...changed, start, end }]
    }
    bare = left
  }
  return [...bare, ...covered].sort((a, b) => a.start - b.start)
}

function occurrences({ members, hours, lasts, start, until }: Turns, range: Interval): Stint[] {
  const stints: Stint[] = []
  for (let i = 0; start + i * hours * HOUR < Math.min(range.end, until); i += 1) {
    const from = start + i * hours * HOUR
    const end = Math.min(from + lasts * HOUR, until)
    if (end > range.start)
      stints.push({ start: from, end, user: members[i % members.length] ?? null })
  }
  return stints
}

function ruleFor(hours: number): string {
  if (hours % 168 === 0) return hours === 168 ? 'RRULE:FREQ=WEEKLY;BYDAY=MO' : 'RRULE:FREQ=WEEKLY'
  return hours === 24 ? 'RRULE:FREQ=DAILY' : `RRULE:FREQ=HOURLY;INTERVAL=${hours}`
}

function turnsIn(line: string): Turns | undefined {
  const found =
    /^turns (\w+): ([^;]+); (\d+) (hour|day|week)s?(?: for (\d+) hours)? from (.+?)(?:\.\.(.+))?$/.exec(
      line,
    )
  if (found === null) return undefined
  const [, id = '', members = '', count = '', unit = '', lasts, start = '', until] = found
  return {
    id,
    members: members.split(', ').map(userNamed),
    hours: Number(count) * (UNITS[unit] ?? 0),
    lasts: lasts === undefined ? Number(count) * (UNITS[unit] ?? 0) : Number(lasts),
    start: at(start),
    until: until === undefined ? Infinity : at(until),
  }
}

function laidIn(line: string): Laid | undefined {
  const found =
    /^(ours|theirs|gone|far)(?: (\S+))?(?: \((turn|override)\))?: (\w+)(?: for (\w+) on (\w+))? ([^.]+)\.\.(.+?)( hiding others)?$/.exec(
      line,
    )
  if (found === null) return undefined
  const [
    ,
    whose = '',
    id = whose,
    cause = 'override',
    user = '',
    instead,
    on,
    start = '',
    end = '',
    hiding,
  ] = found
  return {
    whose,
    id,
    cause: cause === 'turn' ? 'turn' : 'override',
    user: userNamed(user),
    instead: instead === undefined ? undefined : userNamed(instead),
    on,
    start: at(start),
    end: at(end),
    isHiding: hiding !== undefined,
  }
}

function userNamed(name: string): string | null {
  return name === 'nobody' ? null : name
}

/** `11-30 16:00` is in 2026. */
export function at(text: string): number {
  return time(/^\d\d-/.test(text) ? `2026-${text}` : text)
}
