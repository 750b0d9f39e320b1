import { expect, it } from '@jest/globals'
import { both, plan, requests, TURNS, WEEK } from './plan.ts'

it('layers cannot put two people on call at once', () => {
  expect(both(`layers: [{ start: 2026-11-02 16:00, turn: 1 week, members: [[alice, dave], bob] }]`))
    .toMatchInlineSnapshot(`
   "-- shifts
   on call: now bob | 11-30 16:00 alice + dave | 12-07 16:00 bob | 12-14 16:00 alice + dave
   makes the schedule in Etc/UTC: bob until 11-30 16:00 as turn
   makes the rotation {rotation 1}
   makes an event on {rotation 1}: alice, bob WEEKLY;BYDAY=MO x1 from 11-30 16:00
   makes the rotation {rotation 2}
   makes an event on {rotation 2}: dave, nobody WEEKLY;BYDAY=MO x1 from 11-30 16:00
   adds bob now..11-30 16:00
   filled in until 11-30 16:00
   -- layers
   on call: now bob | 11-30 16:00 alice + dave | 12-07 16:00 bob | 12-14 16:00 alice + dave
   refused: cannot-express: a layer-based schedule cannot say two people at once: a shift-based one can (kind: shifts, and no schedule: in the YAML)
   makes the schedule in Etc/UTC: bob until 12-14 16:00 as turn
   layer new: bob every 124 h from now until 11-30 16:00
   lays bob 12-07 16:00..12-14 16:00
   filled in until 12-14 16:00"
  `)
})

it('nor take everybody off call where a layer says somebody', () => {
  expect(
    both(`${WEEK}\noverrides:\n  - { who: nobody, from: 2026-12-01, to: 2026-12-02 }`, {
      shows: [TURNS],
    }),
  ).toMatchInlineSnapshot(`
   "-- shifts
   on call: now alice | 11-30 16:00 bob | 12-01 00:00 nobody | 12-02 00:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   marks the schedule: bob until 12-01 00:00 as turn, bob until 12-07 16:00 as turn
   event R1.1 on R1 goes on until 11-30 16:00
   makes an event on R1: carol, alice, bob WEEKLY;BYDAY=MO x1 from 12-07 16:00
   adds bob 11-30 16:00..12-01 00:00
   adds bob 12-02 00:00..12-07 16:00
   filled in until 12-07 16:00
   -- layers
   on call: now alice | 11-30 16:00 bob | 12-01 00:00 nobody | 12-02 00:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   refused: cannot-express: a layer-based schedule cannot say that nobody is on call where a layer says somebody: a shift-based one can (kind: shifts, and no schedule: in the YAML)"
  `)
})

it('nor be made of nothing at all', () => {
  expect(both('overrides: []\ncoverage: none')).toMatchInlineSnapshot(`
   "-- shifts
   on call: now nobody
   makes the schedule in Etc/UTC: no marks
   -- layers
   on call: now nobody
   refused: cannot-express: a layer-based schedule cannot say that nobody is on call at all: a shift-based one can (kind: shifts, and no schedule: in the YAML)
   makes the schedule in Etc/UTC: no marks"
  `)
})

it('what lies behind the horizon is no reason to refuse', () => {
  expect(
    both(
      `${WEEK}\noverrides:\n  - { add: dave, from: 2026-12-20, to: 2026-12-21 }\n  - { who: nobody, from: 2026-12-22, to: 2026-12-23 }`,
      { shows: [TURNS] },
    ),
  ).toMatchInlineSnapshot(
    `"on call: now alice | 11-30 16:00 bob | 12-07 16:00 carol | 12-14 16:00 alice"`,
  )
})

it('a new layer-based schedule in which nothing goes on by itself begins with its first shift', () => {
  expect(
    plan('layers: [{ start: 2026-10-31 09:00, turn: 1 month, members: [alice, bob] }]', {
      kind: 'layers',
    }),
  ).toMatchInlineSnapshot(`
   "on call: now alice | 11-30 09:00 bob
   makes the schedule in Etc/UTC: bob until 12-31 09:00 as turn
   layer new: alice every 117 h from now until 11-30 09:00
   lays bob 11-30 09:00..12-31 09:00
   filled in until 12-31 09:00"
  `)
})

it('one refusal says one reason', () => {
  expect(
    plan(
      `${WEEK}\noverrides:\n  - { add: dave, from: 2026-12-03, to: 2026-12-04 }\n  - { who: nobody, from: 2026-12-01, to: 2026-12-02 }`,
      { shows: [TURNS], kind: 'layers' },
    ),
  ).toMatchInlineSnapshot(`
   "on call: now alice | 11-30 16:00 bob | 12-01 00:00 nobody | 12-02 00:00 bob | 12-03 00:00 bob + dave | 12-04 00:00 bob | 12-07 16:00 carol | 12-14 16:00 alice
   refused: cannot-express: a layer-based schedule cannot say two people at once: a shift-based one can (kind: shifts, and no schedule: in the YAML)"
  `)
})

it('a name that is too long for a schedule is refused before anything is written', () => {
  const name = '\u{1F600}'.repeat(128)
  for (const kind of ['shifts', 'layers'] as const) {
    const refused = (length: string): string | undefined =>
      plan(`name: '${length}'\n${WEEK}`, { kind })
        .split('\n')
        .find((line) => line.startsWith('refused'))
    expect(refused(name)).toBe(
      "refused: cannot-express: a schedule's name has 255 characters at most, and this one has 256: give the rotation a shorter 'name:'",
    )
    expect(refused(name.slice(2))).toBeUndefined()
  }
})

it('the name of a layer is cut to what PagerDuty takes, and no character is cut in two', () => {
  const family = '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}'
  const name = `${'x'.repeat(250)}${family}`
  const layer = `{ name: '${name}', start: 2026-11-02 16:00, turn: 1 week, members: [alice, bob] }`
  for (const kind of ['shifts', 'layers'] as const) {
    const sent = requests(`layers: [${layer}]`, { kind })
    expect(JSON.stringify(sent)).toContain(`"name":"${'x'.repeat(250)}"`)
  }
})
