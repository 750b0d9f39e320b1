/** What a person holds now and next: a block in `rotate who`, lines in `rotate me`. */
import { MINUTE, type Instant } from '../time/instant.ts'
import { sayElapsed, sayTimeOfDay } from '../time/words.ts'
import { writeTimeOfDay } from '../time/wall.ts'
import { settingAt, type Person } from '../model/person.ts'
import type { Workspace } from '../model/workspace.ts'
import type { Holding, Stay } from '../insight/holding.ts'
import { clean } from './clean.ts'
import type { Clock } from './clock.ts'
import { sayContact } from './contact.ts'
import { contactJson, time, type Json } from './json.ts'
import type { Look } from './look.ts'
import { nameOf } from './names.ts'
import { unbroken, wrap } from './wrap.ts'

/** Whether they are on call, until when, and when they are next: sentences without the name. */
export function sayHolding({ now, next }: Holding, at: Instant, clock: Clock): string[] {
  const held = now.map(({ rotation, end }) => {
    const until =
      end === Infinity
        ? 'without end'
        : `until ${unbroken(clock.say(end))} ${unbroken(`(${sayElapsed(end - at)} left)`)}`
    return `on call for ${rotation.id}, ${until}`
  })
  const [first] = next
  const then =
    first === undefined
      ? 'next: nothing'
      : `next: ${first.rotation.id}, from ${unbroken(clock.say(first.start))} ${unbroken(`(in ${sayElapsed(first.start - at)})`)}`
  return [...(held.length > 0 ? held : ['not on call']), then].map((line) => `  ${line}`)
}

/** A block for one person: how to reach them, what their clock says, what they hold. */
export function sayPerson(
  workspace: Workspace,
  holding: Holding,
  at: Instant,
  look: Look,
  clock: Clock,
): string {
  const { person } = holding
  const { paint, width } = look
  const contact = sayContact(person)
  const lines = [
    ...sayHolding(holding, at, clock).map(clean),
    ...(contact === '' ? [] : [`  ${paint.faint(contact)}`]),
    `  ${paint.faint(sayClockOf(person, at, look))}`,
  ]
  const head = `${paint.strong(clean(nameOf(workspace, person.id)))}\n`
  return head + lines.map((line) => wrap(line, width)).join('')
}

/** `10:00 now in Europe/London, works 09:00-18:00` */
function sayClockOf({ zone, ...person }: Person, at: Instant, { now }: Look): string {
  const { hours } = settingAt({ zone, ...person }, at)
  const then = at === now ? 'now' : 'then'
  return `${sayTimeOfDay(zone, at - (at % MINUTE))} ${then} in ${clean(zone.nameAt(at))}, works ${sayWorkingHours(hours)}`
}

/** `09:00-18:00` */
export function sayWorkingHours({
  from,
  to,
}: {
  readonly from: number
  readonly to: number
}): string {
  return [from, to].map(writeTimeOfDay).join('-')
}

/** Who somebody is, how they are reached, and what they hold now and next. */
export function holdingJson({ person, now, next }: Holding): { [key: string]: Json } {
  const [first] = next
  return {
    person: person.id,
    name: person.name,
    contact: contactJson(person),
    on_call: now.map(stayJson),
    next: first === undefined ? null : stayJson(first),
  }
}

function stayJson({ rotation, start, end }: Stay): Json {
  return { rotation: rotation.id, start: time(start), end: time(end) }
}
