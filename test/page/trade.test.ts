/** The swap that the page offers is the one that `rotate swap` makes. */
import { describe, expect, it } from '@jest/globals'
import { MINUTE } from '../../src/time/instant.ts'
import { panoramaOf } from '../../src/insight/panorama.ts'
import { applied } from '../../src/model/apply.ts'
import type { Workspace } from '../../src/model/workspace.ts'
import { planSwap } from '../../src/planning/swap.ts'
import { compare } from '../../src/timeline/compare.ts'
import { timelineOf } from '../../src/timeline/rotation.ts'
import { readRota } from '../../src/views/page/browser/rota.ts'
import { commandOf, tradesOf, yamlOf } from '../../src/views/page/browser/trade.ts'
import { gatherPage } from '../../src/views/page/gather.ts'
import { load } from '../../src/workspace/load.ts'

const NOW = Date.UTC(2026, 11, 9, 3, 12, 40)
const WITHIN = { start: Date.UTC(2026, 10, 1), end: Date.UTC(2027, 0, 20) }

const PEOPLE = 'people: { alice: {}, bob: {}, carol: {}, dave: {} }\n'

/** Whole weeks, and one that follows a turn ahead. */
const WEEKS = `${PEOPLE}
rotations:
  primary:
    timezone: Europe/Amsterdam
    start: 2026-11-30 16:00
    turn: 1 week
    members: [alice, bob, [carol, dave]]
    overrides:
      - { who: bob, instead_of: alice, from: 2026-12-23 08:00, to: 2026-12-24 20:00 }
      - { who: dave, on: 2026-12-16 }
  secondary: { follows: primary, by: 1 }
`

/** A week of days in hours, over nights and a weekend that belong to others. */
const PIECES = `${PEOPLE}
rotations:
  desk:
    timezone: America/New_York
    layers:
      - { start: 2026-11-30, turn: 1 week, members: [alice, bob, carol] }
      - { start: 2026-11-30, turn: 1 week, members: [dave, alice, bob], during: { days: mon-fri, from: 09:00, to: 17:00 } }
      - { start: 2026-11-30, turn: 2 shifts, members: [carol, dave], during: { days: sat-sun, from: 10:00, to: 14:00 } }
`

function loaded(...texts: readonly string[]): Workspace {
  const { workspace, problems } = load(
    texts.map((text, i) => ({ path: `rotations/${i}.yaml`, text })),
  )
  expect(problems.map(({ message }) => message)).toEqual([])
  return workspace
}

/** Who is on call differently, in words for a test that fails. */
function differences(one: Workspace, other: Workspace): string[] {
  return [...one.rotations.values()].flatMap((rotation) => {
    const [a, b] = [rotation, other.rotations.get(rotation.id) ?? rotation].map((each) =>
      timelineOf(each, WITHIN),
    )
    return compare(a ?? [], b ?? [], WITHIN).map(
      ({ start, before, after }) =>
        `${rotation.id} ${new Date(start).toISOString()}: ${before.join('+')}, ${after.join('+')}`,
    )
  })
}

describe.each([
  ['weeks, a pair, overrides and a follower', WEEKS],
  ['turns in pieces, between those of others', PIECES],
])('%s', (_, yaml) => {
  const workspace = loaded(yaml)
  const rota = readRota(gatherPage(panoramaOf(workspace, WITHIN), () => false))

  it('each swap as YAML loads, and does what the command does', () => {
    let count = 0
    for (const rotation of rota.rotations.filter(({ id }) => id !== 'secondary')) {
      for (const stay of rotation.stays) {
        for (const [i, trade] of tradesOf(rota, rotation, stay, NOW).entries()) {
          // Each takes a while.
          if (i % 3 > 0) continue
          const words = commandOf(trade).split(' ')
          const [, , a = '', b = '', , , , at = '', , other = ''] = words
          const asked = { a, b, at: Date.parse(at), with: Date.parse(other), why: 'x' }
          const known = workspace.rotations.get(rotation.id)
          if (known === undefined) throw new Error('no such rotation')
          const plan = planSwap(workspace, { ...asked, rotation: known }, NOW)
          if ('no' in plan) throw new Error(`${words.join(' ')}: ${plan.no}`)
          expect([words.join(' '), plan.isDone]).toEqual([words.join(' '), false])
          const byCommand = applied(workspace, plan.changes)
          const byYaml = loaded(yaml, yamlOf(rota, trade))
          expect([words.join(' '), ...differences(byCommand, byYaml)]).toEqual([words.join(' ')])
          count += 1
        }
      }
    }
    expect(count).toBeGreaterThan(25)
  })

  it('what is over is not offered, and of what is under way what is left', () => {
    for (const rotation of rota.rotations) {
      for (const stay of rotation.stays) {
        const trades = tradesOf(rota, rotation, stay, NOW)
        if (stay.end <= NOW) expect(trades).toEqual([])
        for (const { given, taken } of trades) {
          expect(given[0]?.start).toBeGreaterThanOrEqual(Math.floor(NOW / MINUTE) * MINUTE)
          expect(taken[0]?.start).toBeGreaterThan(NOW)
        }
      }
    }
  })
})

it('is written by the rotation’s clock, and by UTC where that shows a time twice', () => {
  const yaml = `${PEOPLE}
rotations:
  primary: { timezone: Europe/Amsterdam, start: 2026-10-25 01:00Z, turn: 25 hours, members: [alice, bob] }`
  const within = { start: Date.UTC(2026, 9, 1), end: Date.UTC(2026, 10, 1) }
  const rota = readRota(gatherPage(panoramaOf(loaded(yaml), within), () => false))
  const [rotation] = rota.rotations
  const [first] = rotation?.stays ?? []
  if (rotation === undefined || first === undefined) throw new Error('nobody')
  const [trade] = tradesOf(rota, rotation, first, Date.UTC(2026, 9, 20))
  if (trade === undefined) throw new Error('no trade')
  expect(commandOf(trade)).toBe(
    'rotate swap alice bob --rotation primary --at 2026-10-25T01:00Z --with 2026-10-26T02:00Z',
  )
  expect(yamlOf(rota, trade)).toBe(`overrides:
  - { rotation: primary, who: bob, instead_of: alice, from: 2026-10-25T01:00Z, to: 2026-10-26 03:00, why: swap of alice and bob }
  - { rotation: primary, who: alice, instead_of: bob, from: 2026-10-26 03:00, to: 2026-10-27 04:00, why: swap of alice and bob }
`)
})
