import { expect, it, jest } from '@jest/globals'
import { readCalendars } from '../../src/ical/read.ts'
import { planCalendars } from '../../src/ical/plan.ts'
import { planBrought } from '../../src/patterns/plan.ts'
import { DAY } from '../../src/time/instant.ts'
import { UTC, zoneNamed } from '../../src/time/zone.ts'
import { compare } from '../../src/timeline/compare.ts'
import { occurrencesOf } from '../../src/timeline/occurrences.ts'
import { timelineOf } from '../../src/timeline/rotation.ts'
import type { Workspace } from '../../src/model/workspace.ts'
import { load } from '../../src/workspace/load.ts'
import { printWorkspace } from '../../src/workspace/print/print.ts'
import { randomRota } from '../patterns/random.ts'
import { workspace as workspaceOf } from '../timeline/picture.ts'

jest.setTimeout(600_000)

/** `ROTATE_SEEDS=1-1000` tries more of them. */
const [first = 1, last = 12] = (process.env['ROTATE_SEEDS'] ?? '1-4').split('-').map(Number)

/** What comes back of a workspace whose calendars are published and brought in. */
function returned(
  workspace: Workspace,
  within: { start: number; end: number },
  name = 'team.ics',
): Workspace {
  const { files } = planCalendars({ workspace, within, stamp: within.start, published: new Map() })
  const text = files.find(({ path }) => path === name)?.text ?? ''
  const far = { start: within.start - 400 * DAY, end: within.end + 400 * DAY }
  const zone = zoneNamed('Asia/Tokyo') ?? UTC
  const brought = readCalendars([{ from: 'team.ics', text }], { zone, within: far })
  if ('message' in brought) throw new Error(brought.message)
  const plan = planBrought(brought, { zone, now: within.start })
  const { workspace: again, problems } = load(printWorkspace(plan.workspace, plan.notes))
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  return again
}

it('the calendars of any rotation, brought in, give the same timeline', () => {
  for (let seed = first; seed <= last; seed += 1) {
    const random = randomRota(seed)
    const { workspace } = load([{ path: 'a.yaml', text: random.yaml }])
    const rotation = workspace.rotations.get('primary')
    if (rotation === undefined) throw new Error('it is there')
    const within = {
      start: rotation.zone.instantAt(random.from),
      end: rotation.zone.instantAt(random.to),
    }
    const its = returned(workspace, within).rotations.get('primary')
    if (its === undefined) throw new Error(`nothing came back of ${seed}`)
    const [before, after] = [rotation, its].map((one) => timelineOf(one, within))
    expect([seed, compare(before ?? [], after ?? [], within)]).toEqual([seed, []])
  }
})

it('so do meetings, with those that were moved or left out', () => {
  const w = workspaceOf(`
    people: { alice: { name: Alice Lindqvist, timezone: Europe/Stockholm }, bob: { name: Bob } }
    rotations:
      primary: { start: 2026-08-03, turn: 1 week, members: [alice, [alice, bob], bob, nobody] }
    meetings:
      weekly: { days: [mon, thu], at: 16:00, duration: 15 minutes, timezone: Europe/Paris, skip: [2026-12-24, 2026-12-31], move: [{ from: 2026-12-28, to: 2026-12-29 16:00 }] }
      review: { name: "Review: what broke", days: wed, at: 17:00, duration: 1 hour, start: 2026-08-05, every: 2 weeks }
      council: { days: [first friday, third friday], at: 15:00, timezone: America/New_York, duration: 90 minutes }
      end: { days: last day, at: 09:00, duration: 1 hour }`)
  const within = { start: Date.UTC(2026, 7, 1), end: Date.UTC(2027, 6, 1) }
  const again = returned(w, within)
  const shown = (one: Workspace): string[] =>
    [...one.meetings.values()].flatMap((meeting) =>
      occurrencesOf(one, meeting, within).map(
        ({ start, end }) => `${meeting.id} ${meeting.name} ${start} ${end}`,
      ),
    )
  expect(shown(again)).toEqual(shown(w))
  expect([...again.people.values()].map(({ id, name, zone }) => [id, name, zone.name])).toEqual([
    ['alice', 'Alice Lindqvist', 'Europe/Stockholm'],
    ['bob', 'Bob', 'UTC'],
  ])
})

it('so do people whose names elsewhere say that nobody is', () => {
  const w = workspaceOf(`
    people: { billie: { name: Holiday }, mark: { name: Free }, none: { name: None } }
    rotations:
      primary: { start: 2026-08-03, turn: 1 week, members: [billie, mark, none] }`)
  const within = { start: Date.UTC(2026, 7, 3), end: Date.UTC(2026, 9, 1) }
  const names = [...returned(w, within).people.values()].map(({ name }) => name)
  expect(names).toEqual(['Holiday', 'Free', 'None'])
})

it('the calendar of one person gives what they have', () => {
  const w = workspaceOf(`
    people: { alice: { name: Alice Lindqvist, timezone: Europe/Stockholm }, bob: { name: Bob } }
    rotations:
      primary: { start: 2026-08-03, turn: 1 week, members: [alice, [alice, bob], bob] }`)
  const within = { start: Date.UTC(2026, 7, 3), end: Date.UTC(2027, 6, 1) }
  const its = returned(w, within, 'people/alice.ics').rotations.get('primary')
  const spans = its === undefined ? [] : timelineOf(its, within)
  expect(spans.length).toBeGreaterThan(20)
  expect(spans.every(({ people }) => people.length === 0 || people.includes('alice'))).toBe(true)
  expect(its?.name).toBe('primary')
})
