/** Swaps on random commented workspaces: no other line changes, the naive oracle agrees, and back again is nothing. */
import { expect, it } from '@jest/globals'
import { planSwap } from '../../src/planning/swap.ts'
import { load } from '../../src/workspace/load.ts'
import { commentedWorkspace } from './commented.ts'
import { BRACKETS, GOING, IN_BRACKETS, judgeLines, judgeTimelines, written } from './judge.ts'
import { naiveDifferences } from './timelines.ts'

const MANY = Number(process.env['PLANNING_SEEDS'] ?? 8)
const FIRST = Number(process.env['PLANNING_FIRST'] ?? 1)

it(`${MANY} swaps say what was meant, in lines of their own`, () => {
  const counts = { swaps: 0, none: 0, refused: 0, restored: 0, otherwise: 0 }
  for (let seed = FIRST; counts.swaps < MANY && seed < FIRST + MANY * 20; seed += 1) {
    const { sources, now, pick } = commentedWorkspace(seed)
    const { workspace } = load(sources)
    const rotation = pick([...workspace.rotations.values()])
    const people = [...workspace.people.keys()]
    const a = pick(people)
    const b = pick(people.filter((id) => id !== a))
    const why = 'an edit'
    const swap = planSwap(workspace, { a, b, why, rotation }, now)
    if ('no' in swap || swap.isDone) {
      counts.none += 1
      continue
    }
    const after = written(sources, swap.changes)
    if (after === undefined) {
      counts.refused += 1
      continue
    }
    counts.swaps += 1
    const undoes = swap.changes.some(({ kind }) => kind === 'remove-override')
    judgeLines(seed, sources, after, { gone: undoes ? GOING : BRACKETS, come: IN_BRACKETS })
    judgeTimelines(seed, sources, after, swap.meant.exchanges)

    const then = load(after).workspace
    const asked = {
      at: swap.given!.pieces[0]!.start,
      with: swap.taken!.pieces[0]!.start,
      rotation: then.rotations.get(rotation.id)!,
      why,
    }
    const again = planSwap(then, { a, b, ...asked }, now)
    expect([seed, 'changes' in again && again.changes]).toEqual([seed, []])

    const back = planSwap(then, { ...asked, a: b, b: a }, now)
    if ('no' in back) throw new Error(`seed ${seed}: ${back.no}`)
    // Who held two at once before would hold them again, and the other takes one off them.
    // Whoever gave back what an override had given them has no stretch of their own there any more.
    if (undoes || back.meant.exchanges.length !== swap.meant.exchanges.length) {
      counts.otherwise += 1
      continue
    }
    const restored = written(after, back.changes)
    const ends = swap.meant.exchanges.flatMap(({ start, end }) => [start, end])
    expect([
      seed,
      restored && naiveDifferences(sources, restored, Math.min(...ends), Math.max(...ends)),
    ]).toEqual([seed, []])
    if (restored!.every(({ text }, i) => text === sources[i]!.text)) counts.restored += 1
  }
  if (process.env['PLANNING_SEEDS'] !== undefined)
    process.stdout.write(`${JSON.stringify(counts)}\n`)
  expect(counts.swaps).toBe(MANY)
}, 900_000)
