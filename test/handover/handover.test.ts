/** `rotate handover` as a team runs it: a week with pages in a simulator, and the report on Monday. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { team, type Ran, type Team } from './team.ts'

const COVER = 'overrides: [{ who: dave, from: 2026-11-24, to: 2026-11-24 08:00, why: dentist }]'

/** Retries; an acknowledgement that ran out; escalated; e-mail only; over the handoff. */
function week({ incident, simulator, idOf }: Team): void {
  const disk = incident(
    'Disk full on backup-1',
    '2026-11-25',
    `
    02:14:05 trigger, 02:14:05 assign bob, 02:14:07 push bob, 02:14:08 email bob,
    02:15:10 sms bob, 02:19:12 phone bob, 02:20:01 acknowledge bob,
    02:25:00 annotate bob, 02:41:30 resolve bob`,
  )
  const note = 'grow the volume, #44 (ask ops@example.com, +1 202 555 0143) @all'
  const user = idOf('bob')
  simulator.seed.note({
    incident: disk,
    user,
    content: note,
    createdAt: at('2026-11-25T02:25:00Z'),
  })
  incident(
    'disk full on backup-12',
    '2026-11-27',
    `
    02:14:05 trigger, 02:14:05 assign bob, 02:14:07 push bob, 02:15:00 acknowledge bob,
    02:45:00 unacknowledge service, 02:45:03 push bob, 02:50:00 acknowledge bob,
    03:10:00 resolve bob`,
  )
  incident(
    'Error rate | <b>high</b>',
    '2026-11-26',
    `
    10:14:05 trigger, 10:14:05 assign bob, 10:14:07 phone bob, 10:29:05 escalate carol,
    10:29:07 phone carol, 10:31:00 acknowledge carol, 10:45:00 resolve service`,
  )
  incident(
    'Certificate expires in 20 days',
    '2026-11-24',
    `
    09:00:00 trigger, 09:00:00 assign bob, 09:00:02 email bob,
    09:30:00 resolve service`,
  )
  incident(
    'Replica lag',
    '2026-11-30',
    `
    14:58:00 trigger, 14:58:00 assign bob, 14:58:00 push bob, 15:03:00 acknowledge bob`,
  )
  incident(
    'Lag in the turn before',
    '2026-11-18',
    `
    20:00:00 trigger, 20:00:05 push alice, 20:04:00 acknowledge alice,
    2026-11-23T18:00:00Z resolve bob`,
  )
}

function at(time: string): number {
  return Date.parse(time)
}

// oxlint-disable-next-line typescript/no-explicit-any -- each test looks into what came and fails where it is something else
function jsonOf({ out, err }: Ran): any {
  expect(err).toBe('')
  return JSON.parse(out)
}

