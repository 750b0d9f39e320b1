/** Roles given away in random commented workspaces: one entry more, and one role of one meeting differs. */
import { expect, it } from '@jest/globals'
import { CHAIR } from '../../src/model/meeting.ts'
import type { Source } from '../../src/model/place.ts'
import { planChair } from '../../src/planning/chair.ts'
import { UTC } from '../../src/time/zone.ts'
import { DAY } from '../../src/time/instant.ts'
import { occurrencesOf } from '../../src/timeline/occurrences.ts'
import { load } from '../../src/workspace/load.ts'
import { naiveMeetings } from '../oracle/naive.ts'
import { commentedWorkspace, docOf } from './commented.ts'
import { judgeLines, written } from './judge.ts'
import { naiveDifferences } from './timelines.ts'

const MANY = Number(process.env['PLANNING_SEEDS'] ?? 8)
const FIRST = Number(process.env['PLANNING_FIRST'] ?? 1)

it(`${MANY} chairs and other roles given for once say that, and nothing else`, () => {
  const counts = { edits: 0, none: 0, refused: 0 }
  for (let seed = FIRST; counts.edits < MANY && seed < FIRST + MANY * 30; seed += 1) {
    const { sources, now, pick, chance } = commentedWorkspace(seed)
    const { workspace } = load(sources)
    const within = { start: now, end: now + 40 * DAY }
    const all = [...workspace.meetings.values()].flatMap((meeting) =>
      [...(meeting.chair ? [CHAIR] : []), ...meeting.roles.keys()].flatMap((role) =>
        occurrencesOf(workspace, meeting, within).map((occurrence) => ({
          meeting,
          role,
          occurrence,
        })),
      ),
    )
    if (all.length === 0) continue
    const { meeting, role, occurrence } = pick(all)
    const person = pick([...workspace.people.keys()])
    const { day } = occurrence
    const asked = { meeting, role, person, day, zone: UTC, ...(chance(0.5) && { why: 'an edit' }) }
    const found = planChair(workspace, asked, now)
    // What a zone skipped is due with the next: a date means both.
    const same = occurrencesOf(workspace, meeting, {
      start: now - 30 * DAY,
      end: now + 90 * DAY,
    }).filter((one) => one.day === day)
    if ('no' in found || found.changes.length === 0 || same.length > 1) {
      counts.none += 1
      continue
    }
    const after = written(sources, found.changes)
    if (after === undefined) {
      counts.refused += 1
      continue
    }
    counts.edits += 1
    judgeLines(seed, sources, after, { gone: IN_PLACE, come: FRESH, mayMoveIn: true })
    const [from, to] = [now - 20 * DAY, now + 60 * DAY]
    expect([seed, naiveDifferences(sources, after, from, to)]).toEqual([seed, []])
    const [was, is] = [rolesIn(sources, from, to), rolesIn(after, from, to)]
    const at = new Date(occurrence.due).toISOString().replace('.000', '')
    const key = `${meeting.id} ${at} ${role}`
    expect([seed, was.get(key)]).toEqual([seed, found.before])
    expect([seed, [...is]]).toEqual([
      seed,
      [...was].map(([one, who]) => [one, one === key ? person : who]),
    ])
    const then = load(after).workspace
    const again = planChair(then, { ...asked, meeting: then.meetings.get(meeting.id)! }, now)
    expect([seed, 'changes' in again && again.changes]).toEqual([seed, []])
  }
  if (process.env['PLANNING_SEEDS'] !== undefined)
    process.stdout.write(`${JSON.stringify(counts)}\n`)
  expect(counts.edits).toBe(MANY)
}, 900_000)

/** `meeting due role`, and who has it. */
function rolesIn(sources: readonly Source[], from: number, to: number): Map<string, string | null> {
  const all = naiveMeetings(docOf(sources), from, to).meetings.flatMap(
    ({ meeting, start, due, chair, roles }) =>
      Object.entries({ chair, ...roles }).map(
        ([role, who]) => [`${meeting} ${due ?? start} ${role}`, who] as const,
      ),
  )
  return new Map(all)
}

/** A role on one line, or its overrides in brackets. */
const IN_PLACE = /\{|\[|chair:|overrides:|^\s*\S+: \S+(   # remark \d+)?$/

/** An entry, on a line of its own or as lines, or among others in brackets. */
const FRESH = /\{|\[|overrides:|^\s*(- )?(who|on|why): /
