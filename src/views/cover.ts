/** `rotate cover`: who could take somebody's time, with reasons, and who could not. */
import { writeUtc } from '../time/wall.ts'
import type { Workspace } from '../model/workspace.ts'
import type { Candidate } from '../planning/cover.ts'
import type { Held } from '../planning/held.ts'
import { clean } from './clean.ts'
import { Clock } from './clock.ts'
import type { Json } from './json.ts'
import type { Look } from './look.ts'
import { wholeName } from './names.ts'
import { sayTroubles, troubleJson } from './proposal.ts'
import { wrap } from './wrap.ts'

/** `Alice Lindqvist is on call for primary, Thu 24 Dec 00:00 to Fri 25 Dec 00:00.` */
export function sayHeld(
  person: string,
  held: readonly Held[],
  workspace: Workspace,
  look: Look,
): string {
  const clock = new Clock(look)
  const all = held.map((one) => sayStretch(one, clock))
  return wrap(clean(`${wholeName(workspace, person)} is on call ${all.join('; ')}.`), look.width)
}

/** `for primary, Thu 24 Dec 00:00 to Fri 1 Jan 00:00 (3 pieces)` */
export function sayStretch({ rotation, start, end, pieces }: Held, clock: Clock): string {
  const many = pieces.length > 1 ? ` (${pieces.length} pieces)` : ''
  return `for ${rotation.id}, ${clock.say(start)} to ${clock.say(end)}${many}`
}

/** The best first, numbered; then the others, each with what speaks against them. */
export function sayCandidates(
  candidates: readonly Candidate[],
  workspace: Workspace,
  look: Look,
): string {
  const { paint, width } = look
  const [could, couldNot] = [true, false].map((is) =>
    candidates.filter(({ against }) => (against.length === 0) === is),
  ) as [Candidate[], Candidate[]]
  const first = could.map(({ person, ...why }, i) => {
    const name = paint.strong(wholeName(workspace, person.id))
    return wrap(`  ${i + 1}. ${name}: ${sayReasons({ person, ...why })}`, width, 3)
  })
  const others = couldNot.map(({ against }) =>
    sayTroubles(against, workspace, look)
      .map((line, i) => wrap(`  ${i > 0 ? '  ' : ''}${line}`, width))
      .join(''),
  )
  return [
    could.length > 0 ? 'Could take it, best first:\n' : 'Nobody could take all of it.\n',
    ...first,
    ...(others.length > 0 ? ['Could not:\n', ...others] : []),
  ].join('')
}

/** `free, rested, awake; 210 h on call in these 6 months, 130 h of them off hours` */
function sayReasons(candidate: Candidate): string {
  const { isMember, isBeside, nightHours, hours, load, offHours } = candidate
  const free = isBeside ? 'on call then already, and would go on without them' : 'free, rest kept'
  const night =
    nightHours < 0.5
      ? 'awake all the time'
      : `${round(nightHours)} h of ${round(hours)} at night there`
  const member = isMember ? '' : ', takes no turns there otherwise'
  return `${free}, ${night}${member}; carries ${round(load)} h of the 90 days before and after, ${round(offHours)} h of them off hours`
}

function round(hours: number): number {
  return Math.round(hours)
}

/** The same for programs. */
export function candidatesJson(
  held: readonly Held[],
  candidates: readonly Candidate[],
): { [key: string]: Json } {
  return {
    held: held.flatMap(({ rotation, pieces }) =>
      pieces.map(({ start, end }) => ({
        rotation: rotation.id,
        start: writeUtc(start),
        end: writeUtc(end),
      })),
    ),
    candidates: candidates.map(
      ({ person, against, isMember, isBeside, nightHours, hours, load, offHours }) => ({
        person: person.id,
        name: person.name,
        could: against.length === 0,
        member: isMember,
        beside: isBeside,
        hours,
        night_hours: nightHours,
        load_hours: load,
        load_off_hours: offHours,
        against: against.map(troubleJson),
      }),
    ),
  }
}
