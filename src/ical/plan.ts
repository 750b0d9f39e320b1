/** What to publish: shifts and meetings, beside what is published now. */
import type { Instant } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import { unheard, type Tell } from '../model/tell.ts'
import type { Workspace } from '../model/workspace.ts'
import { calendarsOf } from './calendars.ts'
import { contentOf, type CalendarEvent } from './event.ts'
import { readersOf } from './names.ts'
import { isOurs, readCalendar, type PublishedEvent } from './published.ts'
import { isSealedWith, seal } from './seal.ts'
import { teamIn, teamKey, teamOfKey } from './team.ts'
import { called, writeCalendar, writeEvents, type Revision } from './write.ts'

export interface CalendarRequest {
  /** Without problems: what is unsound has no calendar, and its old one would be an orphan. */
  readonly workspace: Workspace
  readonly within: Interval
  /** When events that are new or changed were made. */
  readonly stamp: Instant
  /** Milliseconds before each event at which clients should remind people; no alarm where left out. */
  readonly remind?: number
  /** By what of people shifts are called, instead of by names: `email`, or a name in their contact. */
  readonly key?: string
  /** What is there now, by path relative to the folder that is published, with `/`. What rotate did not write is left alone. */
  readonly published: ReadonlyMap<string, string>
  /** Whether calendars of other teams are taken over: then they are orphans too where they belong to nobody. */
  readonly adopt?: boolean
}

export interface CalendarFile {
  /** `rotations/primary.ics` */
  readonly path: string
  readonly text: string
  readonly events: number
}

export interface CalendarPlan {
  readonly files: readonly CalendarFile[]
  /** Paths of calendars that rotate wrote for this team and that belong to nobody any more, sorted. */
  readonly orphans: readonly string[]
  /** What stands in the way: files at these paths that rotate did not write, sorted. */
  readonly strangers: readonly string[]
  /** The ids of people who have shifts, and not that by which they would be called; sorted. */
  readonly nameless: readonly string[]
  /** Calendars of other teams, and their names; sorted by path. */
  readonly others: readonly { readonly path: string; readonly team: string }[]
}

/** Where calendars stand, from the folder that is published; everything else in it is not looked at. */
export const PLACES: readonly string[] = ['', 'rotations', 'meetings', 'people']

/**
 * Plans the calendars of a workspace. An event that says what it said is taken over as it stands, so that its
 * DTSTAMP, LAST-MODIFIED and SEQUENCE are those of its last change, and the same in every file.
 */
export function planCalendars(request: CalendarRequest, tell: Tell = unheard): CalendarPlan {
  const { workspace, within, stamp, published, adopt = false } = request
  const own = teamKey(workspace.team)
  const calendars = calendarsOf(workspace, within, request, tell)
  const { key } = request
  const all = calendars.at(-1)?.entries.map(({ event }) => event) ?? []
  const texts = eventsWritten(all, known(published), stamp, tell)
  const files = calendars.map(({ path, name, entries }, i): CalendarFile => {
    tell('writing', i, calendars.length, 'calendars')
    const parts = entries.map(({ event, summary }) =>
      called(summary, contentOf(event), texts.get(event.uid) ?? ''),
    )
    const text = writeCalendar(name, parts, own)
    return { path, text, events: entries.length }
  })
  const paths = new Set(files.map(({ path }) => path))
  const ours = [...published].filter(([path, text]) => isOurs(text) && isInPlace(path))
  const others = othersIn(published, workspace.team)
  const foreign = new Set(adopt ? [] : others.map(({ path }) => path))
  return {
    files,
    orphans: ours
      .map(([path]) => path)
      .filter((path) => !paths.has(path) && !foreign.has(path))
      .sort(),
    strangers: [...published]
      .filter(([path, text]) => paths.has(path) && text !== '' && !isOurs(text))
      .map(([path]) => path)
      .sort(),
    nameless: key === undefined ? [] : nameless(workspace, all, key),
    others,
  }
}

function nameless(
  { people }: Workspace,
  events: readonly CalendarEvent[],
  key: string,
): readonly string[] {
  const readers = readersOf({ people })
  const onCall = new Set(events.flatMap((event) => (event.transparent ? event.people : [])))
  return [...onCall].filter((id) => !readers.get(id)?.keys.get(key)).sort()
}

/** The calendars of other teams among what is published. One that names no team is anybody's, and taken over. */
export function othersIn(
  published: ReadonlyMap<string, string>,
  own: string | undefined,
): { readonly path: string; readonly team: string }[] {
  const key = teamKey(own)
  return [...published]
    .flatMap(([path, text]) => {
      const team = isOurs(text) && isInPlace(path) ? teamIn(text) : undefined
      return team === undefined || team === key ? [] : [{ path, team: teamOfKey(team) }]
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** `team.ics`, and what lies right in the folders of the others: an archive below is nobody's business. */
function isInPlace(path: string): boolean {
  return path === 'team.ics' || /^(rotations|meetings|people)\/[^/]+$/.test(path)
}

/** So many events at a time are written in some tenths of a second. */
const BLOCK = 500

/**
 * Each event's text by its UID: as it was published, or written anew where it was not or says something else. What it is
 * called in the files of single people is part of what it says, so that it is stamped alike in all of them.
 */
function eventsWritten(
  events: readonly CalendarEvent[],
  known: ReadonlyMap<string, readonly PublishedEvent[]>,
  stamp: Instant,
  tell: Tell,
): Map<string, string> {
  const texts = new Map<string, string>()
  const changed: Revision[] = []
  for (const event of events) {
    const before = known.get(event.uid) ?? []
    const same = before.find(({ text }) => isSealedWith(contentOf(event), text))
    if (same === undefined) changed.push({ event, sequence: (before[0]?.sequence ?? -1) + 1 })
    else texts.set(event.uid, same.text)
  }
  for (let from = 0; from < changed.length; from += BLOCK) {
    tell('writing', from, changed.length, 'events')
    const block = changed.slice(from, from + BLOCK)
    const written = writeEvents(block, stamp)
    for (const [i, { event }] of block.entries()) {
      texts.set(event.uid, seal(contentOf(event), written[i] ?? ''))
    }
  }
  return texts
}

/**
 * What is known of each event, by UID: its latest text, first; more than one only where files disagree, because
 * somebody touched one. Of calendars in which an earlier run stopped halfway, the later ones speak.
 */
function known(published: ReadonlyMap<string, string>): Map<string, PublishedEvent[]> {
  const events = new Map<string, PublishedEvent[]>()
  for (const calendar of published.values()) {
    for (const event of readCalendar(calendar) ?? []) {
      const others = events.get(event.uid)
      const order = others?.[0] === undefined ? 0 : compare(event, others[0])
      if (others === undefined || order > 0) events.set(event.uid, [event])
      else if (order === 0 && others.every(({ text }) => text !== event.text)) {
        events.set(event.uid, [...others, event])
      }
    }
  }
  return events
}

function compare(a: PublishedEvent, b: PublishedEvent): number {
  if (a.sequence !== b.sequence) return a.sequence - b.sequence
  if (a.stamp === b.stamp) return 0
  return a.stamp > b.stamp ? 1 : -1
}
