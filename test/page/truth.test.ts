/** What the page's script works out by itself agrees with the program. */
import { describe, expect, it } from '@jest/globals'
import { DAY, HOUR } from '../../src/time/instant.ts'
import { dayOfWall } from '../../src/time/wall.ts'
import { zoneNamed } from '../../src/time/zone.ts'
import { holderAt } from '../../src/insight/holder.ts'
import { panoramaOf } from '../../src/insight/panorama.ts'
import { Clock } from '../../src/views/page/browser/clock.ts'
import { readRota } from '../../src/views/page/browser/rota.ts'
import { holderAt as holderOnPage } from '../../src/views/page/browser/search.ts'
import { gatherPage } from '../../src/views/page/gather.ts'
import { load } from '../../src/workspace/load.ts'

const YAML = `
people: { alice: {}, bob: {}, carol: {} }
rotations:
  weekly: { start: 2026-11-30 16:00, turn: 1 week, members: [alice, [bob, carol], nobody] }
  hours:
    timezone: Australia/Lord_Howe
    coverage: { days: mon-fri, from: 08:00, to: 18:00 }
    layers:
      - { start: 2026-11-30, turn: 1 shift, members: [alice, bob], during: { days: mon-fri, from: 09:00, to: 17:00 } }
      - { start: 2026-12-20, end: 2026-12-27, turn: 5 hours, members: [carol, bob] }
overrides:
  - { rotation: [weekly, hours], who: carol, from: 2026-12-03 11:30, to: 2026-12-03 12:00 }
  - { rotation: weekly, add: alice, on: 2026-12-10..2026-12-12 }
  - { rotation: weekly, who: bob, instead_of: alice, on: 2026-12-22 }
`

it('who is on call, until when and who is next, at any instant of the range', () => {
  const { workspace, problems } = load([{ path: 'rotations/x.yaml', text: YAML }])
  expect(problems).toEqual([])
  const within = { start: Date.UTC(2026, 10, 1), end: Date.UTC(2027, 1, 1) }
  const rota = readRota(gatherPage(panoramaOf(workspace, within), () => false))
  // The last weeks are left out: who is next after them the page does not know.
  for (let at = within.start; at < within.end - 28 * DAY; at += 1.7 * HOUR) {
    for (const [i, rotation] of [...workspace.rotations.values()].entries()) {
      const here = holderAt(rotation, at)
      const there = holderOnPage(rota.rotations[i] as (typeof rota.rotations)[number], at)
      expect([at, there.shift?.people.map(({ id }) => id), there.shift?.end]).toEqual([
        at,
        here.shift?.people,
        here.shift?.end,
      ])
      expect([at, there.next?.start, there.next?.people.map(({ id }) => id)]).toEqual([
        at,
        here.next?.start,
        here.next?.people,
      ])
    }
  }
})

describe.each([
  'Europe/Amsterdam',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'Pacific/Chatham',
  'America/Sao_Paulo',
])('the clock of %s', (name) => {
  const clock = Clock.of(name)
  const zone = zoneNamed(name)

  it('shows what the program shows, and the other way round, clock changes included', () => {
    for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2028, 0, 1); at += 31.25 * HOUR) {
      expect([at, clock.wallAt(at)]).toEqual([at, zone?.wallAt(at)])
      const wall = Math.floor(at / (15 * 60_000)) * 15 * 60_000
      expect([wall, clock.instantAt(wall)]).toEqual([wall, zone?.instantAt(wall)])
    }
    const year = { start: Date.UTC(2026, 0, 1), end: Date.UTC(2027, 0, 1) }
    for (const { at } of zone?.changesIn(year) ?? []) {
      for (let step = -12; step <= 12; step += 1) {
        const near = at + step * 15 * 60_000
        expect(clock.wallAt(near)).toBe(zone?.wallAt(near))
        const wall = (zone?.wallAt(at) ?? 0) + step * 15 * 60_000
        expect([wall, clock.instantAt(wall)]).toEqual([wall, zone?.instantAt(wall)])
      }
      const day = dayOfWall(zone?.wallAt(at) ?? 0)
      expect(clock.startOf(day)).toBe(zone?.instantAt(day * DAY))
    }
  })
})
