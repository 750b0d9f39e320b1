/** A plan as a few lines of text: who is to be on call from when, what is written, and no more. */
import { DAY, type Instant } from '../../src/time/instant.ts'
import type { Interval } from '../../src/time/interval.ts'
import { writeUtc } from '../../src/time/wall.ts'
import { Client } from '../../src/pagerduty/client.ts'
import type { LayerSchedule } from '../../src/pagerduty/remote.ts'
import { pagerDuty } from '../../src/pagerduty/service.ts'
import { printOf } from '../../src/sync/fingerprint.ts'
import { readMarker } from '../../src/sync/marker.ts'
import type { Request } from '../../src/sync/request.ts'
import type { Schedule } from '../../src/sync/schedule.ts'
import type { Service } from '../../src/sync/service.ts'
import type { SchedulePlan } from '../../src/sync/schedule-plan.ts'
import { wishFor, type Wish } from '../../src/sync/wish.ts'
import { rotation, workspace } from '../timeline/picture.ts'
import { at, there, type There } from './there.ts'

export interface Asked {
  /** Shift-based unless it says something else. */
  readonly kind?: 'shifts' | 'layers'
  /** What PagerDuty shows, in the lines of `there`; no schedule where it is left out. */
  readonly shows?: readonly string[]
  /** How far ahead, in days; 21 unless it says something else. */
  readonly horizon?: number
  readonly now?: string
  /** How much later than that it is, in milliseconds. */
  readonly past?: number
  /** Whether the schedule has our mark, as it has unless it says something else. */
  readonly isMarked?: boolean
  readonly name?: string
  readonly mayRewrite?: boolean
  readonly lead?: number
  readonly before?: string
}

const NOW = '11-25 12:00'

/** Weekly turns from Monday 16:00 UTC, and what the file says besides. */
export function weekly(members: string, ...overrides: readonly string[]): string {
  const list = overrides.map((one) => `\n  - { ${one} }`).join('')
  const turns = `layers: [{ start: 2026-11-02 16:00, turn: 1 week, members: [${members}] }]`
  return list === '' ? turns : `${turns}\noverrides:${list}`
}

/** Three people, a week each, */
export const WEEK = weekly('alice, bob, carol')

/** and their turns as PagerDuty goes on with them. */
export const TURNS = 'turns R1: alice, bob, carol; 1 week from 11-02 16:00'

/** Everybody, as users of PagerDuty by the ids that they have in the file. */
export const IDS: ReadonlyMap<string, string> = new Map(
  ['alice', 'bob', 'carol', 'dave', 'erin', 'frank', 'grace'].map((id) => [id, id]),
)

/** Nobody asks it anything. */
export const service: Service = pagerDuty(
  new Client('http://localhost', '', {
    withDeadline: () => Promise.reject(new Error('a plan asks nobody')),
    wait: () => Promise.resolve(),
    elapsed: () => 0,
    tell: () => {},
  }),
)

/** The picture of the plan for a rotation, `primary`, whose keys the YAML says. */
export function plan(yaml: string, asked: Asked = {}): string {
  return picture(planned(yaml, asked))
}

/** The writes of it alone. */
export function writes(yaml: string, asked: Asked = {}): readonly string[] {
  return writesIn(planned(yaml, asked))
}

/** The writes of it, as they are sent. */
export function requests(yaml: string, asked: Asked = {}): readonly Request[] {
  return planned(yaml, asked).plan.requests
}

export interface Planned {
  readonly wish: Wish
  readonly found: There | undefined
  readonly plan: SchedulePlan
}

function planned(
  yaml: string,
  { kind = 'shifts', shows, isMarked = true, name = 'primary', ...asked }: Asked,
): Planned {
  const written = rotation(workspace(`rotations:\n  primary:\n${indented(yaml)}`))
  const wish = wishFor(
    written,
    service.linkOf(written).keepsForeign,
    'Team',
    IDS,
    at(asked.now ?? NOW) + (asked.past ?? 0),
    (asked.horizon ?? 21) * DAY,
  )
  const found = shows && there(kind, shows, wish.range, name)
  const marker =
    found && isMarked ? { team: 'Team', rotation: 'primary', prints: found.prints } : undefined
  const plan = service.plan(wish, kind, found?.schedule, {
    marker,
    before: asked.before ?? '',
    mayRewrite: asked.mayRewrite ?? false,
    lead: asked.lead ?? 0,
  })
  return { wish, found, plan }
}

