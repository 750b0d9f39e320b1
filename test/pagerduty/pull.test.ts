/** Whatever people make by hand: after `rotate pull` the file says what PagerDuty shows, and sync has no more to do. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { READINGS } from './readings.ts'
import { HEAD, PEOPLE, world, type Any, type World } from './world.ts'

const HOUR = 3_600_000

/** A row of numbers that looks random and is the same each time. */
function dice(seed: number): (sides: number) => number {
  let state = seed * 2_654_435_761
  return (sides) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0
    return (state >>> 8) % sides
  }
}

function iso(at: number): string {
  return new Date(at).toISOString().replace('.000', '')
}

function fileFor(roll: (sides: number) => number, kind: string): string {
  const rosters = [
    'alice, bob, carol',
    'alice, bob',
    'alice, [bob, dave], carol',
    'alice, nobody, bob',
  ]
  const members = rosters[roll(kind === 'layers' ? 2 : 4)]
  const turn = ['1 week', '2 days', '12 hours'][roll(3)]
  const overrides = Array.from({ length: roll(3) }, () => {
    const start = Date.parse('2026-11-24T00:00Z') + roll(200) * HOUR
    const who = PEOPLE[roll(6)]
    // One of a pair who stands in for the other is on call twice at once, which a set cannot say either.
    const isPair = members?.includes('[') === true
    const key = kind === 'shifts' && (isPair || roll(3) === 0) ? 'add' : 'who'
    const end = start + (1 + roll(40)) * HOUR
    return `      - { ${key}: ${who}, from: ${iso(start)}, to: ${iso(end)} }\n`
  })
  const list = overrides.length === 0 ? '' : `    overrides:\n${overrides.join('')}`
  return `rotations:
  primary:
    layers:
      - { start: 2026-11-02 16:00, turn: ${turn}, members: [${members}] }
    pagerduty: { kind: ${kind} }
${list}`
}

/** Somebody instead of whoever PagerDuty shows somewhere, or besides. */
function madeByHand(w: World, roll: (sides: number) => number, kind: string, i: number): void {
  const { id } = w.schedule('primary')
  const start = w.simulator.now() + (1 + roll(150)) * HOUR
  // Two of one person that end together are one made twice, and sync removes it.
  const end = start + (1 + roll(48)) * HOUR + i * 60_000
  const user = w.idOf(PEOPLE[roll(6)] ?? '')
  if (kind === 'layers') {
    w.simulator.byHand('POST', `/schedules/${id}/overrides`, {
      overrides: [{ start: iso(start), end: iso(end), user: { id: user, type: 'user_reference' } }],
    })
    return
  }
  const range = `since=${iso(start)}&until=${iso(end)}&include[]=final_schedule`
  const shown = (w.simulator.byHand('GET', `/v3/schedules/${id}?${range}`) as Any).schedule
    .final_schedule.computed_shift_assignments
  if (roll(4) === 0) {
    // Somebody who is on call twice at once is more than a set of people can say.
    if (shown.some(({ member }: Any) => member.user_id === user)) return
    w.simulator.byHand('POST', `/v3/schedules/${id}/custom_shifts`, {
      custom_shifts: [
        {
          type: 'custom_shift',
          start_time: iso(start),
          end_time: iso(end),
          assignments: [
            { type: 'shift_assignment', member: { type: 'user_member', user_id: user } },
          ],
        },
      ],
    })
    return
  }
  const one = shown[roll(shown.length)]
  const isPlain = one?.member.type === 'user_member' && one.source.override_id === undefined
  if (!isPlain || one.member.user_id === user) return
  const { rotation_id: rotation, shift_id: shift } = one.source
  const from = Math.max(start, Date.parse(one.start_time))
  const to = Math.min(end, Date.parse(one.end_time))
  w.simulator.byHand('POST', `/v3/schedules/${id}/overrides`, {
    overrides: [
      {
        type: 'override_shift',
        ...(rotation === undefined ? { custom_shift_id: shift } : { rotation_id: rotation }),
        start_time: iso(from),
        end_time: iso(to),
        overridden_member: one.member,
        overriding_member: { type: 'user_member', user_id: user },
      },
    ],
  })
}

/** What PagerDuty shows, in the words of the test's world: against a file of nobody. */
function shownNow(w: World): string {
  const text = readFileSync(join(w.folder, 'rotations', 'team.yaml'), 'utf8').slice(HEAD.length)
  w.write('rotations: { primary: {} }\n')
  const shown = w.differs('primary', 20)
  w.write(text)
  const pieces = shown.map((line) => /^(\S+)\.\.(\S+): (.*), not/.exec(line)?.slice(1) ?? [])
  const joined: string[][] = []
  for (const [from = '', to = '', who = ''] of pieces) {
    const last = joined.at(-1)
    if (last?.[1] === from && last[2] === who) last[1] = to
    else joined.push([from, to, who])
  }
  return joined.map((piece) => piece.join(' ')).join('\n')
}

/** `ROTATE_SEEDS=1-300` tries more of them. */
const [first = 1, last = 3] = (process.env['ROTATE_SEEDS'] ?? '1-3').split('-').map(Number)
const seeds = Array.from({ length: last - first + 1 }, (_, i) => first + i)

const cases = seeds.flatMap((seed) =>
  (['shifts', 'layers'] as const).flatMap((kind) =>
    [READINGS.at(0), READINGS.at(-1)].flatMap((one) =>
      one === undefined ? [] : [[kind, seed, ...one] as const],
    ),
  ),
)

it.each(cases)(
  'brings what is random, changes nobody, and sync writes nothing (%s, %d, %s)',
  async (kind, seed, _, readings) => {
    const roll = dice(seed)
    const w = await world(fileFor(roll, kind), { readings })
    expect((await w.sync('--yes')).exit).toBe(0)
    const items = 1 + roll(5)
    for (let i = 0; i < items; i += 1) madeByHand(w, roll, kind, i)
    const before = shownNow(w)
    // Half of the time sync comes first, which keeps what it finds.
    const kept = roll(2) === 0 ? undefined : await w.sync('--yes')
    expect([kept?.exit ?? 0, shownNow(w)]).toEqual([0, before])
    const ran = await w.run(['pull', '--yes'])
    expect([ran.exit, shownNow(w)]).toEqual([0, before])
    const sync = await w.sync('--yes')
    // What does what the file says anyway is no matter of pull's, and marked by sync alone.
    if (!ran.out.includes('Nothing to bring')) expect([sync.exit, sync.writes]).toEqual([0, []])
    w.advance(1)
    expect((await w.sync('--yes')).exit).toBe(0)
    expect([(await w.sync('--yes')).writes, w.differs('primary')]).toEqual([[], []])
  },
)
