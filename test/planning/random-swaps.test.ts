/** Swaps on random commented workspaces: no other line changes, the naive oracle agrees, and back again is nothing. */
import { expect, it } from '@jest/globals'
import { edited } from '../../src/model/edit.ts'
import type { Source } from '../../src/model/place.ts'
import { DAY } from '../../src/time/instant.ts'
import { planSwap, type Swap } from '../../src/planning/swap.ts'
import { editsFor } from '../../src/workspace/edit/edit.ts'
import { load } from '../../src/workspace/load.ts'
import { commentedWorkspace } from './commented.ts'
import { changedLines } from './lines.ts'
import { meantDifferences, naiveDifferences } from './timelines.ts'

const SEEDS = Number(process.env['PLANNING_SEEDS'] ?? 12)

/** An override, on a line of its own or as lines; or the key above the first one. */
const FRESH =
  /^\s*(- )?(\{ .*why: a swap \},?|(rotation|who|instead_of|from|to): \S+( \S+)?|why: a swap|overrides:)$/

/** The same where it is written into brackets that were there. */
const IN_BRACKETS = new RegExp(`${FRESH.source}|why: a swap`)

interface Tried {
  readonly swap: Swap
  readonly after: readonly Source[]
}

it(`${SEEDS} swaps say what was meant, in lines of their own`, () => {
  const counts = { swaps: 0, none: 0, unsound: 0, refused: 0, restored: 0, otherwise: 0 }
  for (let seed = 1; counts.swaps < SEEDS && seed < SEEDS * 20; seed += 1) {
    const { sources, now, pick } = commentedWorkspace(seed)
    const { workspace, problems } = load(sources)
    if (problems.some(({ severity }) => severity === 'error')) {
      counts.unsound += 1
      continue
    }
    const rotation = pick([...workspace.rotations.values()])
    const people = [...workspace.people.keys()]
    const a = pick(people)
    const b = pick(people.filter((id) => id !== a))
    const asked = { a, b, why: 'a swap' }
    const swap = planSwap(workspace, { ...asked, rotation }, now)
    if ('no' in swap || swap.isDone) {
      counts.none += 1
      continue
    }
    const tried = written(sources, swap)
    if (tried === undefined) {
      counts.refused += 1
      continue
    }
    counts.swaps += 1
    const { after } = tried
    sources.forEach((source, i) => {
      const { gone, come } = changedLines(source.text, after[i]!.text)
      const undoes = swap.changes.some(({ kind }) => kind === 'remove-override')
      for (const line of gone)
        expect([seed, line]).toEqual([seed, expect.stringMatching(undoes ? OVERRIDE : IN_PLACE)])
      for (const line of come)
        expect([seed, line]).toEqual([
          seed,
          expect.stringMatching(gone.length > 0 ? IN_BRACKETS : FRESH),
        ])
    })
    const [from, to] = [swap.given!, swap.taken!]
      .flatMap(({ start, end }) => [start, end])
      .sort((x, y) => x - y)
      .filter((_, i) => i === 0 || i === 3) as [number, number]
    expect([seed, naiveDifferences(sources, after, from - 40 * DAY, to + 40 * DAY)]).toEqual([
      seed,
      meantDifferences(swap.meant.exchanges),
    ])

    const now2 = load(after).workspace
    const rotation2 = now2.rotations.get(rotation.id)!
    const at = { at: swap.given!.pieces[0]!.start, with: swap.taken!.pieces[0]!.start }
    const again = planSwap(now2, { ...asked, ...at, rotation: rotation2 }, now)
    expect([seed, 'changes' in again && again.changes]).toEqual([seed, []])

    const back = planSwap(now2, { ...asked, a: b, b: a, ...at, rotation: rotation2 }, now)
    if ('no' in back) throw new Error(`seed ${seed}: ${back.no}`)
    // Who held two at once before would hold them again, and the other takes one off them.
    // Whoever gave back what an override had given them has no stretch of their own there any more.
    const isWhole = swap.changes.some(({ kind }) => kind === 'remove-override')
    if (isWhole || back.meant.exchanges.length !== swap.meant.exchanges.length) {
      counts.otherwise += 1
      continue
    }
    const restored = written(after, back)
    expect([seed, restored !== undefined]).toEqual([seed, true])
    expect([
      seed,
      naiveDifferences(sources, restored!.after, from - 40 * DAY, to + 40 * DAY),
    ]).toEqual([seed, []])
    if (restored!.after.every(({ text }, i) => text === sources[i]!.text)) counts.restored += 1
  }
  if (process.env['PLANNING_SEEDS'] !== undefined) console.log(counts)
  expect(counts.swaps).toBe(SEEDS)
}, 600_000)

/** Lines of an override that goes because it said just the opposite. */
const OVERRIDE = /\{|^\s*(- )?(rotation|who|instead_of|from|to|on|why|overrides|- ).*$/

/** Lines in which something is put into brackets. */
const IN_PLACE = /overrides:|\{/

function written(sources: readonly Source[], swap: Swap): Tried | undefined {
  const { edits, refused } = editsFor(sources, swap.changes)
  return refused.length > 0 ? undefined : { swap, after: edited(sources, edits) }
}
