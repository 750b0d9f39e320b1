/** A meeting as YAML. */
import { writeLength } from '../../time/length.ts'
import { writeDay, writeTimeOfDay } from '../../time/wall.ts'
import type { Attendee, Meeting, Move } from '../../model/meeting.ts'
import type { Workspace } from '../../model/workspace.ts'
import { given, list, map, tall, text, word, type Yaml } from './emit.ts'
import { daysOf, wordsOf } from './days.ts'
import { printMembers } from './rotation.ts'
import { rangeText } from './time.ts'

export function printMeeting(meeting: Meeting, { zone: usual }: Workspace): Yaml {
  const { id, name, zone, at, duration, every, attendees, chair, skip, move } = meeting
  const { start, end, where } = meeting
  const isEveryone = attendees.length === 1 && attendees[0]?.kind === 'everyone'
  return tall(
    given({
      name: name === id ? undefined : text(name),
      days: wordsOf(daysOf(meeting.days)),
      at: word(writeTimeOfDay(at)),
      timezone: zone.name === usual.name ? undefined : word(zone.name),
      duration: word(writeLength(duration)),
      start: start === undefined ? undefined : word(writeDay(start)),
      end: end === undefined ? undefined : word(writeDay(end)),
      every: every.count === 1 ? undefined : word(writeLength(every)),
      attendees: isEveryone ? undefined : list(attendees.map(printAttendee)),
      chair:
        chair &&
        map({
          members: printMembers(chair.members, zone),
          start: chair.start === start ? undefined : word(writeDay(chair.start)),
        }),
      skip: skip.length === 0 ? undefined : list(skip.map((range) => word(rangeText(range)))),
      move: move.length === 0 ? undefined : list(move.map((one) => printMove(one, at))),
      place: where === undefined ? undefined : text(where),
    }),
  )
}

function printAttendee(attendee: Attendee): Yaml {
  switch (attendee.kind) {
    case 'everyone':
      return word('everyone')
    case 'person':
      return word(attendee.person)
    case 'on-call':
      return map({ 'on-call': word(attendee.rotation) })
  }
}

/** A date alone keeps the time of day. */
function printMove({ due, to: { day, time } }: Move, usual: number): Yaml {
  const to = time === usual ? writeDay(day) : `${writeDay(day)} ${writeTimeOfDay(time)}`
  return map({ from: word(writeDay(due)), to: word(to) })
}
