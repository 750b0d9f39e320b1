/** What the mark in a description is worth: no longer than its item is there, and nothing where it was copied. */
import { describe, expect, it } from '@jest/globals'
import { swap, swapInLayers, type Stretch } from './by-hand.ts'
import { NAME, weekly, world, type Any, type World } from './world.ts'

const KINDS = ['shifts', 'layers'] as const
type Kind = (typeof KINDS)[number]

const SWAP: Stretch = ['2026-12-02T10:00:00Z', '2026-12-03T10:00:00Z']

function rota(kind: Kind, override = ''): string {
  return weekly(
    'alice, bob, carol',
    `    overrides: [${override}]\n    pagerduty: { kind: ${kind} }\n`,
  )
}

const LINE = '{ who: dave, instead_of: bob, from: 2026-12-02 10:00, to: 2026-12-03 10:00 }'

/** The swap as somebody makes it in PagerDuty. */
function swapByHand(w: World, kind: Kind): void {
  if (kind === 'layers') swapInLayers(w, 'dave', SWAP)
  else swap(w, 'dave', 'bob', SWAP)
}

function descriptionOf(w: World, kind: Kind): string {
  const { id } = w.schedule(NAME)
  const path = kind === 'shifts' ? '/v3/schedules' : '/schedules'
  return (w.simulator.byHand('GET', `${path}/${id}`) as Any).schedule.description
}

describe.each(KINDS)('in a schedule of %s', (kind) => {
  it('an override that is withdrawn, and then made by hand just as it was, is kept', async () => {
    const w = await world(rota(kind))
    expect((await w.sync('--yes')).exit).toBe(0)
    const before = descriptionOf(w, kind)
    w.write(rota(kind, LINE))
    expect((await w.sync('--yes')).exit).toBe(0)
    w.write(rota(kind))
    expect((await w.sync('--yes')).exit).toBe(0)
    expect(w.differs('primary')).toEqual([])
    // No run ends with the print of an item that is not there.
    expect(descriptionOf(w, kind)).toBe(before)
    expect((await w.sync('--yes')).writes).toEqual([])

    swapByHand(w, kind)
    const kept = await w.sync('--yes')
    expect([kept.exit, kept.writes]).toEqual([0, []])
    expect(kept.out).toContain('kept: dave')
    expect(w.differs('primary')).toHaveLength(1)
  })

  it('so is one that somebody took away by hand while it was withdrawn', async () => {
    const w = await world(rota(kind, LINE))
    expect((await w.sync('--yes')).exit).toBe(0)
    const { id } = w.schedule(NAME)
    const path = `${kind === 'shifts' ? '/v3' : ''}/schedules/${id}/overrides`
    const range = 'since=2026-12-01T00:00:00Z&until=2026-12-05T00:00:00Z'
    const { overrides } = w.simulator.byHand('GET', `${path}?${range}`) as Any
    w.simulator.byHand('DELETE', `${path}/${overrides[0].id}`)
    w.write(rota(kind))
    expect((await w.sync('--yes')).exit).toBe(0)
    swapByHand(w, kind)
    const kept = await w.sync('--yes')
    expect([kept.exit, kept.writes]).toEqual([0, []])
    expect(kept.out).toContain('kept: dave')
  })

  it('what has ended, or lies beyond a smaller horizon, keeps its fingerprint and is no reason to write', async () => {
    const far = '{ who: dave, instead_of: carol, from: 2027-02-09 10:00, to: 2027-02-10 10:00 }'
    const w = await world(rota(kind, `${LINE}, ${far}`))
    expect((await w.sync('--yes')).exit).toBe(0)
    const marked = descriptionOf(w, kind)
    w.advance(10)
    expect((await w.sync('--yes', '--horizon', '20 days')).writes).toEqual([])
    expect(descriptionOf(w, kind)).toBe(marked)
    w.advance(400)
    expect((await w.sync('--yes')).exit).toBe(0)
    expect((await w.sync('--yes')).writes).toEqual([])
  })

  it('a schedule that somebody copied is named, left, and deleted with --prune alone', async () => {
    const w = await world(rota(kind, LINE))
    expect((await w.sync('--yes')).exit).toBe(0)
    const ours = w.schedule(NAME).id
    const description = descriptionOf(w, kind)
    // Its name and id come first, and still it is none of ours.
    const copy =
      kind === 'shifts'
        ? w.simulator.seed.shiftSchedule({ name: 'A copy', time_zone: 'UTC', description })
        : w.simulator.seed.layerSchedule({
            name: 'A copy',
            time_zone: 'Etc/UTC',
            description,
            schedule_layers: [
              {
                start: '2026-11-02T16:00:00Z',
                rotation_virtual_start: '2026-11-02T16:00:00Z',
                rotation_turn_length_seconds: 604_800,
                users: [{ user: { id: w.idOf('erin'), type: 'user_reference' } }],
              },
            ],
          })
    const again = await w.sync('--yes')
    expect([again.exit, again.writes]).toEqual([0, []])
    expect(again.err).toContain(
      `'A copy' (${copy}) bears the mark of primary, as '${NAME}' (${ours}) does`,
    )
    const names = (): string[] => w.schedules().map((one) => one.summary)
    expect(names().sort()).toEqual(['A copy', NAME])
    const pruned = await w.sync('--yes', '--prune')
    expect([pruned.exit, names()]).toEqual([0, [NAME]])
    expect(w.schedule(NAME).id).toBe(ours)
  })
})

it.each([
  ['all', []],
  ['the chosen', ['primary']],
])(
  'of two with one mark the one that a policy uses is ours, and is named again: %s',
  async (_, chosen) => {
    const w = await world(rota('shifts'))
    expect((await w.sync('--yes')).exit).toBe(0)
    const { id } = w.schedule(NAME)
    const description = descriptionOf(w, 'shifts')
    w.simulator.byHand('PUT', `/v3/schedules/${id}`, {
      schedule: { name: 'Renamed by hand', time_zone: 'Etc/UTC', description },
    })
    w.simulator.seed.shiftSchedule({ name: NAME, time_zone: 'UTC', description })
    w.simulator.seed.escalationPolicy({
      name: 'Policy',
      escalation_rules: [
        { escalation_delay_in_minutes: 30, targets: [{ id, type: 'schedule_v3_reference' }] },
      ],
    })
    const ran = await w.sync('--yes', ...chosen)
    expect([ran.exit, ran.writes]).toEqual([0, [`PUT /v3/schedules/${id} 200`]])
    expect(ran.err).toContain('bears the mark of primary')
  },
)
