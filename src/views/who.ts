/** `rotate who`: who is on call, since when, until when, who is next; for the viewer and for the person. */
import { MINUTE, type Instant } from '../time/instant.ts'
import { sayElapsed, sayTime, sayTimeOfDay } from '../time/words.ts'
import type { Workspace } from '../model/workspace.ts'
import type { Holder } from '../insight/holder.ts'
import { clean } from './clean.ts'
import { ClockChanges, sayZone, type Look } from './look.ts'
import { nameAll, nameRotation, sayWhy } from './names.ts'

export function sayWho(workspace: Workspace, holders: readonly Holder[], look: Look): string {
  const clock = new ClockChanges(look)
  const blocks = holders.map((holder) => sayHolder(workspace, holder, look, clock))
  const at = holders[0]?.at ?? look.now
  if (at !== look.now) blocks.unshift(`At ${look.paint.strong(clock.say(at))}:\n`)
  return `${blocks.join('\n')}\n${clock.explain()}${sayZone(look)}\n`
}

function sayHolder(workspace: Workspace, holder: Holder, look: Look, clock: ClockChanges): string {
  const { rotation, shift, since, until, next, at } = holder
  const { paint } = look
  const name = nameAll(workspace, shift?.people ?? [])
  const lines = [paint.faint(clean(nameRotation(rotation)))]
  if (shift === undefined) {
    lines.push(`  ${paint.error('nobody is on call')}${sayGap(since, until, at, clock)}`)
  } else {
    lines.push(`  ${paint.strong(clean(name))}  ${paint.faint(clean(sayWhy(shift)))}`)
    const left =
      shift.end === Infinity
        ? 'without end'
        : `until ${clock.say(shift.end)} (${sayElapsed(shift.end - at)} left)`
    lines.push(`    since ${clock.say(shift.start)}, ${left}`)
    for (const id of shift.people) lines.push(...sayLocal(workspace, id, shift.end, at, look))
  }
  if (next !== undefined) {
    lines.push(`  next: ${clean(nameAll(workspace, next.people))}, from ${clock.say(next.start)}`)
  } else if (shift !== undefined) {
    lines.push(`  next: nobody`)
  }
  return lines.map((line) => `${line}\n`).join('')
}

function sayGap(
  since: Instant | undefined,
  until: Instant | undefined,
  at: Instant,
  clock: ClockChanges,
): string {
  const from = since === undefined ? '' : `, since ${clock.say(since)}`
  const to = until === undefined ? '' : `, until ${clock.say(until)} (in ${sayElapsed(until - at)})`
  return from + to
}

/** What a person's own clock says, where it is another than the viewer's. */
function sayLocal(
  { people }: Workspace,
  id: string,
  until: Instant,
  at: Instant,
  look: Look,
): string[] {
  const person = people.get(id)
  if (person === undefined || until === Infinity) return []
  const sameClock = [at, until].every((t) => person.zone.offsetAt(t) === look.zone.offsetAt(t))
  if (sameClock) return []
  const own = `${sayTimeOfDay(person.zone, at - (at % MINUTE))}${at === look.now ? ' now' : ''}, until ${sayTime(person.zone, until, look.now)}`
  return [
    `    ${look.paint.faint(`for ${clean(person.name)}: ${own} (${clean(person.zone.name)})`)}`,
  ]
}
