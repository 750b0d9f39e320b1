/** What `check` warns of, by rotation and by meeting, as far as a page may say it. */
import { END_OF_TIME, type Instant } from '../../time/instant.ts'
import { problemsIn } from '../../insight/check/check.ts'
import type { Panorama } from '../../insight/panorama.ts'
import { groupBy } from '../../model/group.ts'
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

/** More of one kind about the same people and lanes are said once; more in one lane nobody reads. */
const FEW = 3
const MOST = 30

/** All of its stretch, whatever the time is: a page is the same on any day. */
export function warningsOf(panorama: Panorama, places: Places): Warnings {
  const { workspace, within, lanes: rotations, meetings: held } = panorama
  const all: PageWarning[] = []
  const lanes = { rotations: new Map<string, number[]>(), meetings: new Map<string, number[]>() }
  const meetings = held.map(({ meeting }) => meeting)
  const facts = { workspace: asShown(workspace), within, rotations, meetings, now: within.start }
  const found = problemsIn(facts).filter(
    (problem) => idsOf(problem).length > 0 || problem.meeting !== undefined,
  )
  for (const alike of groupBy(found, kindOf).values()) {
    for (const some of alike.length > FEW ? [alike] : alike.map((one) => [one])) {
      const [first] = some
      if (first === undefined) continue
      let index: number | undefined
      const add = (lane: Map<string, number[]>, id: string): void => {
        const there = lane.get(id) ?? []
        if (there.length >= MOST) return
        index ??= all.push({ ...warningOf(workspace, some, first), ...places.of(first.place) }) - 1
        lane.set(id, [...there, index])
      }
      for (const id of idsOf(first)) add(lanes.rotations, id)
      if (first.meeting !== undefined) add(lanes.meetings, first.meeting)
    }
  }
  return { all, ...lanes }
}

/** The rotations that it is about. */
function idsOf({ rotation, rotations = [] }: Problem): string[] {
  return [...new Set([...rotations, ...(rotation === undefined ? [] : [rotation])])]
}

function kindOf(problem: Problem): string {
  const { code, people, meeting } = problem
  return JSON.stringify([code, idsOf(problem), people, meeting])
}

/** The first in words, and how often it comes again; from its beginning to the end of the last. */
function warningOf(workspace: Workspace, some: readonly Problem[], first: Problem): PageWarning {
  const more = some.length === 1 ? '' : `; ${some.length - 1} times more`
  return {
    text: sayNamed(workspace, first) + more,
    start: endOf(first.start),
    end: endOf(some.at(-1)?.end),
  }
}

/** The same, with no word on why anybody is away; of gaps nothing is warned, since they are drawn. */
function asShown(workspace: Workspace): Workspace {
  const people = [...workspace.people].map(([id, person]) => {
    const away = person.away.map(({ start, end, place }) => ({ start, end, place }))
    const recurring = person.recurring.map(({ why: _why, ...one }) => one)
    return [id, { ...person, away, recurring }] as const
  })
  const checks = { ...workspace.checks, off: new Set(workspace.checks.off).add('gap') }
  return { ...workspace, people: new Map(people), checks }
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
