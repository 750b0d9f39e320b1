/** Answers about a workspace of 1,000 rotations and 10,000 overrides, each checked against a plain reading of the text. */
import { deepStrictEqual, ok } from 'node:assert'
import { panoramaOf } from '../../src/insight/panorama.ts'
import { stats } from '../../src/insight/stats.ts'
import type { Workspace } from '../../src/model/workspace.ts'
import { gapsIn } from '../../src/timeline/coverage.ts'
import { shiftsOf } from '../../src/timeline/shifts.ts'
import { DAY, HOUR, WEEK, type Instant } from '../../src/time/instant.ts'
import type { Interval } from '../../src/time/interval.ts'
import { UTC } from '../../src/time/zone.ts'
import { sayCalendar } from '../../src/views/calendar.ts'
import { gatherPage } from '../../src/views/page/gather.ts'
import { readRota } from '../../src/views/page/browser/rota.ts'
import { holderAt } from '../../src/views/page/browser/search.ts'
import { writePage } from '../../src/views/page/write.ts'
import { plain } from '../../src/views/paint.ts'
import { load } from '../../src/workspace/load.ts'

const START = Date.UTC(2026, 0, 5, 16)
const OVERRIDES = Date.UTC(2026, 1, 1)
const ROTATIONS = 1000

/** A workspace of about a megabyte. */
export function bigWorkspace(): string {
  const lines = ['people:']
  for (let i = 0; i < 100; i += 1) lines.push(`  person-${i}:`, `    name: Person Number ${i}`)
  lines.push('rotations:')
  for (let i = 0; i < ROTATIONS; i += 1) {
    lines.push(
      `  rotation-${i}:`,
      '    start: 2026-01-05 16:00',
      '    turn: 1 week',
      '    members:',
    )
    for (let m = 0; m < 5; m += 1) lines.push(`      - person-${(i + m) % 100}`)
    lines.push('    overrides:')
    for (let o = 0; o < 10; o += 1) {
      const date = new Date(OVERRIDES + (i + o * 37) * DAY).toISOString().slice(0, 10)
      lines.push(
        `      - { who: person-${(i + o) % 100}, on: ${date}, why: swap ${o} of this rotation }`,
      )
    }
  }
  return lines.join('\n')
}

/** Who holds a rotation of that workspace, after its start, and in which shift: the override of that day, else the turn. */
function holderOf(i: number, at: Instant): { person: string; shift: string } {
  const day = Math.floor((at - OVERRIDES) / DAY)
  const o = (day - i) / 37
  if (Number.isInteger(o) && o >= 0 && o < 10) {
    return { person: `person-${(i + o) % 100}`, shift: `override ${o}` }
  }
  const turn = Math.floor((at - START) / WEEK)
  return { person: `person-${(i + (turn % 5)) % 100}`, shift: `turn ${turn}` }
}

const MONDAY = Date.UTC(2026, 5, 1)
const YEAR: Interval = { start: MONDAY, end: MONDAY + 365 * DAY }
const HALF_YEAR: Interval = { start: MONDAY, end: MONDAY + 180 * DAY }
const WEEKS: Interval = { start: MONDAY, end: MONDAY + 4 * WEEK }

function loaded(): Workspace {
  const { workspace, problems } = load([{ path: 'big.yaml', text: bigWorkspace() }])
  deepStrictEqual(problems, [])
  return workspace
}

/** What can be timed: each prepares, then gives what is timed; that gives a check of its answer. */
export const BIG: Readonly<Record<string, () => () => unknown>> = {
  'big-stats'() {
    const workspace = loaded()
    return () => {
      const found = stats(workspace, HALF_YEAR)
      return () => {
        const begun = new Map<string, number>()
        for (let i = 0; i < ROTATIONS; i += 1) {
          for (let at = HALF_YEAR.start; at < HALF_YEAR.end; at += HOUR) {
            const { person, shift } = holderOf(i, at)
            if (shift === holderOf(i, at - HOUR).shift) continue
            begun.set(person, (begun.get(person) ?? 0) + 1)
          }
        }
        const shifts = new Map(found.map((one) => [one.person, one.shifts]))
        deepStrictEqual(Object.fromEntries(shifts), Object.fromEntries(begun))
        deepStrictEqual(found.length, 100)
      }
    }
  },
  'big-calendar'() {
    const workspace = loaded()
    return () => {
      const lanes = [...workspace.rotations.values()].map((rotation) => ({
        rotation,
        shifts: shiftsOf(rotation, WEEKS),
        gaps: gapsIn(rotation, WEEKS),
      }))
      const rest = { workspace, first: MONDAY / DAY, weeks: 4, meetings: [], people: undefined }
      const text = sayCalendar(
        { ...rest, lanes },
        { zone: UTC, now: MONDAY, width: 200, paint: plain },
      )
      return () => {
        const rows = text.split('\n').filter((line) => line.startsWith('rotation-'))
        deepStrictEqual(rows.length, ROTATIONS)
        for (const [i, row] of rows.entries()) {
          for (const week of [1, 2, 3]) {
            // Where no override of a day is near, there is room for the whole name.
            const days = [1, 2, 3, 4, 5].map((day) => MONDAY + week * WEEK + day * DAY)
            const [first, ...others] = days.map((at) => holderOf(i, at))
            if (first === undefined || others.some(({ shift }) => shift !== first.shift)) continue
            const name = first.person.replace('person-', 'Person Number ')
            ok(row.includes(name), `${row} lacks ${name}`)
          }
        }
      }
    }
  },
  'big-page'() {
    const workspace = loaded()
    return async () => {
      const data = gatherPage(panoramaOf(workspace, YEAR), () => false)
      const text = await writePage(data, { script: '', style: '' })
      return () => {
        ok(text.length > 1_000_000)
        const { rotations } = readRota(JSON.parse(JSON.stringify(data)) as typeof data)
        for (const [i, rotation] of rotations.entries()) {
          for (let at = YEAR.start; at < YEAR.end; at += 9.7 * DAY) {
            const holders = holderAt(rotation, at).shift?.people.map(({ id }) => id)
            deepStrictEqual(holders, [holderOf(i, at).person])
          }
        }
      }
    }
  },
}
