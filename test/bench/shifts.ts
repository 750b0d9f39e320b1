/** All shifts of many years, of many rotations, and who is on call at an instant: against plain loops. */
import { deepStrictEqual } from 'node:assert'
import { DateTime } from 'luxon'
import type { Rotation } from '../../src/model/rotation.ts'
import { onCallAt } from '../../src/timeline/rotation.ts'
import { shiftsOf } from '../../src/timeline/shifts.ts'
import { zoneNamed } from '../../src/time/zone.ts'
import { load } from '../../src/workspace/load.ts'
import { race } from './measure.ts'
import type { Row } from './rows.ts'

const ZONE = 'Europe/Amsterdam'
const WEEK = 604_800_000
const START = Date.UTC(2020, 0, 6, 16)
const PEOPLE = ['alice', 'bob', 'carol', 'dave', 'erin']

function rotations(count: number): Rotation[] {
  const people = PEOPLE.map((id) => `  ${id}: {}\n`).join('')
  const each = Array.from(
    { length: count },
    (_, i) =>
      `  r${i}: { start: 2020-01-06 17:00, turn: 1 week, members: [${PEOPLE.join(', ')}] }\n`,
  )
  const text = `timezone: ${ZONE}\npeople:\n${people}rotations:\n${each.join('')}`
  const { workspace, problems } = load([{ path: 'bench.yaml', text }])
  deepStrictEqual(problems, [])
  return [...workspace.rotations.values()]
}

/** The zone's changes, as the loop below needs them: found beforehand, since rotate keeps its table too. */
function changesOf(from: number, to: number): { at: number[]; offset: number[] } {
  const zone = zoneNamed(ZONE)
  const found = zone?.changesIn({ start: from - WEEK, end: to + WEEK }) ?? []
  return {
    at: [-Infinity, ...found.map(({ at }) => at)],
    offset: [zone?.offsetAt(from - WEEK) ?? 0, ...found.map(({ after }) => after)],
  }
}

interface Plain {
  start: number
  end: number
  person: string
}

/** The least that gives the weekly shifts: a loop over milliseconds with a table of the zone's changes. */
function loop(to: number, { at, offset }: { at: number[]; offset: number[] }): Plain[] {
  const shifts: Plain[] = []
  let change = 0
  const instant = (wall: number): number => {
    while (change + 1 < at.length && wall - (offset[change] ?? 0) >= (at[change + 1] ?? 0))
      change += 1
    return wall - (offset[change] ?? 0)
  }
  let wall = START + 3_600_000
  let start = instant(wall)
  for (let turn = 0; start < to; turn += 1) {
    wall += WEEK
    const end = instant(wall)
    shifts.push({ start, end, person: PEOPLE[turn % PEOPLE.length] ?? '' })
    start = end
  }
  return shifts
}

function luxonLoop(to: number): Plain[] {
  const shifts: Plain[] = []
  const first = DateTime.fromISO('2020-01-06T17:00', { zone: ZONE })
  for (let turn = 0; ; turn += 1) {
    const start = first.plus({ weeks: turn }).toMillis()
    if (start >= to) return shifts
    const end = first.plus({ weeks: turn + 1 }).toMillis()
    shifts.push({ start, end, person: PEOPLE[turn % PEOPLE.length] ?? '' })
  }
}

export function shiftRows(): Row[] {
  const rows: Row[] = []
  for (const years of [10, 100]) {
    const to = Date.UTC(2020 + years, 0, 6, 16)
    const [rotation] = rotations(1)
    if (rotation === undefined) throw new Error('no rotation')
    const table = changesOf(START, to)
    const ours = (): Plain[] =>
      shiftsOf(rotation, { start: START, end: to }).map(({ start, end, people }) => ({
        start,
        end,
        person: people[0] ?? '',
      }))
    deepStrictEqual(ours(), loop(to, table))
    deepStrictEqual(luxonLoop(to), loop(to, table))
    const times = race([
      { name: 'loop', run: () => loop(to, table) },
      { name: 'rotate', run: () => shiftsOf(rotation, { start: START, end: to }) },
    ])
    const luxon = race([{ name: 'luxon', run: () => luxonLoop(to) }], 3)
    rows.push({
      what: `all shifts of ${years} years, warm`,
      least: 'a loop over milliseconds',
      leastTime: times.get('loop') ?? NaN,
      rotate: times.get('rotate') ?? NaN,
      instead: { name: 'luxon', time: luxon.get('luxon') ?? NaN },
      goal: 3,
      never: 8,
    })
  }
  return [...rows, manyRotations(), ...whoAtT()]
}

function manyRotations(): Row {
  const many = rotations(200)
  const to = Date.UTC(2021, 0, 6, 16)
  const table = changesOf(START, to)
  const ours = (): unknown[] =>
    many.map((rotation) => shiftsOf(rotation, { start: START, end: to }))
  deepStrictEqual(ours().flat().length, 200 * loop(to, table).length)
  const times = race([
    { name: 'loop', run: () => many.map(() => loop(to, table)) },
    { name: 'rotate', run: ours },
  ])
  const luxon = race([{ name: 'luxon', run: () => many.map(() => luxonLoop(to)) }], 3)
  return {
    what: '200 rotations x 1 year, warm',
    least: 'the same loop',
    leastTime: times.get('loop') ?? NaN,
    rotate: times.get('rotate') ?? NaN,
    instead: { name: 'luxon', time: luxon.get('luxon') ?? NaN },
    goal: 3,
    never: 7,
  }
}

/** Arithmetic for one instant, which is the same however far it is from the start. */
function whoAtT(): Row[] {
  const [rotation] = rotations(1)
  if (rotation === undefined) throw new Error('no rotation')
  return [1, 100].map((years) => {
    const from = START + (years - 1) * 365 * 86_400_000
    const table = changesOf(START, from + 2 * 365 * 86_400_000)
    const instants = Array.from(
      { length: 1000 },
      (_, i) => from + ((i * 7_919_000_003) % (365 * 86_400_000)),
    )
    const least = (at: number): string => {
      let low = 0
      let high = table.at.length
      while (high - low > 1) {
        const middle = (low + high) >> 1
        if ((table.at[middle] ?? 0) <= at) low = middle
        else high = middle
      }
      const turn = Math.floor((at + (table.offset[low] ?? 0) - START - 3_600_000) / WEEK)
      return PEOPLE[turn % PEOPLE.length] ?? ''
    }
    for (const at of instants) deepStrictEqual(onCallAt(rotation, at), [least(at)])
    const all = (ask: (at: number) => unknown) => () => {
      let answer: unknown
      for (const at of instants) answer = ask(at)
      return answer
    }
    const times = race([
      { name: 'arithmetic', run: all(least) },
      { name: 'rotate', run: all((at) => onCallAt(rotation, at)) },
    ])
    const first = DateTime.fromISO('2020-01-06T17:00', { zone: ZONE })
    const luxon = race(
      [
        {
          name: 'luxon',
          run: all((at) => DateTime.fromMillis(at, { zone: ZONE }).diff(first, 'weeks').weeks),
        },
      ],
      3,
    )
    return {
      what: `who at T, ${years} year${years > 1 ? 's' : ''} from the start, warm`,
      least: 'arithmetic',
      leastTime: (times.get('arithmetic') ?? NaN) / instants.length,
      rotate: (times.get('rotate') ?? NaN) / instants.length,
      instead: { name: 'luxon', time: (luxon.get('luxon') ?? NaN) / instants.length },
      goal: 5,
      never: 20,
    }
  })
}
