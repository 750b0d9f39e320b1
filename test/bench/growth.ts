/** How much longer twice as much takes, of what people make longer by living with it: each from the text to the answer. */
import { deepStrictEqual, ok } from 'node:assert'
import { check } from '../../src/insight/check/check.ts'
import { diff } from '../../src/insight/diff.ts'
import { holderAt } from '../../src/insight/holder.ts'
import type { Workspace } from '../../src/model/workspace.ts'
import { shiftsOf } from '../../src/timeline/shifts.ts'
import { DAY, WEEK, type Instant } from '../../src/time/instant.ts'
import { load } from '../../src/workspace/load.ts'
import { race } from './measure.ts'
import type { Row } from './rows.ts'

const START = Date.UTC(2020, 0, 6)
const NOW = Date.UTC(2026, 11, 7)
const AHEAD = { start: NOW, end: NOW + 90 * DAY }
/** Which is in force at a time that all overrides hold. */
const BUSY = Date.UTC(2026, 11, 10)

/** Something that grows. */
interface Growing {
  readonly what: string
  /** So many, and twice as many. */
  readonly count: number
  /** Rotations of which the first is the one that is asked about, with their people. */
  readonly text: (count: number) => string
  readonly holders: (count: number, at: Instant) => readonly string[]
  /** How many problems of some kinds `check` finds. */
  readonly problems: (count: number) => Readonly<Record<string, number>>
  /** The ratio that it may have; where left out little more than 2. */
  readonly goal?: number
}

const ids = (count: number): string[] => Array.from({ length: count }, (_, i) => `p${i}`)
const people = (count: number): string =>
  `people: { ${ids(count).join(': {}, ')}: {} }\nrotations:\n`
const day = (n: number): string => new Date(START + n * DAY).toISOString().slice(0, 10)
const turnAt = (at: Instant, length: number, start: Instant = START): number =>
  Math.floor((at - start) / length)
const lines = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => `${line(i)}\n`).join('')

const WEEKLY = 'start: 2020-01-06, turn: 1 week'
/** Minutes after the first of December. */
const minute = (n: number): string =>
  new Date(Date.UTC(2026, 11, 1) + n * 60_000).toISOString().slice(0, 16).replace('T', ' ')

const GROWING: readonly Growing[] = [
  {
    what: 'overrides over each other, each instead of the last',
    count: 1000,
    text: (count) =>
      `${people(count + 1)}  a:\n    ${WEEKLY.replace(', ', '\n    ')}\n    members: [p0]\n    overrides:\n${lines(count, (i) => `      - { who: p${i + 1}, instead_of: p${i}, from: 2026-12-01, to: 2026-12-20 00:00 }`)}`,
    holders: (count) => [`p${count}`],
    problems: () => ({ 'idle-override': 0, 'stale-override': 0 }),
  },
  {
    what: 'overrides inside each other',
    count: 1000,
    text: (count) =>
      `${people(6)}  a:\n    ${WEEKLY.replace(', ', '\n    ')}\n    members: [p0]\n    overrides:\n${lines(count, (i) => `      - { who: p${(i + 1) % 6}, instead_of: p${i % 6}, from: ${minute(i)}, to: ${minute(50_000 - i)} }`)}`,
    holders: (count) => [`p${count % 6}`],
    problems: () => ({ 'stale-override': 0 }),
    // The answer itself is four times as long: each of twice as many pieces names up to twice as many overrides.
    goal: 4,
  },
  {
    what: 'people beside each other, added one by one',
    count: 1000,
    text: (count) =>
      `${people(count + 1)}  a: { ${WEEKLY}, members: [p0] }\noverrides:\n${lines(count, (i) => `  - { rotation: a, add: p${i + 1}, from: 2026-12-01, to: 2026-12-20 00:00 }`)}`,
    holders: (count) => ids(count + 1),
    problems: () => ({ 'idle-override': 0, 'stale-override': 0 }),
  },
  {
    what: 'people in one turn',
    count: 2500,
    text: (count) => `${people(count)}  a: { ${WEEKLY}, members: [[${ids(count).join(', ')}]] }\n`,
    holders: (count) => ids(count),
    problems: () => ({ 'back-to-back': 0, 'never-on-call': 0 }),
  },
  {
    what: 'members',
    count: 2500,
    text: (count) => `${people(count)}  a: { ${WEEKLY}, members: [${ids(count).join(', ')}] }\n`,
    holders: (count, at) => [`p${turnAt(at, WEEK) % count}`],
    problems: () => ({ 'never-on-call': 0 }),
  },
  {
    what: 'members who come and go, each with dates',
    count: 1250,
    text: (count) =>
      `${people(count)}  a:\n    start: 2020-01-06\n    turn: 1 day\n    members:\n${lines(count, (i) => `      - { who: p${i}, from: ${day(i * 2)}, until: ${day(i * 2 + 600)} }`)}`,
    // One comes and one goes every second day, so that everybody has moved on by one when it is anybody's turn.
    holders: comingAndGoing,
    problems: () => ({ 'not-in-team': 0 }),
  },
  {
    what: 'layers on top of each other',
    count: 500,
    text: (count) =>
      `${people(3)}  a:\n    layers:\n${lines(count, (i) => `      - { name: l${i}, start: ${day(i)}, turn: 1 week, members: [p0, p1, p2] }`)}`,
    holders: (count, at) => [`p${turnAt(at, WEEK, START + (count - 1) * DAY) % 3}`],
    problems: () => ({ 'unseen-layer': 0 }),
  },
  {
    what: 'rotations that follow each other',
    count: 1000,
    text: (count) =>
      `${people(3)}${lines(count, (i) => `  ${i === count - 1 ? 'a' : `r${i}`}: { ${i === 0 ? `${WEEKLY}, members: [p0, p1, p2]` : `follows: r${i - 1}`} }`)}`,
    holders: (count, at) => [`p${(turnAt(at, WEEK) + count - 1) % 3}`],
    problems: () => ({ 'double-booking': 3 }),
  },
]

