/** Joiners and leavers in random commented workspaces: no other line changes, and nobody's turn before the date does. */
import { expect, it } from '@jest/globals'
import { planJoin, planLeave, rosterLayers } from '../../src/planning/roster.ts'
import { DAY } from '../../src/time/instant.ts'
import { load } from '../../src/workspace/load.ts'
import { commentedWorkspace } from './commented.ts'
import { judgeLines, written } from './judge.ts'
import { naiveDifferences } from './timelines.ts'

const MANY = Number(process.env['PLANNING_SEEDS'] ?? 8)
const FIRST = Number(process.env['PLANNING_FIRST'] ?? 1)

it.each(['join', 'leave'] as const)(
  `${MANY} who %s change nothing before their date`,
  (what) => {
    const counts = { edits: 0, none: 0, refused: 0, other: 0 }
    for (let seed = FIRST; counts.edits < MANY && seed < FIRST + MANY * 30; seed += 1) {
      const { sources, now, pick } = commentedWorkspace(seed)
      const { workspace } = load(sources)
      const heads = [...workspace.rotations.values()].filter(
        (rotation) => rotation.follows === undefined && rosterLayers(rotation).length > 0,
      )
      if (heads.length === 0) continue
      const rotation = pick(heads)
      const layer = pick(rosterLayers(rotation))
      const person = pick([...workspace.people.keys()])
      const plan = what === 'join' ? planJoin : planLeave
      const found = plan(workspace, { person, rotation, layer }, now)
      if ('no' in found || found.isDone) {
        counts.none += 1
        continue
      }
      const after = written(sources, found.changes)
      if (after === undefined) {
        counts.refused += 1
        continue
      }
      counts.edits += 1
      judgeLines(seed, sources, after, {
        gone: what === 'leave' ? WHOLE_ENTRY : ENTRY,
        come: ENTRY,
      })
      const starts = found.meant.kind === 'from' ? found.meant.starts : []
      const differences = naiveDifferences(sources, after, now - 60 * DAY, now + 90 * DAY)
      for (const line of differences) {
        const [id = '', start = ''] = line.split(' ')
        const from = starts.find((one) => one.rotation === id)?.from ?? Infinity
        expect([seed, line, Date.parse(start) >= from]).toEqual([seed, line, true])
      }
      const then = load(after).workspace.rotations.get(rotation.id)!
      const same = then.layers.find(({ name }) => name === layer.name)!
      const again = plan(load(after).workspace, { person, rotation: then, layer: same }, now)
      expect([seed, 'no' in again ? again.no : again.changes]).toEqual([
        seed,
        'no' in again ? 'no-member' : [],
      ])
    }
    if (process.env['PLANNING_SEEDS'] !== undefined)
      process.stdout.write(`${what} ${JSON.stringify(counts)}\n`)
    expect(counts.edits).toBe(MANY)
  },
  900_000,
)

/** An entry of a roster, in lines or among others in brackets. */
const ENTRY = /^\s*- |members:|\[|^\s*(who|from|until): |^\s*\S+,?$/

/** With the blank lines within it. */
const WHOLE_ENTRY = new RegExp(`${ENTRY.source}|^$`)
