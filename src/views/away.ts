/** `rotate away`: what an absence hits. */
import { writeDay, writeUtc } from '../time/wall.ts'
import { CHAIR } from '../model/meeting.ts'
import type { Workspace } from '../model/workspace.ts'
import type { AwayAsked, Hit } from '../planning/away.ts'
import { clean } from './clean.ts'
import { Clock } from './clock.ts'
import { sayStretch } from './cover.ts'
import type { Json } from './json.ts'
import type { Look } from './look.ts'
import { nameOf, wholeName } from './names.ts'
import { typed } from './typed.ts'
import { wrap } from './wrap.ts'

/** `Alice Lindqvist is away from Thu 24 Dec 00:00 to Mon 4 Jan 00:00.` */
export function sayAway(
  { person, start, end }: AwayAsked,
  workspace: Workspace,
  look: Look,
): string {
  const clock = new Clock(look)
  const said = `${wholeName(workspace, person)} is away from ${clock.say(start)} to ${clock.say(end)}.`
  return wrap(clean(said), look.width)
}

/** A line for each shift and each meeting. */
export function sayHit(hit: Hit, asked: AwayAsked, workspace: Workspace, look: Look): string {
  if (asked.end <= look.now) return 'That is over: there is nothing for anybody to take.\n'
  const clock = new Clock(look)
  const { dir = '' } = look
  const shifts = hit.held.map(
    (held) =>
      `  on call ${sayStretch(held, clock)}: rotate cover ${asked.person} --on ${typed(held, look.zone)} --rotation ${held.rotation.id}${dir}`,
  )
  const led = hit.led.map(({ occurrence, role, standIn }) => {
    const who = standIn === null ? 'nobody stands in' : `${nameOf(workspace, standIn)} stands in`
    const { meeting, start, day } = occurrence
    const which = role === CHAIR ? '' : ` --role ${role}`
    const other = `rotate chair ${meeting.id} NAME --on ${writeDay(day)}${which}${dir}`
    return `  ${role} of ${meeting.name}, ${clock.say(start)}: ${who}; somebody else: ${other}`
  })
  const all = [...shifts, ...led]
  const then = asked.start < look.now ? 'in what is left of it' : 'then'
  if (all.length === 0) return `They are not on call ${then}, and chair nothing.\n`
  return `Then they are:\n${all.map((line) => `${clean(line)}\n`).join('')}`
}

/** What an absence hits, as data. */
export function hitJson({ held, led }: Hit): { [key: string]: Json } {
  return {
    held: held.map(({ rotation, start, end }) => ({
      rotation: rotation.id,
      start: writeUtc(start),
      end: writeUtc(end),
    })),
    chairs: led.filter(({ role }) => role === CHAIR).map(ledJson),
    roles: led
      .filter(({ role }) => role !== CHAIR)
      .map((one) => ({ role: one.role, ...ledJson(one) })),
  }
}

function ledJson({ occurrence, standIn }: Hit['led'][number]): { [key: string]: Json } {
  return {
    meeting: occurrence.meeting.id,
    start: writeUtc(occurrence.start),
    stands_in: standIn,
  }
}
