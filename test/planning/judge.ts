/** An edit of random files judged: no other line changes, and the naive oracle finds what was meant and nothing else. */
import { expect } from '@jest/globals'
import type { Change } from '../../src/model/change.ts'
import { edited } from '../../src/model/edit.ts'
import type { Source } from '../../src/model/place.ts'
import type { Exchange } from '../../src/planning/proposal.ts'
import { DAY } from '../../src/time/instant.ts'
import { editsFor } from '../../src/workspace/edit/edit.ts'
import { changedLines, type Changed } from './lines.ts'
import { meantDifferences, naiveDifferences } from './timelines.ts'

/** Around what changes it is looked so far whether something else does. */
const AROUND = 30 * DAY

/** The files after changes; undefined where there is no place for one, such as behind an alias. */
export function written(
  sources: readonly Source[],
  changes: readonly Change[],
): Source[] | undefined {
  const { edits, refused } = editsFor(sources, changes)
  return refused.length > 0 ? undefined : edited(sources, edits)
}

/** Which lines may change. */
interface Meant {
  readonly gone: RegExp
  readonly come: RegExp
  /** Whether what stood alone may have become one of a list: the same lines, further in and behind a dash. */
  readonly mayMoveIn?: boolean
}

/** Every line that is gone or has come is one that was meant. */
export function judgeLines(
  seed: number,
  before: readonly Source[],
  after: readonly Source[],
  { gone, come, mayMoveIn = false }: Meant,
): void {
  before.forEach((source, i) => {
    const changed = changedLines(source.text, after[i]!.text)
    const found = mayMoveIn ? withoutMoved(changed) : changed
    for (const line of found.gone) expect([seed, line]).toEqual([seed, expect.stringMatching(gone)])
    for (const line of found.come) expect([seed, line]).toEqual([seed, expect.stringMatching(come)])
  })
}

function withoutMoved({ gone, come }: Changed): Changed {
  const left = [...come]
  const lost = gone.filter((line) => {
    const ways = [`  ${line}`, line.replace(/\S/, '- $&')]
    const moved = left.findIndex((other) => ways.includes(other))
    if (moved !== -1) left.splice(moved, 1)
    return moved === -1
  })
  return { gone: lost, come: left }
}

/** Who is on call differs by the exchanges, and nowhere else. */
export function judgeTimelines(
  seed: number,
  before: readonly Source[],
  after: readonly Source[],
  exchanges: readonly Exchange[],
  around: number = AROUND,
): void {
  const from = Math.min(...exchanges.map(({ start }) => start)) - around
  const to = Math.max(...exchanges.map(({ end }) => end)) + around
  expect([seed, naiveDifferences(before, after, from, to)]).toEqual([
    seed,
    meantDifferences(exchanges),
  ])
}

/** An override, on a line of its own or as lines; or the key above the first one. */
export const OVERRIDE =
  /^\s*(- )?(\{ .*why: an edit \},?|(rotation|who|instead_of|from|to): \S+( \S+)?|why: an edit|overrides:)$/

/** The same where it is written into brackets that were there. */
export const IN_BRACKETS = new RegExp(`${OVERRIDE.source}|why: an edit|overrides: \\[\\]`)

/** Lines in which something is put into brackets, or taken out. */
export const BRACKETS = /overrides:|\{/

/** Lines of an override that goes because it said just the opposite. */
export const GOING = /\{|^\s*(- )?(rotation|who|instead_of|from|to|on|why|overrides|- ).*$/
