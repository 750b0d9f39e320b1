import { expect, it } from '@jest/globals'
import { object } from '../../src/pagerduty/json.ts'
import { NOTHING_TOLD, type Told } from '../../src/pagerduty/read/shifts.ts'
import { weekly, world } from './world.ts'

/** So many rotations alike. */
function many(count: number, kind: string, members: string): string {
  const one = `${weekly(members)}    pagerduty: { kind: ${kind} }\n`.replace('rotations:\n', '')
  const all = Array.from({ length: count }, (_, i) =>
    one.replace('primary:', `r${i}:`).replace('Infrastructure primary', `Rotation ${i}`),
  )
  return `rotations:\n${all.join('')}`
}

const DAVE = 'alice, bob, carol, { who: dave, from: 2026-12-14 }'

/**
 * Requests, and the writes among them. Always the users and both lists; of shift-based schedules what is rendered and
 * the overrides, and the custom shifts while there are any; of new ones both lists once more, for all of them.
 */
it.each([
  ['shifts', 1, { first: [10, 4], nothing: [6, 0], joiner: [10, 2], later: [5, 0] }],
  ['shifts', 10, { first: [55, 40], nothing: [33, 0], joiner: [73, 20], later: [23, 0] }],
  ['layers', 1, { first: [7, 1], nothing: [4, 0], joiner: [6, 1], later: [4, 0] }],
  ['layers', 10, { first: [25, 10], nothing: [13, 0], joiner: [33, 10], later: [13, 0] }],
] as const)('sync of %s, %d rotations, asks no more than it must', async (kind, count, least) => {
  const w = await world(many(count, kind, 'alice, bob, carol'))
  const asked = async (): Promise<[number, number]> => {
    const { exit, requests, writes } = await w.sync('--yes')
    expect(exit).toBe(0)
    return [requests, writes.length]
  }
  const first = await asked()
  const nothing = await asked()
  w.write(many(count, kind, DAVE))
  const joiner = await asked()
  w.advance(7)
  expect({ first, nothing, joiner, later: await asked() }).toEqual(least)
})

it('looks at the schedules of others only for one that is gone or renamed, and no longer than that', async () => {
  const w = await world(weekly('alice, bob'))
  const others = Array.from({ length: 20 }, (_, i) =>
    w.simulator.seed.shiftSchedule({ name: `Other ${i}`, time_zone: 'Etc/UTC' }),
  )
  expect((await w.sync('--yes')).exit).toBe(0)
  const looked = async (...words: string[]): Promise<number> => {
    w.simulator.clearRequests()
    expect((await w.sync('--yes', ...words)).exit).toBe(0)
    const { requests } = w.simulator
    return requests.filter(({ path }) => others.some((id) => path.endsWith(id))).length
  }
  // What pages nobody may be a copy of a schedule that was renamed.
  expect(await looked('primary')).toBe(20)
  const { id } = w.schedule('Infrastructure primary')
  w.simulator.seed.escalationPolicy({
    name: 'Policy',
    escalation_rules: [
      { escalation_delay_in_minutes: 30, targets: [{ id, type: 'schedule_v3_reference' }] },
    ],
  })
  expect(await looked('primary')).toBe(0)
  expect(await looked()).toBe(20)
  const yaml = weekly('alice, bob').replace('Infrastructure primary', 'Primary')
  w.write(`${yaml}    pagerduty: { schedule: ${id} }\n`)
  expect(await looked('primary')).toBe(0)
  w.write(yaml.replace('name: Primary', 'name: Renamed'))
  // It is the last of the list.
  expect(await looked('primary')).toBe(20)
  expect(w.schedules().map(({ summary }) => summary)).toContain('Renamed')
})

it("an answer of PagerDuty's is not taken for what was told of it", () => {
  const answer = object({ id: 'PABC123' }, 'schedule')
  // @ts-expect-error it would be one that tells nothing, so that all is asked for again
  const all: Told = answer
  // @ts-expect-error what it does not tell is not left out
  const some: Told = { body: answer }
  const told: Told = { ...NOTHING_TOLD, body: answer }
  expect([all, some.body, told.body]).toEqual([answer, answer, answer])
})

it.each([
  ['shifts', 1, 6],
  ['shifts', 10, 33],
  ['layers', 1, 4],
  ['layers', 10, 13],
] as const)('import of %s, %d schedules, asks for each once', async (kind, count, most) => {
  const w = await world(many(count, kind, 'alice'))
  expect((await w.sync('--yes')).exit).toBe(0)
  const ran = await w.run(['import', 'pagerduty', '--dry-run', '--out', 'elsewhere'])
  // Both lists, the user, and of each schedule what it renders; of shift-based ones the overrides and the custom shifts too.
  expect([ran.exit, ran.requests, ran.writes]).toEqual([0, most, []])
})
