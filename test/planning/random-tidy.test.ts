/** Old things go from random commented workspaces: no other line changes, and the naive oracle finds all else as it was. */
import { expect, it } from '@jest/globals'
import type { Change } from '../../src/model/change.ts'
import { writable } from '../../src/cli/tidy.ts'
import type { RecurringAway } from '../../src/model/person.ts'
import type { Place, Source } from '../../src/model/place.ts'
import type { RoleOverride } from '../../src/model/role.ts'
import type { Override } from '../../src/model/rotation.ts'
import type { Workspace } from '../../src/model/workspace.ts'
import { unmeant } from '../../src/planning/prove.ts'
import { planTidy } from '../../src/planning/tidy.ts'
import { DAY } from '../../src/time/instant.ts'
import { load } from '../../src/workspace/load.ts'
import { naiveMeetings, naiveShifts } from '../oracle/naive.ts'
import { commentedWorkspace, docOf } from './commented.ts'
import { judgeLines, written } from './judge.ts'

const MANY = Number(process.env['PLANNING_SEEDS'] ?? 8)
const FIRST = Number(process.env['PLANNING_FIRST'] ?? 1)

it(`${MANY} times old things go, and nothing that is left differs`, () => {
  const counts: Record<string, number> = { edits: 0, none: 0, refused: 0 }
  for (let seed = FIRST; counts['edits']! < MANY && seed < FIRST + MANY * 20; seed += 1) {
    const { sources, now, pick } = commentedWorkspace(seed)
    const before = now + pick([0, 3, 9, 9, 25, 25, 60, 60, 320]) * DAY
    const { workspace } = load(sources)
    const { parts, meant } = planTidy(workspace, before)
    const changes = writable(parts, sources)
    counts['refused']! += parts.flatMap((part) => part.changes).length - changes.length
    const after = changes.length === 0 ? undefined : written(sources, changes)
    if (after === undefined) {
      counts['none']! += 1
      continue
    }
    counts['edits']! += 1
    for (const { kind } of changes) counts[kind] = (counts[kind] ?? 0) + 1
    sources.forEach((source, i) => {
      const gone = goneLines(workspace, changes, source)
      judgeLines(seed, [source], [after[i]!], { gone, come: NEW })
    })
    const then = load(after).workspace
    expect([seed, unmeant(workspace, then, meant, { start: 0, end: before + 30 * DAY })]).toEqual([
      seed,
      [],
    ])
    expect([seed, factsFrom(after, before)]).toEqual([seed, factsFrom(sources, before)])
    expect([seed, writable(planTidy(then, before).parts, after)]).toEqual([seed, []])
  }
  if (process.env['PLANNING_SEEDS'] !== undefined)
    process.stdout.write(`${JSON.stringify(counts)}\n`)
  expect(counts['edits']).toBe(MANY)
}, 900_000)

/** Every shift that ends after an instant, and every meeting that begins after it; turns are counted from another one. */
function factsFrom(sources: readonly Source[], from: number): string[] {
  const doc = docOf(sources)
  const to = from + 25 * DAY
  const shifts = naiveShifts(doc, from, to).shifts.map((shift) =>
    JSON.stringify({ ...shift, turn: null }),
  )
  const meetings = naiveMeetings(doc, from, to)
    .meetings.filter(({ start }) => Date.parse(start) >= from)
    .map((meeting) => JSON.stringify(meeting))
  return [...shifts, ...meetings]
}

/** What may be said anew: lists in brackets, a member without a date, a first handoff. */
const NEW = /\{|\[|start:|^\s*- \S+(   # remark \d+)?$/

/** A line is gone only where something old stood on it, or the key above it. */
function goneLines(
  workspace: Workspace,
  changes: readonly Change[],
  { path, text }: Source,
): RegExp {
  const places = changes.flatMap((change) => placesOf(workspace, change))
  const lines = places
    .filter(({ source }) => source.path === path)
    .flatMap(({ from, to }) => {
      const start = text.lastIndexOf('\n', from - 1) + 1
      const end = text.indexOf('\n', Math.max(to - 1, from))
      return text.slice(start, end < 0 ? text.length : end).split(/\r?\n/)
    })
  const all = lines.map((line) => line.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^\\s*(${['(- |shifts: )?(overrides|away|start):.*', ...all].join('|')})\\s*$`)
}

function placesOf({ rotations, people }: Workspace, change: Change): Place[] {
  switch (change.kind) {
    case 'remove-override':
      return [change, ...(change.others ?? [])].map(({ override }) => (override as Override).place)
    case 'remove-away':
      return people
        .get(change.person)!
        .away.filter(({ start, end }) => start === change.away.start && end === change.away.end)
        .map(({ place }) => place)
    case 'remove-recurring-away':
      return [(change.days as RecurringAway).place]
    case 'remove-role-override':
      return [(change.override as RoleOverride).place]
    case 'edit-members':
    case 'remove-row': {
      const { layers } = rotations.get(change.rotation)!
      const { members, rows } = layers.find(({ name }) => name === change.layer)!
      // Of a row that is where it begins; it goes on to the next.
      const ends = members.map(({ place }) => place.from).sort((a, b) => a - b)
      return members.map(({ place }) => {
        const to = ends.find((end) => end > place.from) ?? place.source.text.length
        return rows === undefined ? place : { ...place, to: Math.max(place.from, to - 1) }
      })
    }
    case 'add-away':
    case 'add-override':
    case 'add-person':
    case 'add-role-override':
    case 'move-start':
      return []
  }
}
