/** What `check` warns of, by rotation and by meeting, as far as a page may say it. */
import { END_OF_TIME, type Instant } from '../../time/instant.ts'
import type { Interval } from '../../time/interval.ts'
import { check } from '../../insight/check/check.ts'
import type { Problem } from '../../model/problem.ts'
import type { Workspace } from '../../model/workspace.ts'
import { nameOf } from '../names.ts'
import type { PageWarning } from './data.ts'
import type { Places } from './places.ts'
import { cleanLine, secondsOf } from './text.ts'

/** Warnings, and which of them are about a rotation or a meeting, by its id. */
export interface Warnings {
  readonly all: readonly PageWarning[]
  readonly rotations: ReadonlyMap<string, readonly number[]>
  readonly meetings: ReadonlyMap<string, readonly number[]>
}

/** A gap is drawn as one. */
const DRAWN: readonly string[] = ['gap']

/** All of a stretch, whatever the time is: a page is the same on any day. Why somebody is away is left out. */
export function warningsOf(workspace: Workspace, within: Interval, places: Places): Warnings {
  const all: PageWarning[] = []
  const rotations = new Map<string, number[]>()
  const meetings = new Map<string, number[]>()
  for (const problem of check(withoutReasons(workspace), within)) {
    const ids = [...new Set([...(problem.rotations ?? []), problem.rotation ?? ''])]
    const lanes = ids.filter((id) => workspace.rotations.has(id))
    const { meeting = '' } = problem
    const isMeeting = workspace.meetings.has(meeting)
    if (DRAWN.includes(problem.code) || (lanes.length === 0 && !isMeeting)) continue
    const index =
      all.push({
        text: sayNamed(workspace, problem),
        start: endOf(problem.start),
        end: endOf(problem.end),
        ...places.of(problem.place),
      }) - 1
    for (const id of lanes) rotations.set(id, [...(rotations.get(id) ?? []), index])
    if (isMeeting) meetings.set(meeting, [...(meetings.get(meeting) ?? []), index])
  }
  return { all, rotations, meetings }
}

/** The same, with no word on why anybody is away. */
function withoutReasons(workspace: Workspace): Workspace {
  const people = [...workspace.people].map(([id, person]) => {
    const away = person.away.map(({ why: _, ...one }) => one)
    const recurring = person.recurring.map(({ why: _, ...one }) => one)
    return [id, { ...person, away, recurring }] as const
  })
  return { ...workspace, people: new Map(people) }
}

/** With the names of people, rotations and meetings in the place of their ids. */
function sayNamed(workspace: Workspace, problem: Problem): string {
  const { rotation, rotations = [], meeting, people = [] } = problem
  const names = new Map<string, string>()
  for (const id of people) names.set(id, nameOf(workspace, id))
  for (const id of [...rotations, rotation ?? '']) {
    const name = workspace.rotations.get(id)?.name
    if (name !== undefined && !names.has(id)) names.set(id, name)
  }
  const called = meeting === undefined ? undefined : workspace.meetings.get(meeting)?.name
  if (meeting !== undefined && called !== undefined) names.set(meeting, called)
  const text = problem.message.replaceAll(
    /'([^']+)'/g,
    (quoted, id: string) => names.get(id) ?? quoted,
  )
  return cleanLine(text.charAt(0).toUpperCase() + text.slice(1))
}

function endOf(at: Instant | undefined): number | null {
  return at === undefined || at >= END_OF_TIME || at === -Infinity ? null : secondsOf(at)
}
