/** PagerDuty holds ten active rotations in a schedule; what does not fit is filled in shift by shift. */
import { expect, it } from '@jest/globals'
import { world, type Any, type World } from './world.ts'

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** A layer of pairs for each weekday: fourteen rotations, if there were room. */
function weekdays(last = '[erin, frank]'): string {
  const layers = DAYS.map(
    (day, i) =>
      `      - { name: ${day}, start: 2026-11-02, turn: 1 week, members: [[alice, bob], ${i === 6 ? last : '[carol, dave]'}], during: { days: ${day}, from: 09:00, to: 17:00 } }\n`,
  )
  return `rotations:\n  primary:\n    name: Primary\n    coverage: none\n    layers:\n${layers.join('')}`
}

function activeIn(w: World): number {
  const { rotations } = (
    w.simulator.byHand('GET', `/v3/schedules/${w.schedule('Primary').id}`) as Any
  ).schedule
  return rotations.filter((one: Any) => one.events.length > 0).length
}

it('seven layers of pairs take ten rotations, the rest is patches, and all agrees', async () => {
  const w = await world(weekdays())
  const first = await w.sync('--yes', '--horizon', '30 days')
  expect([first.exit, first.err, w.differs('primary', 30)]).toEqual([
    0,
    expect.stringContaining('no escalation policy'),
    [],
  ])
  expect(activeIn(w)).toBe(10)
  expect((await w.sync('--yes', '--horizon', '30 days')).writes).toEqual([])
  // Whichever layers have a rotation keep it.
  for (const days of [1, 3, 10]) {
    w.advance(days)
    const later = await w.sync('--yes', '--horizon', '30 days')
    expect([later.exit, w.differs('primary', 30)]).toEqual([0, []])
    expect(later.writes.filter((write) => write.includes('/rotations'))).toEqual([])
    expect((await w.sync('--yes', '--horizon', '30 days')).writes).toEqual([])
  }
})