function indented(yaml: string): string {
  return yaml
    .trim()
    .split('\n')
    .map((line) => `    ${line}\n`)
    .join('')
}

function picture(all: Planned): string {
  const { wish, plan } = all
  const who = plan.wanted
    .filter(({ start }) => start < wish.horizon)
    .map((slice) => `${when(slice.start, wish)} ${slice.who.join(' + ') || 'nobody'}`)
  return [
    `on call: ${who.join(' | ')}`,
    ...plan.refusals.map(({ code, message }) => `refused: ${code}: ${message}`),
    ...plan.foreign.map((one) => `kept: ${sayItem(one, all)}`),
    ...writesIn(all),
    ...(plan.isOnlyPatched && plan.requests.length > 0 ? ['only patches'] : []),
    ...(plan.patched === undefined ? [] : [`filled in until ${when(plan.patched, wish)}`]),
  ].join('\n')
}

/** The writes of a plan, in words. */
export function writesIn(all: Planned): string[] {
  return all.plan.requests.flatMap((request) => sayRequest(request, all))
}

function when(time: Instant, { now }: Wish): string {
  if (time === now) return 'now'
  const text = writeUtc(time).replace('T', ' ').replace(/:00Z$/, '')
  return text.startsWith('2026-') ? text.slice(5) : text
}

/** From when to when, as it is seen from the wish's now. */
export function sayWhen({ start, end }: Interval, wish: Wish): string {
  return `${when(start, wish)}..${when(end, wish)}`
}

function stretch(body: Any, wish: Wish): string {
  const [start, end] = ['start', 'end'].map((key) =>
    Date.parse(body[`${key}_time`] ?? body[key]),
  ) as [Instant, Instant]
  return sayWhen({ start, end }, wish)
}

function sayItem(
  one: Interval & { readonly user: string | null; readonly instead?: string | null },
  { wish }: Planned,
): string {
  const instead = one.instead !== undefined ? ` for ${one.instead ?? 'nobody'}` : ''
  return `${one.user ?? 'nobody'}${instead} ${sayWhen(one, wish)}`
}

// oxlint-disable-next-line typescript/no-explicit-any -- bodies are what is sent; a picture of something else would say so
type Any = any

/** A request in words. */
function sayRequest({ method, path, body: sent, gives }: Request, all: Planned): string[] {
  const { wish, found } = all
  const body = sent as Any
  const parts = path.split('/').filter((part) => part !== '' && part !== 'v3')
  const last = parts.at(-1) ?? ''
  const kind = (parts.length % 2 === 0 ? parts.at(-2) : last) ?? ''
  const on = parts.includes('rotations') ? ` on ${parts[3]}` : ''
  if (method === 'DELETE')
    return [
      `removes ${kind === 'events' ? 'event ' : ''}${kind === 'rotations' ? 'rotation ' : ''}${last}`,
    ]
  switch (kind) {
    case 'schedules':
      return saySchedule(method, body.schedule, all)
    case 'rotations':
      return [`makes the rotation ${gives?.name}`]
    case 'events': {
      const { event } = body
      const until = event.effective_until && when(Date.parse(event.effective_until), wish)
      if (method === 'PUT') return [`event ${last}${on} goes on until ${until ?? 'for ever'}`]
      const start = `${event.start_time.date_time} ${event.start_time.time_zone}`
      const members = event.assignment_strategy.members.map(member).join(', ')
      const every = `${event.recurrence[0].replace('RRULE:FREQ=', '')} x${event.assignment_strategy.shifts_per_member}`
      return [
        `makes an event${on}: ${members} ${every} from ${start
          .replace(/^2026-/, '')
          .replace('T', ' ')
          .replace(':00Z Etc/UTC', '')}${until === null ? '' : ` until ${until}`}`,
      ]
    }
    case 'custom_shifts':
      if (body.custom_shifts.length > 8) return [`adds ${body.custom_shifts.length}`]
      return body.custom_shifts.map(
        (one: Any) => `adds ${member(one.assignments[0].member)} ${stretch(one, wish)}`,
      )
    case 'overrides':
      if (body.overrides.length > 8) return [`lays ${body.overrides.length}`]
      return body.overrides.map((one: Any) =>
        one.user === undefined
          ? `lays ${member(one.overriding_member)} for ${member(one.overridden_member)} on ${one.rotation_id ?? one.custom_shift_id} ${stretch(one, wish)}`
          : `lays ${one.user.id} ${stretch(one, wish)}`,
      )
    default:
      return [`${method} ${path}${found === undefined ? '' : '?'}`]
  }
}

