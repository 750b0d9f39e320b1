/** Which calendars a workspace has, and which events stand in each. */
import type { Interval } from '../time/interval.ts'
import { unheard, type Tell } from '../model/tell.ts'
import type { Workspace } from '../model/workspace.ts'
import { inOrder, type CalendarEvent } from './event.ts'
import { meetingEvents } from './meetings.ts'
import { readersOf } from './names.ts'
import { shiftEvents } from './shifts.ts'
import { teamKey } from './team.ts'
import { cleanLine } from './text.ts'

export interface Calendar {
  /** Relative to the folder that is published, with `/`: `rotations/primary.ics`. */
  readonly path: string
  /** Clean, but not escaped. */
  readonly name: string
  /** In order of start, then UID. */
  readonly entries: readonly Entry[]
}

/** An event as it stands in one calendar. */
export interface Entry {
  readonly event: CalendarEvent
  readonly summary: string
}

/** One for each rotation, person and meeting, those without events too, and the team's, which is the last and holds all. */
export function calendarsOf(
  workspace: Workspace,
  within: Interval,
  { remind, key }: { readonly remind?: number; readonly key?: string } = {},
  tell: Tell = unheard,
): Calendar[] {
  const { rotations, meetings, people, team } = workspace
  const readers = readersOf(workspace)
  const naming = { team: teamKey(team), key }
  const all: CalendarEvent[] = []
  const calendars: Calendar[] = []
  const add = (path: string, name: string, events: CalendarEvent[]): void => {
    const told = remind === undefined ? events : events.map((event) => ({ ...event, remind }))
    const sorted = told.sort(inOrder)
    calendars.push({ path, name, entries: sorted.map(asItIs) })
    for (const event of sorted) all.push(event)
  }
  for (const [i, rotation] of [...rotations.values()].entries()) {
    tell('shifts', i, rotations.size, 'rotations')
    const events = shiftEvents(rotation, readers, within, naming)
    add(`rotations/${rotation.id}.ics`, cleanLine(rotation.name), events)
  }
  for (const meeting of meetings.values()) {
    const events = meetingEvents(workspace, meeting, readers, within)
    add(`meetings/${meeting.id}.ics`, cleanLine(meeting.name), events)
  }
  all.sort(inOrder)
  const own = new Map([...people.keys()].map((id): [string, Entry[]] => [id, []]))
  for (const event of all) {
    for (const id of event.people) {
      own.get(id)?.push({ event, summary: event.summaries.get(id) ?? event.summary })
    }
  }
  for (const [id, entries] of own) {
    const name = `${readers.get(id)?.name ?? id}: on call`
    calendars.push({ path: `people/${id}.ics`, name, entries })
  }
  const name = team === undefined ? 'On call' : `${cleanLine(team)}: on call`
  calendars.push({ path: 'team.ics', name, entries: all.map(asItIs) })
  return calendars
}

function asItIs(event: CalendarEvent): Entry {
  return { event, summary: event.summary }
}
