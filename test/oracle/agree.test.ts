/** The engine against the naive second implementation: random workspaces, all features mixed, awkward zones. */
import { describe, expect, it } from '@jest/globals'
import { gapsIn } from '../../src/timeline/coverage.ts'
import { occurrencesOf } from '../../src/timeline/occurrences.ts'
import { onCallAt } from '../../src/timeline/rotation.ts'
import { nextShift, previousShift, shiftAt, shiftsOf } from '../../src/timeline/shifts.ts'
import { writeUtc } from '../../src/time/wall.ts'
import { load } from '../../src/workspace/load.ts'
import type { Workspace } from '../../src/model/workspace.ts'
import { naiveGaps, naiveMeetings, naiveShifts, naiveWho } from './naive.ts'
import { randomWorkspace } from './random.ts'

const SEEDS = Number(process.env['ORACLE_SEEDS'] ?? 150)
const FIRST = Number(process.env['ORACLE_FIRST'] ?? 1)

function loaded(yaml: string): Workspace {
  const { workspace, problems } = load([{ path: 'rotations/random.yaml', text: yaml }])
  expect(problems.filter(({ severity }) => severity === 'error').map((p) => p.message)).toEqual([])
  return workspace
}

function ended(at: number): string | null {
  return at === Infinity ? null : writeUtc(at)
}

function shiftsIn(workspace: Workspace, start: number, end: number): unknown[] {
  const order = [...workspace.rotations.keys()]
  return [...workspace.rotations.values()]
    .flatMap((rotation) => shiftsOf(rotation, { start, end }))
    .sort(
      (a, b) => a.start - b.start || order.indexOf(a.rotation.id) - order.indexOf(b.rotation.id),
    )
    .map(({ rotation, layer, turn, people, start: from, end: to, overrides }) => ({
      rotation: rotation.id,
      layer: layer?.name ?? null,
      turn,
      people,
      start: writeUtc(from),
      end: ended(to),
      override: overrides.length > 0,
    }))
}

function whoAt(workspace: Workspace, at: number): unknown[] {
  return [...workspace.rotations.values()].map((rotation) => {
    const shift = shiftAt(rotation, at)
    const next = nextShift(rotation, shift?.end ?? at)
    const since = shift?.start ?? previousShift(rotation, at)?.end
    const until = shift?.end ?? next?.start
    expect(onCallAt(rotation, at)).toEqual(shift?.people ?? [])
    return {
      rotation: rotation.id,
      people: shift?.people ?? [],
      since: since === undefined ? null : writeUtc(since),
      until: until === undefined ? null : ended(until),
      layer: shift?.layer?.name ?? null,
      turn: shift?.turn ?? null,
      override: (shift?.overrides.length ?? 0) > 0,
      next: next && { people: next.people, start: writeUtc(next.start), end: ended(next.end) },
    }
  })
}

describe('the engine agrees with a naive second implementation', () => {
  it.each(Array.from({ length: SEEDS }, (_, i) => FIRST + i))('on random workspace %i', (seed) => {
    const { doc, yaml, from, to, at } = randomWorkspace(seed)
    const workspace = loaded(yaml)
    expect(shiftsIn(workspace, from, to)).toEqual(naiveShifts(doc, from, to).shifts)
    for (const rotation of workspace.rotations.values()) {
      const gaps = gapsIn(rotation, { start: from, end: to })
      const expected = naiveGaps(doc, rotation.id, from, to).map(({ start, end }) => [start, end])
      expect(gaps.map(({ start, end }) => [writeUtc(start), writeUtc(end)])).toEqual(expected)
    }
    for (const instant of at.slice(0, 3)) {
      const expected = naiveWho(doc, instant).rotations.map((r) => ({
        ...r,
        next: r.next ?? undefined,
      }))
      expect(whoAt(workspace, instant)).toEqual(expected)
    }
    const meetings = [...workspace.meetings.values()]
      .flatMap((meeting) => occurrencesOf(workspace, meeting, { start: from, end: to }))
      .sort((a, b) => a.start - b.start)
      .map(({ meeting, start, end, chair, roles, attendees, due }) => ({
        meeting: meeting.id,
        start: writeUtc(start),
        end: writeUtc(end),
        chair,
        roles: Object.fromEntries(roles),
        attendees,
        due: writeUtc(due),
      }))
    const expected = naiveMeetings(doc, from, to).meetings
    expect(meetings).toEqual(expected.map((m) => ({ ...m, due: m.due ?? m.start })))
  })
})
