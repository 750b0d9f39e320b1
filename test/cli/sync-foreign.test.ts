/** `rotate sync` keeps what people did by hand, whatever the file says, and for as long as it is there. */
import { expect, it } from '@jest/globals'
import { extra, scheduleOf, swap, swapInLayers } from '../pagerduty/by-hand.ts'
import { NAME, synced, weekly, world } from '../pagerduty/world.ts'

it.each([0, 150])(
  'names people of the file who are in no roster now, whether or not they were seen among %d other users',
  async (others) => {
    const w = await world(weekly('frank, bob, carol'))
    for (let i = 0; i < others; i += 1) {
      w.simulator.seed.user({ name: `A ${i}`, email: `a${i}@example.com` })
    }
    expect((await w.sync('--yes')).exit).toBe(0)
    extra(w, 'erin', ['2026-12-03T18:00:00Z', '2026-12-03T20:00:00Z'])
    w.write(weekly('bob, carol'))
    const ran = await w.sync('--yes')
    expect(ran.exit).toBe(1)
    expect(ran.err).toMatch(/frank is on call now, .*\{ who: frank, until: /)
    expect(ran.out).toContain('kept: erin, Thu 3 Dec 18:00')
  },
)

it('keeps what people did in PagerDuty, names it, and loses nothing when the roster changes', async () => {
  const w = await synced(weekly('alice, bob, carol'))
  swap(w, 'frank', 'bob', ['2026-12-22T18:00:00Z', '2026-12-23T09:00:00Z'])
  extra(w, 'erin', ['2026-12-03T18:00:00Z', '2026-12-03T20:00:00Z'])
  const kept = await w.sync('--yes')
  expect([kept.exit, kept.writes]).toEqual([0, []])
  expect(kept.out).toContain(
    'kept: frank, Tue 22 Dec 18:00 to Wed 23 Dec 09:00, made in PagerDuty instead of bob',
  )
  expect(kept.out).toContain('kept: erin')
  expect((await w.sync('--check')).exit).toBe(0)
  const theirs = [
    '2026-12-03T18:00..2026-12-03T20:00: bob+erin, not bob',
    '2026-12-22T18:00..2026-12-23T09:00: frank, not bob',
  ]
  expect(w.differs('primary')).toEqual(theirs)
  // Five changes make the rotation full, so that a successor comes.
  w.write(
    weekly(
      'alice, bob, carol, { who: dave, from: 2026-12-07, until: 2026-12-14 }, { who: erin, from: 2026-12-14, until: 2026-12-22 }',
    ),
  )
  const changed = await w.sync('--yes')
  expect(changed.exit).toBe(0)
  expect((await w.sync('--yes')).writes).toEqual([])
  w.write(`${weekly('alice, bob, carol')}    pagerduty: { foreign: remove }\n`)
  const planned = await w.sync('--dry-run')
  expect(planned.out).toContain('removes: frank')
  expect((await w.sync('--yes')).exit).toBe(0)
  expect(w.differs('primary')).toEqual([])
  expect((await w.sync('--yes')).writes).toEqual([])
})

it('makes a swap again on the rotation that shows its person now, for as long as the swap exists', async () => {
  const dates = ['2026-12-07', '2026-12-14', '2026-12-21', '2026-12-28', '2027-01-04']
  const joiners = (count: number): string =>
    dates
      .slice(0, count)
      .map((date) =>
        `, { who: dave, from: ${date}, until: 2026-01-01 }`.replace(
          '2026-01-01',
          date.replace(/\d\d$/, (day) => String(Number(day) + 1).padStart(2, '0')),
        ),
      )
      .join('')
  const w = await synced(weekly('alice'))
  const { id } = w.schedule(NAME)
  const made = swap(w, 'frank', 'alice', ['2027-01-26T00:00:00Z', '2027-01-27T00:00:00Z'])
  const theirs = ['2027-01-26T00:00..2027-01-27T00:00: frank, not alice']
  expect(w.differs('primary')).toEqual(theirs)
  w.write(weekly(`alice${joiners(5)}`))
  const ran = await w.sync('--yes')
  expect([ran.exit, w.differs('primary')]).toEqual([0, theirs])
  expect(ran.out).toContain('kept: frank')
  const { rotations } = scheduleOf(w)
  expect(rotations.length).toBeGreaterThan(1)
  expect((await w.sync('--yes')).writes).toEqual([])
  w.simulator.byHand('DELETE', `/v3/schedules/${id}/overrides/${made}`)
  expect((await w.sync('--yes')).exit).toBe(0)
  expect(w.differs('primary')).toEqual([])
  expect((await w.sync('--yes')).writes).toEqual([])
})

it('a custom shift made by hand hides nobody of the file, also when a change was interrupted', async () => {
  for (const fault of [{ kind: 'html', status: 403 }, { kind: 'server-error' }] as const) {
    const w = await synced(weekly('alice, bob'))
    extra(w, 'erin', ['2026-12-15T18:00:00Z', '2026-12-16T09:00:00Z'])
    w.write(weekly('alice, { who: bob, until: 2027-01-01 }, { who: frank, from: 2026-12-14 }'))
    w.simulator.fail(fault, {
      method: 'POST',
      path: /events$/,
      times: fault.kind === 'html' ? 9 : 1,
    })
    const broken = await w.sync('--yes')
    expect(broken.exit).toBe(fault.kind === 'html' ? 3 : 0)
    w.simulator.heal()
    expect((await w.sync('--yes')).exit).toBe(0)
    expect(w.differs('primary')).toEqual([
      '2026-12-15T18:00..2026-12-16T09:00: erin+frank, not frank',
    ])
    expect((await w.sync('--yes')).writes).toEqual([])
  }
})

function layers(members: string, more = ''): string {
  return `${weekly(members)}    pagerduty: { kind: layers${more} }\n`
}

it('keeps what people did by hand in a layer-based schedule, running or to come', async () => {
  const w = await synced(layers('alice, bob, carol'))
  swapInLayers(w, 'frank', ['2026-11-25T11:00:00Z', '2026-11-25T20:00:00Z'])
  swapInLayers(w, 'erin', ['2026-12-05T00:00:00Z', '2026-12-09T00:00:00Z'])
  const theirs = [
    '2026-11-25T12:00..2026-11-25T20:00: frank, not alice',
    '2026-12-05T00:00..2026-12-07T16:00: erin, not bob',
    '2026-12-07T16:00..2026-12-09T00:00: erin, not carol',
  ]
  const kept = await w.sync('--yes')
  expect([kept.exit, kept.writes, w.differs('primary')]).toEqual([0, [], theirs])
  expect(kept.out).toContain('kept: frank')
  w.write(layers('alice, bob, carol, { who: dave, from: 2026-12-07 }'))
  expect((await w.sync('--yes')).exit).toBe(0)
  expect(w.differs('primary').slice(0, 2)).toEqual(theirs.slice(0, 2))
  expect((await w.sync('--yes')).writes).toEqual([])
  w.write(layers('alice, bob, carol, { who: dave, from: 2026-12-07 }', ', foreign: remove'))
  expect((await w.sync('--yes')).exit).toBe(0)
  expect(w.differs('primary')).toEqual([])
  expect((await w.sync('--yes')).writes).toEqual([])
})

it('an override that somebody made for the hour that runs is no change, but hides no turn dealt anew', async () => {
  const w = await synced(weekly('alice, bob, carol'))
  w.advance(7)
  swap(w, 'frank', 'bob', [
    new Date(w.simulator.now()).toISOString(),
    new Date(w.simulator.now() + 3_600_000).toISOString(),
  ])
  w.write(weekly('alice, bob, carol, { who: erin, from: 2026-12-14 }'))
  expect((await w.sync('--yes')).exit).toBe(0)
  w.write(weekly('alice, carol'))
  expect((await w.sync('--yes')).exit).toBe(1)
})
