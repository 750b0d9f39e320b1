/** Schedules of Opsgenie (or JSM) as rotations: their turns are told, and what Opsgenie worked out proves them. Pure. */
import { DAY, type Instant } from '../time/instant.ts'
import { touches, type Interval } from '../time/interval.ts'
import { zoneToWrite } from '../time/zone-to-write.ts'
import { UTC, type Zone } from '../time/zone.ts'
import { NOWHERE } from '../model/place.ts'
import type { Layer, Override } from '../model/rotation.ts'
import type { Brought, BroughtRotation } from '../patterns/brought.ts'
import { rangeOf, type Stretch } from '../patterns/stretch.ts'
import { layerSpans } from '../timeline/layer.ts'
import { instantOf, layerOf } from './layers.ts'
import { everybodyIn, isUnknown, keyOf, sayStrangers, type Everybody } from './people.ts'
import type {
  OpsgenieOverride,
  OpsgenieSchedule,
  OpsgenieTimeline,
  Period,
  Records,
  RotationApart,
} from './records.ts'

/** How far ahead it is looked whether rotations are ever active at one time. */
const AHEAD = 366 * DAY

/** What the schedules in records come to; `from` is where they stood. */
export function readOpsgenie(
  { schedules, strays, overrides, timelines, users }: Records,
  from: string,
  now: Instant,
): Brought {
  const { everybody, keys } = everybodyIn(users)
  const unsaid = [...sayStrangers(schedules, keys), ...strays.map(sayStray)]
  const rotations: BroughtRotation[] = []
  for (const schedule of schedules) {
    if (!schedule.enabled) {
      unsaid.push(`The schedule '${schedule.name}' is switched off in ${from}, and left out.`)
      continue
    }
    const isIts = ({ schedule: its }: { readonly schedule: readonly string[] }): boolean =>
      its.length === 0
        ? schedules.length === 1
        : its.includes(schedule.id) || its.includes(schedule.name)
    const its = {
      schedule,
      everybody,
      keys,
      now,
      overrides: overrides.filter(isIts),
      timeline: timelines.find(
        (one) =>
          isIts(one) ||
          (one.schedule.length === 0 &&
            schedule.rotations.some(({ id }) => one.rotations.includes(id))),
      ),
    }
    rotations.push(...rotationsOf(its))
  }
  const [team, ...more] = new Set(schedules.map((schedule) => schedule.team))
  return {
    from,
    people: everybody,
    rotations,
    meetings: [],
    unsaid,
    ...(team !== undefined && team !== '' && more.length === 0 && { team }),
  }
}

const ADD_UP =
  'Its rotations are on call at one time: each is a rotation of its own, and they add up.'
const SOME_ONLY = 'Overrides are for some of its rotations only: each is a rotation of its own.'
const LAYERS = 'Its rotations are never on call at one time: they are layers of one.'

interface Its extends Everybody {
  readonly schedule: OpsgenieSchedule
  readonly now: Instant
  readonly overrides: readonly OpsgenieOverride[]
  readonly timeline: OpsgenieTimeline | undefined
}

/** A layer, and the id of the rotation that it was. */
interface Drawn {
  readonly id: string
  readonly layer: Layer
}

function rotationsOf(its: Its): BroughtRotation[] {
  const { schedule, now } = its
  const unsaid: string[] = []
  let isShort = false
  const known = zoneToWrite(schedule.timezone)
  if (known === undefined)
    unsaid.push(`The time zone '${schedule.timezone}' is not known: UTC stands for it.`)
  const zone = known ?? UTC
  const drawn: Drawn[] = []
  for (const rotation of schedule.rotations) {
    const end = rotation.endDate === '' ? undefined : instantOf(rotation.endDate)
    if (end !== undefined && end <= now) {
      unsaid.push(
        `'${rotation.name}' is over since ${rotation.endDate.slice(0, 10)}, and left out.`,
      )
      continue
    }
    const odd = rotation.participants.filter(({ type }) => /^(team|escalation)$/.test(type))
    const layer = layerOf(rotation, zone, (one) => keyOf(one, its))
    if (typeof layer === 'string') unsaid.push(`${layer}: it is left out.`)
    else drawn.push({ id: rotation.id, layer })
    for (const { type, name, id } of odd) {
      unsaid.push(
        `In '${rotation.name}' a turn is the ${type} '${name || id}', which is no person: nobody stands for it.`,
      )
    }
    const unknown = rotation.participants.filter(isUnknown).length
    if (unknown > 0) {
      const turns = unknown === 1 ? 'a turn is' : `${unknown} turns are`
      unsaid.push(
        `In '${rotation.name}' ${turns} of somebody of whom nothing is told: nobody stands there.`,
      )
    }
    isShort ||= odd.length + unknown > 0 || typeof layer === 'string' || known === undefined
  }
  if (drawn.length === 0) return []
  const year = { start: now, end: now + AHEAD }
  const isTogether = !areApart(drawn, year)
  const isParted = isTogether || !its.overrides.every(isForAll)
  const parts = isParted ? drawn.map((one) => [one]) : [drawn]
  if (drawn.length > 1) unsaid.push(isTogether ? ADD_UP : isParted ? SOME_ONLY : LAYERS)
  return parts.map((part, i) => {
    const [only] = part
    const name = parts.length > 1 ? `${schedule.name} ${only?.layer.name ?? ''}` : schedule.name
    const isAlone = parts.length === 1
    const mine = shownBy(
      its,
      part.map(({ id }) => id),
    )
    return {
      name,
      stretches: mine?.stretches ?? [],
      zones: [zone],
      unsaid: i === 0 ? unsaid : [],
      told: {
        zone,
        layers: part.map(({ layer }, n) => ({
          ...layer,
          name: isAlone && part.length > 1 ? layer.name : String(n + 1),
        })),
        overrides: overridesOf(its, part, parts, zone),
        ...(mine !== undefined && { within: mine.within }),
        isShort: isShort && i === 0,
      },
    }
  })
}