/** Plainly: from turn to turn the next in the list who takes part. */
function comingAndGoing(count: number, at: Instant): string[] {
  let last = -1
  for (let turn = 0; turn <= turnAt(at, DAY); turn += 1) {
    const takesPart = (i: number): boolean => i * 2 <= turn && turn < i * 2 + 600
    let next = -1
    for (let i = 0; i < count; i += 1) {
      const place = (last + 1 + i) % count
      if (!takesPart(place)) continue
      next = place
      break
    }
    if (next >= 0) last = next
    else if (turn === turnAt(at, DAY)) return []
  }
  return [`p${last}`]
}

function loaded(text: string): Workspace {
  const { workspace, problems } = load([{ path: 'growth.yaml', text }])
  deepStrictEqual(problems, [])
  return workspace
}

function theOne(workspace: Workspace): Parameters<typeof holderAt>[0] {
  const rotation = workspace.rotations.get('a')
  if (rotation === undefined) throw new Error('no rotation')
  return rotation
}

type Ask = (workspace: Workspace) => unknown

/** What is asked, and a look at the answer. */
function asked(growing: Growing, count: number): Readonly<Record<string, [Ask, () => void]>> {
  const fresh = (): Workspace => loaded(growing.text(count))
  const before = loaded(`${people(1)}  a: { ${WEEKLY}, members: [p0] }\n`)
  const holders = growing.holders(count, BUSY)
  return {
    who: [
      (workspace) => [...workspace.rotations.values()].map((each) => holderAt(each, BUSY)),
      () => deepStrictEqual(holderAt(theOne(fresh()), BUSY).shift?.people ?? [], holders),
    ],
    shifts: [
      (workspace) => [...workspace.rotations.values()].map((each) => shiftsOf(each, AHEAD)),
      () => {
        for (const { start, people: those } of shiftsOf(theOne(fresh()), AHEAD)) {
          if (start < BUSY - 2 * DAY || start > BUSY) continue
          deepStrictEqual(those, growing.holders(count, start))
        }
      },
    ],
    check: [
      (workspace) => check(workspace, AHEAD),
      () => {
        const found = check(fresh(), AHEAD).map(({ code }) => code)
        for (const [code, many] of Object.entries(growing.problems(count)))
          deepStrictEqual([code, found.filter((each) => each === code).length], [code, many])
      },
    ],
    diff: [
      (workspace) => diff({ before, after: workspace }, AHEAD, NOW),
      () => {
        const { rotations } = diff({ before, after: fresh() }, AHEAD, NOW)
        const found = rotations.find(({ id }) => id === 'a')?.stretches ?? []
        const here = found.find(({ start, end }) => start <= BUSY && BUSY < end)
        if (holders.length === 1 && holders[0] === 'p0') deepStrictEqual(here, undefined)
        else deepStrictEqual(here?.after, holders)
      },
    ],
  }
}

/** The time of twice as many over that of as many, for each command. */
export function growthRows(): Row[] {
  return GROWING.flatMap((growing) => {
    const { what, count, text, goal = 2.2 } = growing
    const [some, twice] = [asked(growing, count), asked(growing, 2 * count)]
    return Object.keys(some).map((command): Row => {
      const contenders = [some[command], twice[command]].map((one, i) => {
        if (one === undefined) throw new Error(`no ${command}`)
        const [ask, look] = one
        look()
        const written = text(count * (i + 1))
        return { name: String(i), run: () => ask(loaded(written)) }
      })
      const times = race(contenders, 9)
      const [least = NaN, most = NaN] = ['0', '1'].map((name) => times.get(name))
      ok(least > 0)
      return {
        what: `${command}: ${(2 * count).toLocaleString('en')} ${what}`,
        least: 'half as many',
        leastTime: least,
        rotate: most,
        goal,
        never: goal + 0.3,
      }
    })
  })
}