function member(body: Any): string {
  return body.type === 'empty_member' ? 'nobody' : body.user_id
}

function saySchedule(method: string, body: Any, all: Planned): string[] {
  const { found, wish } = all
  const zone = method === 'POST' ? ` in ${body.time_zone}` : ''
  const isRenamed = found !== undefined && found.schedule.name !== body.name
  const name = isRenamed ? ` and renames it to ${body.name}` : ''
  const { before } = readMarker(body.description)
  const text = before === '' ? '' : ` below '${before}'`
  const verb = method === 'POST' ? 'makes' : 'marks'
  const old = found?.schedule
  const layers =
    body.schedule_layers === undefined
      ? []
      : (body.schedule_layers as Any[]).flatMap((one) => sayLayer(one, old, wish))
  return [
    `${verb} the schedule${zone}${name}${text}: ${sayMarks(body.description, all)}`,
    ...layers,
  ]
}

/** A layer, where it is not as it was. */
function sayLayer(body: Any, before: Schedule | undefined, wish: Wish): string[] {
  const old = (before as LayerSchedule | undefined)?.layers.find(({ id }) => id === body.id)
  const end = body.end ? Date.parse(body.end) : Infinity
  const users = (body.users as Any[]).map(({ user }) => user.id)
  const start = Date.parse(body.rotation_virtual_start)
  const isSame =
    old !== undefined &&
    old.end === end &&
    old.virtualStart === start &&
    old.users.join() === users.join() &&
    body.restrictions.length === 0
  if (isSame) return []
  const until = end === Infinity ? '' : ` until ${when(end, wish)}`
  const windows = body.restrictions.length === 0 ? '' : ` in ${body.restrictions.length} windows`
  const from =
    Date.parse(body.start) === start ? '' : `, counts from ${when(Date.parse(body.start), wish)}`
  return [
    `layer ${body.id ?? body.name ?? 'new'}: ${users.join(', ')} every ${body.rotation_turn_length_seconds / 3600} h from ${when(start, wish)}${from}${windows}${until}`,
  ]
}

/** What the mark holds, by the names of things; the fingerprints of what is about to be made by what it does. */
function sayMarks(description: string, all: Planned): string {
  const { plan, found, wish } = all
  const named = new Map(found?.named)
  for (const request of plan.requests) {
    const body = request.body as Any
    for (const one of request.method === 'POST'
      ? (body?.overrides ?? body?.custom_shifts ?? [])
      : []) {
      const end = Date.parse(one.end_time ?? one.end)
      const user: Any =
        one.user?.id ?? (one.overriding_member ?? one.assignments[0].member).user_id ?? null
      const instead: Any = one.overridden_member?.user_id ?? null
      const on = one.rotation_id ?? one.custom_shift_id ?? ''
      for (const cause of ['turn', 'override'] as const) {
        const print = printOf({ end, user, instead, on }, cause)
        if (!named.has(print))
          named.set(print, `${user ?? 'nobody'} until ${when(end, wish)} as ${cause}`)
      }
    }
  }
  const prints = [...(readMarker(description).marker?.prints ?? [])]
  if (prints.length > 8) return `${prints.length} marks`
  return (
    prints
      .map((print) => named.get(print) ?? '?')
      .sort()
      .join(', ') || 'no marks'
  )
}

/**
 * The pictures for both kinds, one below the other, and once where they are the same; what lies on a rotation lies in a
 * layer-based schedule on all of it.
 */
export function both(yaml: string, asked: Omit<Asked, 'kind'> = {}): string {
  const { shows, ...rest } = asked
  const onAll = shows?.map((line) => line.replace(/ for \w+ on \w+/, ''))
  const shifts = plan(yaml, { ...asked, kind: 'shifts' })
  const layers = plan(yaml, { ...rest, kind: 'layers', ...(onAll && { shows: onAll }) })
  return shifts === layers ? shifts : `-- shifts\n${shifts}\n-- layers\n${layers}`
}
