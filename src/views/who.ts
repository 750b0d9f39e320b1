/** `rotate who`: who is on call, since when, until when, who is next; for the viewer and for the person. */
import { minuteOf, type Instant } from '../time/instant.ts'
import { sayElapsed, sayTime, sayTimeOfDay } from '../time/words.ts'
import { endOf } from '../model/rotation.ts'
import type { Workspace } from '../model/workspace.ts'
import { whole, type Holder } from '../insight/holder.ts'
import type { Holding } from '../insight/holding.ts'
import { clean } from './clean.ts'
import { Clock } from './clock.ts'
import { sayWays } from './contact.ts'
import { sayPerson } from './holding.ts'
import type { Look } from './look.ts'
import { nameRotation, sayBriefly, sayWhy, wholeName, wholeNames } from './names.ts'
import { sayUnknown } from './unknown.ts'
import { unbroken, wrap } from './wrap.ts'

/** The answer of `rotate who`. */
export interface Who {
  readonly workspace: Workspace
  readonly at: Instant
  readonly holders: readonly Holder[]
  /** Ids of rotations that cannot be answered for. */
  readonly unknown: readonly string[]
  /** What those hold who were named. */
  readonly people?: readonly Holding[]
  /** Whether people are told the layer and the number of each turn. */
  readonly isLong?: boolean
}

/** Who holds each rotation, a block each; or what each of some people holds. */
export function sayWho(answer: Who, look: Look): string {
  const { workspace, at, holders, unknown, people } = answer
  const why = answer.isLong === true ? sayWhy : sayBriefly
  const clock = new Clock(look)
  const blocks =
    people?.map((one) => sayPerson(workspace, one, at, look, clock)) ??
    holders.map((holder) =>
      sayHolder(workspace, whole(holder), why, look, clock)
        .map((line) => wrap(line, look.width))
        .join(''),
    )
  if (at !== look.now) blocks.unshift(`At ${look.paint.strong(clock.say(minuteOf(at)))}:\n`)
  if (unknown.length > 0) blocks.push(sayUnknown(unknown, look.paint))
  if (!people && holders.length + unknown.length === 0) blocks.push('There are no rotations.\n')
  return `${blocks.join('\n')}\n${clock.explain()}`
}

function sayHolder(
  workspace: Workspace,
  holder: Holder,
  why: typeof sayWhy,
  look: Look,
  clock: Clock,
): string[] {
  const { rotation, shift, next } = holder
  const { paint } = look
  return [
    paint.faint(clean(nameRotation(rotation))),
    ...(shift === undefined
      ? [`  ${paint.error('nobody is on call')}${sayGap(holder, clock)}`]
      : [
          `  ${paint.strong(wholeNames(workspace, shift.people))}  ${paint.faint(clean(why(shift)))}`,
          `    ${sayStretch(holder, clock)}`,
          ...sayLocals(workspace, shift.people, holder, look),
          ...sayContacts(workspace, shift.people, look),
        ]),
    ...sayNext(workspace, holder, look, clock),
    ...(next === undefined ? [] : sayLocalStarts(workspace, next.people, next.start, look)),
  ]
}

function sayStretch({ shift, at }: Holder, clock: Clock): string {
  const { start = at, end = Infinity } = shift ?? {}
  const left =
    end === Infinity
      ? 'without end'
      : `until ${unbroken(clock.say(end))} ${unbroken(`(${sayElapsed(end - at)} left)`)}`
  return isAlwaysBefore(start) ? left : `since ${unbroken(clock.say(start))}, ${left}`
}

/** Whether nothing bounds a stretch: it begins with time as far as that can be spoken of. */
function isAlwaysBefore(start: Instant): boolean {
  return start <= 0
}

function sayGap({ since, until, at }: Holder, clock: Clock): string {
  const from = since === undefined ? '' : `, since ${unbroken(clock.say(since))}`
  const to =
    until === undefined
      ? ''
      : `, until ${unbroken(clock.say(until))} ${unbroken(`(in ${sayElapsed(until - at)})`)}`
  return from + to
}

/** Who comes after a shift; where that is nobody for a while, so much is said first. */
function sayNext(
  workspace: Workspace,
  { rotation, at, shift, next, until }: Holder,
  { paint }: Look,
  clock: Clock,
): string[] {
  const isOver = endOf(rotation) <= at
  if (next === undefined) {
    if (shift === undefined) return [`  next: nobody${isOver ? ', it is over' : ''}`]
    if (until === Infinity) return []
    if (until === endOf(rotation)) return [`  next: nobody, it is over then`]
    return [`  next: ${paint.error('nobody')}`]
  }
  const who = `${wholeNames(workspace, next.people)}, from ${unbroken(clock.say(next.start))}`
  if (shift === undefined || shift.end === next.start) return [`  next: ${who}`]
  const gap = `${paint.error('nobody')}, from ${unbroken(clock.say(shift.end))} ${unbroken(`(for ${sayElapsed(next.start - shift.end)})`)}`
  return [`  next: ${gap}`, `  then: ${who}`]
}

/** What the people's own clocks say, where they are others than the viewer's. */
function sayLocals(
  workspace: Workspace,
  ids: readonly string[],
  { shift, at }: Holder,
  look: Look,
): string[] {
  const { start = at, end = Infinity } = shift ?? {}
  const minute = minuteOf(at)
  return elsewhere(workspace, ids, [start, end, at], look).map(({ name, zone }) => {
    const now = `${sayTimeOfDay(zone, minute)} ${at === look.now ? 'now' : 'then'}`
    const stretch = [
      isAlwaysBefore(start) ? [] : `since ${unbroken(sayTime(zone, start, look.now))}`,
      end === Infinity ? [] : `until ${unbroken(sayTime(zone, end, look.now))}`,
    ].flat()
    const said = stretch.length === 0 ? '' : `: ${stretch.join(', ')}`
    const text = `for ${name} (${clean(zone.nameAt(at))}, ${now})${said}`
    return `    ${look.paint.faint(text)}`
  })
}

/** How to reach them: `phone +46 70 000 00 00, slack @alice`. */
function sayContacts(workspace: Workspace, ids: readonly string[], { paint }: Look): string[] {
  return ids.flatMap((id) => {
    const contact = workspace.people.get(id)?.contact ?? []
    if (contact.length === 0) return []
    const ways = sayWays(contact)
    const whose = ids.length > 1 ? `${wholeName(workspace, id)}: ` : ''
    return `    ${whose}${paint.faint(ways)}`
  })
}

function sayLocalStarts(
  workspace: Workspace,
  ids: readonly string[],
  start: Instant,
  look: Look,
): string[] {
  return elsewhere(workspace, ids, [start], look).map(({ name, zone }) => {
    const text = `for ${name} (${clean(zone.nameAt(start))}): from ${unbroken(sayTime(zone, start, look.now))}`
    return `    ${look.paint.faint(text)}`
  })
}

/** Those of the people whose clock shows another time than the viewer's at one of the instants. */
function elsewhere(
  workspace: Workspace,
  ids: readonly string[],
  instants: readonly Instant[],
  { zone }: Look,
): { name: string; zone: Look['zone'] }[] {
  return ids.flatMap((id) => {
    const person = workspace.people.get(id)
    const differs = instants.some(
      (at) => at !== Infinity && person?.zone.offsetAt(at) !== zone.offsetAt(at),
    )
    return person && differs ? [{ name: wholeName(workspace, id), zone: person.zone }] : []
  })
}
