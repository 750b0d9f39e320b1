/** Covers on random commented workspaces: no other line changes, the naive oracle agrees, and the second time is nothing. */
import { expect, it } from '@jest/globals'
import { heldWithin, planCover } from '../../src/planning/cover.ts'
import { DAY, HOUR } from '../../src/time/instant.ts'
import { load } from '../../src/workspace/load.ts'
import { commentedWorkspace } from './commented.ts'
import { BRACKETS, GOING, IN_BRACKETS, judgeLines, judgeTimelines, written } from './judge.ts'

const MANY = Number(process.env['PLANNING_SEEDS'] ?? 8)
const FIRST = Number(process.env['PLANNING_FIRST'] ?? 1)

it(`${MANY} covers say what was meant, in lines of their own`, () => {
  const counts = { covers: 0, none: 0, refused: 0 }
  for (let seed = FIRST; counts.covers < MANY && seed < FIRST + MANY * 20; seed += 1) {
    const { sources, now, pick } = commentedWorkspace(seed)
    const { workspace } = load(sources)
    const people = [...workspace.people.keys()]
    const person = pick(people)
    const by = pick(people.filter((id) => id !== person))
    const start = now + pick([-3, 0, 5, 17, 24, 60]) * HOUR
    const end = start + pick([2 * HOUR, DAY, 3 * DAY, 9 * DAY])
    const rotations = [...workspace.rotations.values()]
    const asked = { person, rotations, within: { start, end }, why: 'an edit' }
    const { changes, meant } = planCover(workspace, asked, by, now)
    const after = changes.length === 0 ? undefined : written(sources, changes)
    if (after === undefined) {
      counts[changes.length === 0 ? 'none' : 'refused'] += 1
      continue
    }
    counts.covers += 1
    const undoes = changes.some(({ kind }) => kind === 'remove-override')
    judgeLines(seed, sources, after, { gone: undoes ? GOING : BRACKETS, come: IN_BRACKETS })
    judgeTimelines(seed, sources, after, meant.exchanges)
    const then = load(after).workspace
    const again = { ...asked, rotations: [...then.rotations.values()] }
    expect([seed, planCover(then, again, by, now).changes]).toEqual([seed, []])
    const left = heldWithin(again, now).filter(({ pieces }) =>
      pieces.some(({ people: with_ }) => !with_.includes(by)),
    )
    expect([seed, left]).toEqual([seed, []])
  }
  if (process.env['PLANNING_SEEDS'] !== undefined)
    process.stdout.write(`${JSON.stringify(counts)}\n`)
  expect(counts.covers).toBe(MANY)
}, 900_000)