it('Monday’s report, as the team would write it', async () => {
  const monday = await team(COVER)
  week(monday)
  const { exit, out, err } = await monday.run('handover primary')
  expect([exit, err]).toEqual([0, ''])
  expect(out.replaceAll(/\/incidents\/\w+/g, '/incidents/ID')).toMatchInlineSnapshot(`
   "# Infrastructure primary: Bob hands over to Carol

   Mon 23 Nov 16:00 to Mon 30 Nov 2026 16:00 UTC. Handover meeting: Infrastructure, Mon 30 Nov 16:00 UTC, chaired by Alice (<https://meet.example.com/infrastructure>)

   **5 pages about 4 incidents, 3 at night** (2 of 8 nights interrupted, 3 hours of sleep). 1 still open. 1 more incident rang for nobody here. Half were acknowledged within 5 min and resolved within 31 min.

   ## Open now

   | incident | since | service | state | last note |
   | --- | --- | --- | --- | --- |
   | [#5 Replica lag](https://simulator.pagerduty.com/incidents/ID) | Mon 30 Nov 14:58 | backup | acknowledged by Bob |  |

   ## What rang

   | when (Bob’s clock) | incident | service | acknowledged after | resolved after |  |
   | --- | --- | --- | --- | --- | --- |
   | Wed 03:14 night | [#1 Disk full on backup-1](https://simulator.pagerduty.com/incidents/ID) | backup | 6 min | 27 min | "grow the volume, \\#&#8203;44 (ask \\[e-mail\\], \\[phone\\]) @&#8203;all" (Bob, Wed 25 Nov 02:25) |
   | Thu 11:14 | [#3 Error rate \\| \\<b\\>high\\</b\\>](https://simulator.pagerduty.com/incidents/ID) | backup | 17 min | 31 min | escalated to Carol after 15 min; by itself |
   | Fri 03:14 night | [#2 disk full on backup-12](https://simulator.pagerduty.com/incidents/ID) | backup | 55 s | 56 min | again Fri 03:45 night |
   | Mon 15:58 | [#5 Replica lag](https://simulator.pagerduty.com/incidents/ID) | backup | 5 min |  | left open |

   Rang again: "disk full on backup-\\#" on backup, 2 times (before: "grow the volume, \\#&#8203;44 (ask \\[e-mail\\], \\[phone\\]) @&#8203;all" (Bob, Wed 25 Nov 02:25))

   ## Inherited, and closed

   | incident | since | service | became | last note |
   | --- | --- | --- | --- | --- |
   | [#6 Lag in the turn before](https://simulator.pagerduty.com/incidents/ID) | Wed 18 Nov 20:00 | backup | resolved after 4 d 22 h by Bob |  |

   ## By service and hour

   backup 5. By Bob’s clock: 00-06 3, 06-12 1, 12-18 1, 18-24 0

   ## Against earlier shifts

   |  | this | 16 Nov Alice | 9 Nov Dave | 2 Nov Carol | 26 Oct Bob |
   | --- | --- | --- | --- | --- | --- |
   | pages | 5 | 1 | 0 | 0 | 0 |
   | incidents | 4 | 1 | 0 | 0 | 0 |
   | at night | 3 | 0 | 0 | 0 | 0 |
   | nights interrupted | 2 | 0 | 0 | 0 | 0 |

   ## Swaps

   Dave for Bob, Tue 24 Nov 00:00 to 08:00 UTC (dentist)

   ## Carol’s turn

   Mon 30 Nov 16:00 to Mon 7 Dec 16:00 UTC (Carol’s clock: Mon 11:00). Away: nobody.

   Infrastructure secondary: Dave, until Mon 7 Dec 16:00

   ## For Carol

   <!-- rotate:keep -->
   What needs doing soon?

   What is worth knowing for the next shifts?

   How was it?
   <!-- /rotate:keep -->
   "
  `)
  expect(out).not.toMatch(/example\.com(?!\/inf)|555/)
})

it('the same for a terminal, without anything that people wrote', async () => {
  const monday = await team(COVER)
  week(monday)
  const { out } = await monday.run('handover primary --format text --no-titles')
  expect(out).toMatchInlineSnapshot(`
   "Infrastructure primary: Bob hands over to Carol
   Mon 23 Nov 16:00 to Mon 30 Nov 2026 16:00 UTC. Handover meeting: Infrastructure, Mon 30 Nov 16:00 UTC, chaired by Alice (https://meet.example.com/infrastructure)
   5 pages about 4 incidents, 3 at night (2 of 8 nights interrupted, 3 hours of sleep). 1 still open. 1 more incident rang for nobody here. Half were acknowledged within 5 min and resolved within 31 min.

   Open now
   INCIDENT  SINCE             SERVICE  STATE
   #5        Mon 30 Nov 14:58  backup   acknowledged by Bob

   What rang
   WHEN (BOB'S CLOCK)  INCIDENT  SERVICE  ACKNOWLEDGED AFTER  RESOLVED AFTER
   Wed 03:14 night     #1        backup   6 min               27 min
   Thu 11:14           #3        backup   17 min              31 min          escalated to Carol after 15 min; by itself
   Fri 03:14 night     #2        backup   55 s                56 min          again Fri 03:45 night
   Mon 15:58           #5        backup   5 min                               left open
   Rang again: #1 and #2 on backup, 2 times

   Inherited, and closed
   INCIDENT  SINCE             SERVICE  BECAME
   #6        Wed 18 Nov 20:00  backup   resolved after 4 d 22 h by Bob

   By service and hour
   backup 5. By Bob's clock: 00-06 3, 06-12 1, 12-18 1, 18-24 0

   Against earlier shifts
                       THIS  16 NOV ALICE  9 NOV DAVE  2 NOV CAROL  26 OCT BOB
   pages               5     1             0           0            0
   incidents           4     1             0           0            0
   at night            3     0             0           0            0
   nights interrupted  2     0             0           0            0

   Swaps
   Dave for Bob, Tue 24 Nov 00:00 to 08:00 UTC (dentist)

   Carol's turn
   Mon 30 Nov 16:00 to Mon 7 Dec 16:00 UTC (Carol's clock: Mon 11:00). Away: nobody.
   Infrastructure secondary: Dave, until Mon 7 Dec 16:00
   "
  `)
})