function isForAll({ rotations }: OpsgenieOverride): boolean {
  return rotations.length === 0
}

/** On what nobody can bring in. */
function sayStray({ rotation: { name }, schedule }: RotationApart): string {
  return schedule === ''
    ? `Of which schedule '${name}' is nothing tells, and it is left out: give what is of one schedule at a time.`
    : `'${name}' is left out: its schedule (${schedule}) is told nowhere, and has to be given too.`
}

/** Whether no two of some layers ever have a turn at one time. */
function areApart(drawn: readonly Drawn[], within: Interval): boolean {
  const spans = drawn.flatMap(({ layer }, i) =>
    layerSpans(BARE, layer, within).map((span) => ({ ...span, i })),
  )
  spans.sort((a, b) => a.start - b.start)
  let [end, last] = [-Infinity, -1]
  for (const span of spans) {
    if (span.start < end && span.i !== last) return false
    if (span.end > end) [end, last] = [span.end, span.i]
  }
  return true
}

/** A rotation whose layers are told beside it. */
const BARE = {
  id: '',
  name: '',
  zone: UTC,
  coverage: 'none',
  layers: [],
  ahead: 0,
  overrides: [],
  place: NOWHERE,
} as const

/** Overrides that run or come; where they are for all, in the first rotation that then holds somebody, and nobody in the others. */
function overridesOf(
  { overrides, schedule, everybody, keys, now }: Its,
  part: readonly Drawn[],
  parts: readonly (readonly Drawn[])[],
  zone: Zone,
): Override[] {
  return overrides.flatMap((one): Override[] => {
    const [start, end] = [instantOf(one.startDate), instantOf(one.endDate)]
    if (start === undefined || end === undefined || end <= now || end <= start) return []
    const ids = new Set(
      schedule.rotations
        .filter(({ id, name }) => one.rotations.includes(id) || one.rotations.includes(name))
        .map(({ id }) => id),
    )
    const isMeant = (other: readonly Drawn[]): boolean =>
      isForAll(one) || other.some(({ id }) => ids.has(id))
    if (!isMeant(part)) return []
    const holds = (other: readonly Drawn[]): boolean =>
      other.some(({ layer }) =>
        layerSpans({ ...BARE, zone }, layer, { start, end }).some(
          ({ people }) => people.length > 0,
        ),
      )
    const meant = parts.filter(isMeant)
    const first = meant.find(holds) ?? meant[0]
    const key = keyOf(one.user, { everybody, keys })
    if (part !== first && !holds(part)) return []
    const people = part === first && key !== undefined ? [key] : []
    return [{ kind: 'replace', people, start, end, place: NOWHERE }]
  })
}

interface Shown {
  readonly within: Interval
  readonly stretches: readonly Stretch[]
}

/** What Opsgenie worked out from now on; one person's calls to another are their own setting, and stay with the one. */
function shownBy(its: Its, ids: readonly string[]): Shown | undefined {
  const { timeline, now } = its
  if (timeline === undefined) return undefined
  const isIts = ({ rotation }: Period): boolean => ids.includes(rotation)
  const stretches = stretchesOf(timeline.final.filter(isIts), timeline.base.filter(isIts), its)
  const within = {
    start: Math.max(instantOf(timeline.startDate) ?? now, now),
    end: instantOf(timeline.endDate) ?? Math.max(now, rangeOf(stretches).end),
  }
  return within.end <= within.start ? undefined : { within, stretches }
}

function stretchesOf(final: readonly Period[], base: readonly Period[], its: Its): Stretch[] {
  const plain = final.filter(({ type }) => type !== 'forwarding')
  const forwarded = final
    .filter(({ type }) => type === 'forwarding')
    .flatMap((one) => stretchOf(one, its))
  const beneath = base
    .flatMap((one) => stretchOf(one, its))
    .flatMap((one) =>
      forwarded
        .filter((other) => touches(one, other))
        .map((other) => ({
          ...one,
          start: Math.max(one.start, other.start),
          end: Math.min(one.end, other.end),
        })),
    )
  return [...plain.flatMap((one) => stretchOf(one, its)), ...beneath]
}

function stretchOf({ startDate, endDate, recipient }: Period, its: Its): Stretch[] {
  const [start, end] = [instantOf(startDate), instantOf(endDate)]
  const key = keyOf({ ...recipient, username: recipient.username || recipient.name }, its)
  return start === undefined || end === undefined || key === undefined
    ? []
    : [{ start, end, people: [key] }]
}
