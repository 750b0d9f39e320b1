/** Absences in random commented workspaces: one entry more in the file, and nobody is on call differently. */
import { expect, it } from '@jest/globals'
import { planAway } from '../../src/planning/away.ts'
import { DAY, HOUR } from '../../src/time/instant.ts'
import { startOfDay } from '../../src/time/written.ts'
import { dayOfWall } from '../../src/time/wall.ts'
import { load } from '../../src/workspace/load.ts'
import { commentedWorkspace } from './commented.ts'
import { judgeLines, written } from './judge.ts'
import { naiveDifferences } from './timelines.ts'

const MANY = Number(process.env['PLANNING_SEEDS'] ?? 8)
const FIRST = Number(process.env['PLANNING_FIRST'] ?? 1)

it(`${MANY} absences say what was meant, and change nobody's turn`, () => {
  const counts = { edits: 0, none: 0, refused: 0 }
  for (let seed = FIRST; counts.edits < MANY && seed < FIRST + MANY * 30; seed += 1) {
    const { sources, now, pick, chance } = commentedWorkspace(seed)
    const { workspace } = load(sources)
    const person = pick([...workspace.people.values()])
    const first = dayOfWall(person.zone.wallAt(now)) + pick([-1, 0, 3, 40])
    const isWhole = chance(0.6)
    const asked = {
      person: person.id,
      start: isWhole ? startOfDay(person.zone, first) : now + 3 * HOUR,
      end: isWhole ? startOfDay(person.zone, first + pick([1, 2, 14])) : now + 30 * HOUR,
      ...(chance(0.5) && { why: 'an edit' }),
    }
    const { changes } = planAway(workspace, asked)
    const after = changes.length === 0 ? undefined : written(sources, changes)
    if (after === undefined) {
      counts[changes.length === 0 ? 'none' : 'refused'] += 1
      continue
    }
    counts.edits += 1
    judgeLines(seed, sources, after, { gone: IN_PLACE, come: FRESH, mayMoveIn: true })
    expect([seed, naiveDifferences(sources, after, now - 20 * DAY, now + 40 * DAY)]).toEqual([
      seed,
      [],
    ])
    expect([seed, planAway(load(after).workspace, asked).changes]).toEqual([seed, []])
  }
  if (process.env['PLANNING_SEEDS'] !== undefined)
    process.stdout.write(`${JSON.stringify(counts)}\n`)
  expect(counts.edits).toBe(MANY)
}, 900_000)

/** What somebody says of themselves on one line, or the list in brackets. */
const IN_PLACE = /\{|away:/

/** An absence, on a line of its own or as lines, or among others in brackets; apart where the block above it stands apart. */
const FRESH = /^$|away:|^\s*- \d{4}-|^\s*(- )?(\{ )?(on|from|to|why): /