it('a number of an incident refers to nothing in the place where the report is put', async () => {
  const monday = await team(COVER)
  week(monday)
  const { out } = await monday.run('handover primary --no-titles')
  expect(out).toContain('Rang again: ')
  expect(out).not.toMatch(/(?<!&)#\d/)
})

it('the same for programs', async () => {
  const monday = await team(COVER)
  week(monday)
  const report = jsonOf(await monday.run('handover primary --json'))
  const { incidents, pages, quiet, nights, again, trend, overrides, meeting, shift } = report
  expect({
    pages: (pages as { person: string; at: string; times: number; night: string }[]).map(
      ({ person, at: when, times, night }) => `${person} ${when} x${times} ${night}`,
    ),
    quiet,
    nights,
  }).toMatchInlineSnapshot(`
   {
     "nights": {
       "covered": 8,
       "hours": 3,
       "interrupted": 2,
     },
     "pages": [
       "bob 2026-11-25T02:14:07Z x3 2026-11-24",
       "bob 2026-11-26T10:14:07Z x1 null",
       "bob 2026-11-27T02:14:07Z x1 2026-11-26",
       "bob 2026-11-27T02:45:03Z x1 2026-11-26",
       "bob 2026-11-30T14:58:00Z x1 null",
     ],
     "quiet": 1,
   }
  `)
  expect(
    (incidents as Record<string, unknown>[]).map(
      ({ number, paged, inherited, left_open, resolved_by, escalated_to }) => [
        number,
        paged,
        inherited,
        left_open,
        resolved_by,
        escalated_to,
      ],
    ),
  ).toMatchInlineSnapshot(`
   [
     [
       6,
       false,
       true,
       false,
       "bob",
       [],
     ],
     [
       1,
       true,
       false,
       false,
       "bob",
       [],
     ],
     [
       3,
       true,
       false,
       false,
       "service",
       [
         "carol",
       ],
     ],
     [
       2,
       true,
       false,
       false,
       "bob",
       [],
     ],
     [
       5,
       true,
       false,
       true,
       null,
       [],
     ],
   ]
  `)
  expect({
    again,
    shift,
    overrides,
    meeting,
    trend: (trend as { people: string[]; pages: number }[]).map(({ people, pages: many }) => [
      people,
      many,
    ]),
  }).toMatchInlineSnapshot(`
   {
     "again": [
       {
         "incidents": [
           "P2ML8JN",
           "PJBDSQN",
         ],
         "note": {
           "at": "2026-11-25T02:25:00Z",
           "by": "bob",
           "text": "grow the volume, #44 (ask [e-mail], [phone]) @all",
         },
         "service": "backup",
         "title": "disk full on backup-#",
       },
     ],
     "meeting": {
       "chair": "alice",
       "end": "2026-11-30T16:15:00Z",
       "handover": true,
       "meeting": "infrastructure",
       "place": "https://meet.example.com/infrastructure",
       "start": "2026-11-30T16:00:00Z",
     },
     "overrides": [
       {
         "add": false,
         "by": null,
         "end": "2026-11-24T08:00:00Z",
         "instead_of": [
           "bob",
         ],
         "made_in": "file",
         "people": [
           "dave",
         ],
         "start": "2026-11-24T00:00:00Z",
         "why": "dentist",
       },
     ],
     "shift": {
       "layer": "1",
       "turn": 4,
     },
     "trend": [
       [
         [
           "alice",
         ],
         1,
       ],
       [
         [
           "dave",
         ],
         0,
       ],
       [
         [
           "carol",
         ],
         0,
       ],
       [
         [
           "bob",
         ],
         0,
       ],
     ],
   }
  `)
})

it('the same data are the same bytes', async () => {
  const monday = await team(COVER)
  week(monday)
  const [first, second] = [
    await monday.run('handover primary'),
    await monday.run('handover primary --at 2026-11-30T15:40Z'),
  ]
  expect(second.out).toBe(first.out)
})

it('without a token there is everything but the pages', async () => {
  const monday = await team(COVER)
  const { exit, out, err } = await monday.run('handover primary', { PAGERDUTY_TOKEN: '' })
  expect([exit, err]).toEqual([0, ''])
  expect(out).toMatchInlineSnapshot(`
   "# Infrastructure primary: Bob hands over to Carol

   Mon 23 Nov 16:00 to Mon 30 Nov 2026 16:00 UTC. Handover meeting: Infrastructure, Mon 30 Nov 16:00 UTC, chaired by Alice (<https://meet.example.com/infrastructure>)

   Nothing about pages: there is no token of PagerDuty (\`PAGERDUTY_TOKEN\`, docs/handover.md).

   ## Swaps

   Dave for Bob, Tue 24 Nov 00:00 to 08:00 UTC (dentist)

   ## Carol’s turn

   Mon 30 Nov 16:00 to Mon 7 Dec 16:00 UTC (Carol’s clock: Mon 11:00). Away: nobody.

   Infrastructure secondary: Dave, until Mon 7 Dec 16:00

   ## For Carol

   <!-- rotate:keep -->
   What needs doing soon?

   What is worth knowing for the next shifts?

   How was it?
   <!-- /rotate:keep -->
   "
  `)
  const json = await monday.run('handover primary --json', { PAGERDUTY_TOKEN: '' })
  expect(Object.keys(jsonOf(json))).not.toContain('pages')
})

describe('a file', () => {
  it('keeps what people wrote between the marks, and is not touched where nothing changes', async () => {
    const monday = await team(COVER)
    week(monday)
    const path = join(monday.folder, 'report.md')
    const run = (): Promise<Ran> => monday.run('handover primary --out report.md')
    expect(await run()).toMatchObject({ exit: 0, out: '', err: 'report.md: written\n' })
    const written = readFileSync(path, 'utf8').replace('How was it?', 'How was it?\nQuiet.  \n')
    writeFileSync(path, written)
    monday.incident('New', '2026-11-30', '15:20:00 trigger, 15:20:01 push bob')
    expect(await run()).toMatchObject({ exit: 0, err: 'report.md: written\n' })
    const text = readFileSync(path, 'utf8')
    expect(text).toContain('How was it?\nQuiet.  \n\n<!-- /rotate:keep -->\n')
    expect(text).toContain('6 pages about 5 incidents')
    expect(await run()).toMatchObject({ err: 'report.md: nothing has changed\n' })
  })

  it('that is none of ours, or whose marks are broken, is left as it is', async () => {
    const monday = await team()
    const path = join(monday.folder, 'report.md')
    for (const text of ['# My notes\n', '<!-- rotate:keep -->\nwritten by hand\n']) {
      writeFileSync(path, text)
      const { exit, err } = await monday.run('handover primary --out report.md')
      expect([exit, err]).toEqual([2, expect.stringContaining('nothing was written')])
      expect(readFileSync(path, 'utf8')).toBe(text)
    }
  })

  it('of a meeting has a place to write for each rotation, and loses none that is gone', async () => {
    const monday = await team()
    const path = join(monday.folder, 'report.md')
    await monday.run('handover --meeting infrastructure --out report.md')
    const text = readFileSync(path, 'utf8')
    expect(text.match(/<!-- rotate:keep \w+ -->/g)).toEqual([
      '<!-- rotate:keep primary -->',
      '<!-- rotate:keep secondary -->',
    ])
    writeFileSync(path, text.replace(/(keep secondary -->)/, '$1\nThe backup was slow.'))
    await monday.run('handover primary --meeting infrastructure --out report.md')
    expect(readFileSync(path, 'utf8')).toMatch(
      /## Kept from before\n\n<!-- rotate:keep secondary -->\nThe backup was slow\./,
    )
  })
})

describe('PagerDuty', () => {
  it.each([
    ['dead', { kind: 'server-error', status: 503 } as const, {}],
    [
      'dead when its logs are read',
      { kind: 'server-error', status: 503 } as const,
      { path: /log_entries$/, times: 1000 },
    ],
    ['no JSON', { kind: 'html' } as const, { path: /notes$/, times: 1000 }],
  ])('that is %s writes nothing', async (_, fault, where) => {
    const monday = await team()
    week(monday)
    monday.simulator.fail(fault, { times: 1000, ...where })
    const { exit, out, err } = await monday.run('handover primary --out report.md')
    expect([exit, out]).toEqual([3, ''])
    expect(err).toMatch(/nothing was written/)
    expect(() => readFileSync(join(monday.folder, 'report.md'))).toThrow('ENOENT')
  })

  it('is read alike where its schedule is one of layers', async () => {
    const [shifts, layers] = [
      await team(COVER),
      await team(`${COVER}\n    pagerduty: { kind: layers }`),
    ]
    const reports: unknown[] = []
    for (const one of [shifts, layers]) {
      week(one)
      const { incidents, ...report } = jsonOf(await one.run('handover primary --json'))
      expect(incidents).toHaveLength(5)
      const pages = report.pages.map((page: object) => ({ ...page, incident: '' }))
      reports.push({ ...report, pages, again: [] })
    }
    expect(reports[1]).toEqual(reports[0])
  })

  it('that lacks a scope says which', async () => {
    const monday = await team()
    const scopes = ['schedules.read', 'users.read', 'escalation_policies.read']
    const PAGERDUTY_TOKEN = monday.simulator.scopedToken(scopes)
    const { exit, err } = await monday.run('handover primary', { PAGERDUTY_TOKEN })
    expect([exit, err]).toEqual([3, expect.stringContaining('incidents.read')])
  })

  it('needs no more than to be read', async () => {
    const monday = await team(COVER)
    week(monday)
    const scopes = ['schedules.read', 'users.read', 'escalation_policies.read', 'incidents.read']
    const PAGERDUTY_TOKEN = monday.simulator.scopedToken(scopes)
    expect((await monday.run('handover primary', { PAGERDUTY_TOKEN })).exit).toBe(0)
    monday.simulator.clearRequests()
    await monday.run('handover --meeting infrastructure')
    expect(monday.simulator.requests.filter(({ method }) => method !== 'GET')).toEqual([])
  })

  it('tells of a swap that somebody made there, and who', async () => {
    const monday = await team()
    const { simulator, schedules, idOf } = monday
    simulator.setNow(at('2026-11-24T12:00:00Z'))
    const path = `/v3/schedules/${schedules['primary']}`
    const range = 'since=2026-11-24T00:00:00Z&until=2026-11-30T00:00:00Z'
    const shown = simulator.byHand('GET', `${path}?include[]=final_schedule&${range}`) as {
      schedule: {
        final_schedule: { computed_shift_assignments: { source: { rotation_id: string } }[] }
      }
    }
    const [first] = shown.schedule.final_schedule.computed_shift_assignments
    const member = (name: string): object => ({ type: 'user_member', user_id: idOf(name) })
    const override = {
      type: 'override_shift',
      rotation_id: first?.source.rotation_id,
      start_time: '2026-11-25T00:00:00Z',
      end_time: '2026-11-25T08:00:00Z',
      overridden_member: member('bob'),
      overriding_member: member('dave'),
    }
    simulator.byHand('POST', `${path}/overrides`, { overrides: [override] }, idOf('alice'))
    simulator.setNow(at('2026-11-30T15:30:00Z'))
    const { out } = await monday.run('handover primary')
    expect(out).toContain(
      'Dave for Bob, Wed 25 Nov 00:00 to 08:00 UTC (made in PagerDuty by Alice)\n',
    )
    expect(out).not.toContain('disagree')
    const { differences } = jsonOf(await monday.run('handover primary --json'))
    expect(differences).toEqual([
      {
        start: '2026-11-25T00:00:00Z',
        end: '2026-11-25T08:00:00Z',
        file: ['bob'],
        service: ['dave'],
      },
    ])
  })
})

it('earlier reports spare the reading of their incidents', async () => {
  const monday = await team()
  week(monday)
  monday.incident(
    'Old',
    '2026-11-10',
    '10:00:00 trigger, 10:00:01 push dave, 11:00:00 resolve service',
  )
  mkdirSync(join(monday.folder, 'old'))
  for (const from of ['2026-11-16', '2026-11-09', '2026-11-02', '2026-10-26']) {
    const day = new Date(at(`${from}T16:00:00Z`) + 7 * 86_400_000).toISOString().slice(0, 10)
    const json = await monday.run(`handover primary --at ${day}T17:00Z --json`)
    writeFileSync(join(monday.folder, 'old', `${day}.json`), json.out)
  }
  const requests = async (words: string): Promise<[string, number]> => {
    monday.simulator.clearRequests()
    const { out } = await monday.run(words)
    const logs = monday.simulator.requests.filter(({ path }) => path.endsWith('log_entries'))
    return [out, logs.length]
  }
  const [whole, many] = await requests('handover primary')
  const [spared, few] = await requests('handover primary --previous old')
  expect(spared).toBe(whole)
  expect([many, few]).toEqual([7, 6])
})

/** `11-23T16:00..11-30T16:00`: what the first report is about. */
async function rangeOf(words: string): Promise<string> {
  const monday = await team()
  const report = jsonOf(await monday.run(`handover ${words} --json`, { PAGERDUTY_TOKEN: '' }))
  const [one] = [report].flat()
  return `${one.from.slice(5, 16)}..${one.to.slice(5, 16)}`
}

describe('the stretch', () => {
  it.each([
    ['primary --at 2026-11-30T15:59Z', '11-23T16:00..11-30T16:00'],
    ['primary --at 2026-11-29T16:00Z', '11-23T16:00..11-30T16:00'],
    ['primary --at 2026-11-29T15:59Z', '11-16T16:00..11-23T16:00'],
    ['primary --at 2026-11-30T16:00Z', '11-23T16:00..11-30T16:00'],
    ['primary --from 2026-11-24 --to 2026-11-25', '11-24T00:00..11-25T00:00'],
    ['--meeting infrastructure --at 2026-11-30T15:30Z', '11-26T16:00..11-30T16:00'],
    ['--meeting infrastructure --at 2026-11-30T16:20Z', '11-26T16:00..11-30T16:00'],
    ['--meeting infrastructure --at 2026-11-30T18:00Z', '11-30T16:00..11-30T18:00'],
  ])('%s: %s', async (words, range) => {
    expect(await rangeOf(words)).toBe(range)
  })

  it('that nobody can name is a mistake', async () => {
    const monday = await team()
    const mistakes = [
      'handover primary --at 2026-10-27',
      'handover --meeting standup',
      'handover primary --to 2026-11-24',
      'handover primary --meeting infrastructure --from 2026-11-24',
      'handover primary --out x.md --format text',
    ]
    const said: string[] = []
    for (const words of mistakes) {
      const { exit, err } = await monday.run(words, { PAGERDUTY_TOKEN: '' })
      said.push(`${exit} ${err}`)
    }
    expect(said.join('')).toMatchInlineSnapshot(`
     "2 rotate: no turn of 'primary' has ended yet: --from and --to name a stretch
     2 rotate: unknown meeting 'standup' (known are: infrastructure)
     2 rotate: --to needs --from
     2 rotate: --meeting says from when to when: leave out --from and --to
     2 rotate: --out writes Markdown or JSON, not text
     "
    `)
  })
})

describe('the numbers', () => {
  it('of stats have the pages of each beside the hours, nights as each one’s clock has them', async () => {
    const monday = await team(COVER)
    week(monday)
    const words = 'stats primary --pages --from 2026-11-16T16:00Z --to 2026-11-30T16:00Z'
    const { people } = jsonOf(await monday.run(`${words} --json`))
    expect(people.find(({ person }: { person: string }) => person === 'bob')).toMatchObject({
      pages: 5,
      incidents: 4,
      night_pages: 3,
      nights_covered: 7,
      nights_interrupted: 2,
      sleep_hours: 3,
      seconds_to_acknowledge: 328,
    })
    const csv = (await monday.run(`${words} --format csv --by month`)).out.split('\r\n')
    expect(csv[0]).toMatch(/sleep_hours,seconds_to_acknowledge$/)
    expect(csv.find((line) => line.includes('bob'))).toMatch(/,5,4,3,7,2,3,328$/)
    expect((await monday.run(words)).out).toMatch(/^Bob {2,}5 {2,}3 {2,}2 of 7 {2,}3/m)
    expect((await monday.run(`${words} --format md`)).out).toMatch(/\| Nights interrupted \|/)
  })

  it('of what rings are most first, with a bar a row', async () => {
    const monday = await team(COVER)
    week(monday)
    const { out } = await monday.run('pages primary --from 2026-11-16T16:00Z')
    expect(out.replaceAll(/^\d\d:00 +0 +0 +0.*\n/gm, '')).toMatchInlineSnapshot(`
     "What rang, Mon 16 Nov 16:00 to Mon 30 Nov 15:30

     6 pages about 5 incidents, 3 at night.

     ALERT                              PAGES                        INCIDENTS  NIGHT  WEEKS
     disk full on backup-# (backup)         3  ####################          2      3  0 3
     Replica lag (backup)                   1  #######                       1      0  0 1
     Error rate | <b>high</b> (backup)      1  #######                       1      0  0 1
     Lag in the turn before (backup)        1  #######                       1      0  1 0

     SERVICE  PAGES                        INCIDENTS  NIGHT  WEEKS
     backup       6  ####################          5      3  1 5

     HOUR   PAGES                        INCIDENTS  NIGHT  WEEKS
     03:00      3  ####################          2      3  0 3
     11:00      1  #######                       1      0  0 1
     15:00      1  #######                       1      0  0 1
     20:00      1  #######                       1      0  1 0

     DAY       PAGES                        INCIDENTS  NIGHT  WEEKS
     weekdays      6  ####################          5      3  1 5
     weekends      0                                0      0  0 0

     Hours and days are by the clock of whoever was paged; WEEKS are whole ones back from the end.
     Times in UTC.
     "
    `)
    const csv = (await monday.run('pages --format csv')).out.split('\r\n')
    expect(csv.slice(0, 2)).toEqual([
      'by,service,name,pages,incidents,night_pages,weeks',
      'alert,backup,disk full on backup-#,3,2,3,0 0 0 0 0 0 0 3',
    ])
    const json = jsonOf(await monday.run('pages --json'))
    expect([json.pages, json.services[0].pages, json.hours.length]).toEqual([7, 7, 24])
  })
})

it('a title is a text wherever it is shown, and never more', async () => {
  const monday = await team()
  const title = '=1+1 \u001b[31m @all [x](javascript:1) www.evil.example `a` <!-- rotate:keep -->'
  monday.incident(title, '2026-11-25', '10:00:00 trigger, 10:00:01 push bob, 10:10:00 resolve bob')
  const all = ['handover primary', 'handover primary --format text', 'pages', 'pages --format csv']
  for (const words of all) {
    const { out } = await monday.run(words)
    expect(out).toContain('evil')
    // oxlint-disable-next-line no-control-regex -- controls are what is looked for
    expect(out).not.toMatch(/\u001B/)
  }
  const { out } = await monday.run('handover primary')
  expect(out).not.toMatch(/@all|(?<!\\)\]\(java|www\.|(?<!\\)<!-- rotate:keep -->./)
  expect(out.match(/^<!-- rotate:keep -->$/gm)).toHaveLength(1)
  expect((await monday.run('pages --format csv')).out).toContain(",'=#+#")
})

describe('the page', () => {
  it('has a mark for each page, and titles where they are asked for alone', async () => {
    const monday = await team(COVER)
    week(monday)
    const rangIn = (): unknown => {
      const html = readFileSync(join(monday.folder, 'public', 'index.html'), 'utf8')
      const [, json = ''] = /id="data">([^<]*)</.exec(html) ?? []
      return JSON.parse(json).rotations[0].rang
    }
    expect((await monday.run('export html --pages')).exit).toBe(0)
    const bare = rangIn()
    expect(bare).toHaveLength(6)
    expect(bare).toContainEqual([at('2026-11-25T02:14:07Z') / 1000, 1])
    expect((await monday.run('export html --pages --titles')).exit).toBe(0)
    expect(rangIn()).toContainEqual([at('2026-11-25T02:14:07Z') / 1000, 1, 'Disk full on backup-1'])
    await monday.run('export html')
    expect(rangIn()).toBeUndefined()
  })

  it('is not written where only half would be known', async () => {
    const monday = await team()
    week(monday)
    monday.simulator.fail(
      { kind: 'server-error', status: 503 },
      { path: /log_entries$/, times: 1000 },
    )
    const { exit, err } = await monday.run('export html --pages')
    expect([exit, err]).toEqual([3, expect.stringContaining('nothing was written')])
    expect(() => readFileSync(join(monday.folder, 'public', 'index.html'))).toThrow('ENOENT')
    expect((await monday.run('export ics --pages')).exit).toBe(2)
  })
})
