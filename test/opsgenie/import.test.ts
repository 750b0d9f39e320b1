import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { readOpsgenie } from '../../src/opsgenie/read.ts'
import { recordsIn } from '../../src/opsgenie/find.ts'
import { planBrought } from '../../src/patterns/plan.ts'
import { UTC } from '../../src/time/zone.ts'
import { onCallAt } from '../../src/timeline/rotation.ts'
import { load } from '../../src/workspace/load.ts'
import { printWorkspace } from '../../src/workspace/print/print.ts'
import { folderWith, mistake, rotate } from '../cli/world.ts'
import { opsgenieWith, type Body } from './server.ts'

const FOLDER = join('test', 'opsgenie', 'recorded')

interface Recorded {
  readonly interactions: readonly {
    readonly request: string
    readonly body: { readonly data: Readonly<Record<string, unknown>> }
  }[]
}

function recorded(name: string): Recorded {
  // Recorded answers, whose shape the readers check.
  return JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Recorded
}

/** The addresses of those who are on call at an instant in files made of some JSON. */
function onCall(json: unknown, at: number): string[] {
  const plan = planBrought(readOpsgenie(recordsIn(json), 'Opsgenie', at), { zone: UTC, now: at })
  const { workspace, problems } = load(printWorkspace(plan.workspace, plan.notes))
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  return [...workspace.rotations.values()]
    .flatMap((rotation) => onCallAt(rotation, at))
    .map((id) => workspace.people.get(id)?.email ?? id)
    .sort()
}

it('the recorded schedule of six rotations gives exactly whom Opsgenie named', () => {
  const { interactions } = recorded('1-recorded-six-rotations-and-on-calls.json')
  const [schedule, ...answers] = interactions
  let count = 0
  for (const { request, body } of answers) {
    const date = /[?&]date=([^&]+)/.exec(request)?.[1]
    if (date === undefined) continue
    // As they were recorded: a list of users, with their addresses as names.
    const participants = body.data['onCallParticipants'] as { name: string }[] | undefined
    const flat = body.data['onCallRecipients'] as string[] | undefined
    const named = (flat ?? participants?.map(({ name }) => name) ?? []).toSorted()
    count += 1
    expect(onCall(schedule?.body, Date.parse(decodeURIComponent(date)))).toEqual(named)
  }
  expect(count).toBe(2)
})

it('a list that was asked for without its rotations is no schedule without people', async () => {
  const cwd = folderWith({})
  const file = join(process.cwd(), FOLDER, '2-recorded-nights-and-weekends.json')
  const { interactions } = recorded('2-recorded-nights-and-weekends.json')
  // Both answers together: the second has what the first left out.
  const { exit, out } = await rotate(['import', 'opsgenie', '--file', file, '--dry-run'], { cwd })
  expect(exit).toBe(0)
  expect(out.slice(out.indexOf('--- rotations/ooh'))).toMatchInlineSnapshot(`
   "--- rotations/ooh_second_line.yaml
   # yaml-language-server: $schema=.rotate.schema.json
   rotations:
     ooh_second_line:
       coverage: [{ days: mon-thu, from: 18:00, to: 10:00 }, { from: fri 18:00, to: mon 10:00 }]
       start: 2019-09-11 10:30
       turn: 1 week
       members: [ida.falk, jon.rask, mira.sund]
       during: [{ days: mon-thu, from: 18:00, to: 10:00 }, { from: fri 18:00, to: mon 10:00 }]

   ooh_second_line: not compared: Opsgenie told no timeline

   Nothing was written (--dry-run).
   "
  `)
  const list = folderWith({ 'list.json': JSON.stringify(interactions[0]?.body) })
  expect(await mistake('import opsgenie --file list.json', { cwd: list })).toMatchInlineSnapshot(`
   "rotate: no schedule in it has rotations: save the answer of /v2/schedules?expand=rotation
   exit 2"
  `)
})

function every(): readonly Body[] {
  const text = readFileSync(join(FOLDER, '4-shaped-every-kind-of-rotation.json'), 'utf8')
  // The file is in this folder, and has that shape.
  return (JSON.parse(text) as { body: { data: Body[] } }).body.data
}

it('the API is asked for rotations, overrides and its timeline, which agrees over a clock change', async () => {
  const opsgenie = await opsgenieWith(every())
  opsgenie.throttled = 1
  const cwd = folderWith({})
  const wishes = { cwd, env: opsgenie.env, now: '2026-02-15T10:00Z' }
  const { out, err, exit } = await rotate('import opsgenie Platform_schedule', wishes)
  await opsgenie.close()
  expect([exit, err]).toMatchInlineSnapshot(`
   [
     0,
     "platform_schedule: 'Old rotation' is over since 2025-06-02, and left out.
   platform_schedule: Its rotations are never on call at one time: they are layers of one.
   ",
   ]
  `)
  expect(out).toMatchInlineSnapshot(`
   "wrote rotations/team.yaml
   wrote rotations/people.yaml
   wrote rotations/platform_schedule.yaml
   wrote rotations/.rotate.schema.json
   platform_schedule: Opsgenie agrees: 263 shifts until 15 Jul

   Next: 'rotate check' shows what is risky, 'rotate calendar' the picture.
   "
  `)
  expect(opsgenie.asked).toMatchInlineSnapshot(`
   [
     "GET /v2/schedules",
     "GET /v2/schedules",
     "GET /v2/schedules/7e1c2c56-52a7-4a33-9c65-3e2f3b6d2201/overrides",
     "GET /v2/schedules/7e1c2c56-52a7-4a33-9c65-3e2f3b6d2201/timeline",
     "GET /v2/users/astrid.lund%40example.com",
     "GET /v2/users/bram.visser%40example.com",
     "GET /v2/users/chiara.rossi%40example.com",
     "GET /v2/users/dario.costa%40example.com",
   ]
  `)
  const files = readFileSync(join(cwd, 'rotations', 'people.yaml'), 'utf8')
  expect(files).toContain(
    'name: Astrid Lund\n    email: astrid.lund@example.com\n    timezone: Europe/Oslo',
  )
  expect(out + err + files).not.toContain('opsgenie-key')
})

it('what is no person, switched off or unknown is said; a wrong key and a foreign name end it', async () => {
  const opsgenie = await opsgenieWith(every())
  const wishes = { cwd: folderWith({}), env: opsgenie.env, now: '2026-02-15T10:00Z' }
  const all = await rotate('import opsgenie --dry-run', wishes)
  expect([all.exit, all.err]).toMatchInlineSnapshot(`
   [
     1,
     "The schedule 'Retired' is switched off in Opsgenie, and left out.
   platform_schedule: 'Old rotation' is over since 2025-06-02, and left out.
   platform_schedule: Its rotations are never on call at one time: they are layers of one.
   follow_the_sun-europe: In 'Shadow' a turn is the team 'Payments', which is no person: nobody stands for it.
   follow_the_sun-europe: In 'Shadow' a turn is the escalation 'Payments_escalation', which is no person: nobody stands for it.
   follow_the_sun-europe: Its rotations are on call at one time: each is a rotation of its own, and they add up.
   ",
   ]
  `)
  const mistakes = [
    await mistake('import opsgenie Nights', wishes),
    await mistake('import opsgenie', { ...wishes, env: {} }),
    await mistake('import opsgenie', {
      ...wishes,
      env: { ...opsgenie.env, OPSGENIE_API_KEY: 'x' },
    }),
    await mistake('import opsgenie', {
      ...wishes,
      env: { ...opsgenie.env, OPSGENIE_URL: 'http://example.com' },
    }),
  ]
  await opsgenie.close()
  expect(`\n${mistakes.join('\n')}`).toMatchInlineSnapshot(`
   "
   rotate: Opsgenie has no schedule 'Nights': there are 'Platform_schedule', 'Follow_the_sun', 'Retired'
   exit 2
   rotate: import opsgenie needs a key in OPSGENIE_API_KEY (one that reads is enough), or files: --file
   exit 2
   rotate: Opsgenie does not know the key in OPSGENIE_API_KEY
   exit 2
   rotate: example.com: only https is asked, since a key goes along
   exit 2"
  `)
})

it('Terraform: the schedule and its rotations, as `terraform show -json` has them', () => {
  const json = {
    values: {
      root_module: {
        resources: [
          {
            type: 'opsgenie_user',
            values: { id: 'u1', username: 'ann@example.com', full_name: 'Ann', timezone: 'UTC' },
          },
          {
            type: 'opsgenie_schedule',
            values: { id: 's1', name: 'Web', timezone: 'UTC', enabled: true },
          },
          {
            type: 'opsgenie_schedule_rotation',
            values: {
              id: 'r1',
              schedule_id: 's1',
              name: 'first',
              start_date: '2026-02-02T09:00:00Z',
              type: 'weekly',
              length: 1,
              participant: [{ type: 'user', id: 'u1' }, { type: 'none' }],
              time_restriction: [
                {
                  type: 'weekday-and-time-of-day',
                  restrictions: [
                    {
                      start_day: 'monday',
                      start_hour: 9,
                      start_min: 0,
                      end_day: 'friday',
                      end_hour: 17,
                      end_min: 30,
                    },
                  ],
                },
              ],
            },
          },
        ],
      },
    },
  }
  expect(onCall(json, Date.parse('2026-02-04T10:00Z'))).toEqual(['ann@example.com'])
  expect(onCall(json, Date.parse('2026-02-11T10:00Z'))).toEqual([])
  expect(onCall(json, Date.parse('2026-02-07T10:00Z'))).toEqual([])
})

/** A schedule of one rotation with turns of a week. */
function weekly(name: string, start: string, people: readonly string[]): Body {
  const participants = people.map((one) => ({ type: 'user', username: `${one}@example.com` }))
  const turns = { startDate: start, type: 'weekly', length: 1, participants } as const
  const rotations = [{ id: `${name} 1`, name: '1', ...turns }]
  return { id: name, name, timezone: 'UTC', enabled: true, rotations }
}

it('Terraform before it is applied: what has no id yet is told once', () => {
  const json = [
    {
      type: 'opsgenie_schedule',
      values: { name: 'Web', timezone: 'UTC', enabled: true },
    },
    {
      type: 'opsgenie_schedule_rotation',
      values: { name: 'first', start_date: '2026-02-02T09:00:00Z', type: 'weekly' },
    },
  ]
  const { schedules } = recordsIn(json)
  expect(schedules.map(({ rotations }) => rotations.map(({ name }) => name))).toEqual([['first']])
})

it('follows another schedule only where every turn is so many ahead of it, and keeps its overrides', () => {
  const primary = weekly('Primary', '2026-02-02T09:00:00Z', ['ann', 'bob', 'cem'])
  const at = Date.parse('2026-02-03T00:00Z')
  const said = (secondary: Body, overrides: readonly object[] = []): string => {
    const records = recordsIn([primary, secondary, overrides])
    const plan = planBrought(readOpsgenie(records, 'Opsgenie', at), { zone: UTC, now: at })
    const files = printWorkspace(plan.workspace, plan.notes)
    const text = files.find(({ path }) => path === 'secondary.yaml')?.text ?? ''
    return `\n${text.split('\n').slice(1).join('\n')}`
  }
  const swap = {
    _parent: { id: 'Secondary' },
    user: { type: 'user', username: 'bob@example.com' },
    startDate: '2027-09-01T09:00:00Z',
    endDate: '2027-09-02T09:00:00Z',
  }
  const behind = weekly('Secondary', '2026-02-02T09:00:00Z', ['cem', 'ann', 'bob'])
  expect(said(behind, [swap])).toMatchInlineSnapshot(`
   "
   rotations:
     secondary:
       name: Secondary
       follows: primary
       by: 2
       overrides:
         - { who: bob, from: 2027-09-01 09:00, to: 2027-09-02 09:00 }
   "
  `)
  // The same as long as nobody looks further than the third turn.
  const other = weekly('Secondary', '2026-02-02T09:00:00Z', ['bob', 'cem', 'ann', 'ann'])
  expect(said(other)).toMatchInlineSnapshot(`
   "
   rotations:
     secondary:
       name: Secondary
       start: 2026-02-02 09:00
       turn: 1 week
       members: [bob, cem, ann, ann]
   "
  `)
})

/** A week of two account ids, as JSM Operations answers for it. */
const JSM_ROTATION = {
  id: 'r1',
  name: 'First line',
  startDate: '2026-02-02T08:00:00Z',
  type: 'weekly',
  length: 1,
  participants: [
    { id: '712020:aaa', type: 'user' },
    { id: '712020:bbb', type: 'user' },
    { type: 'noone' },
  ],
}
const JSM_SCHEDULE = {
  id: 's1',
  name: 'Web',
  timezone: 'Europe/Berlin',
  enabled: true,
  teamId: 't',
}

it('JSM Operations: schedules, rotations apart from them, and users of Atlassian', async () => {
  const files = {
    'schedules.json': { values: [{ ...JSM_SCHEDULE }], links: {} },
    'rotations.json': { values: [JSM_ROTATION] },
    'overrides.json': {
      values: [
        {
          alias: 'x',
          startDate: '2026-02-20T08:00:00Z',
          endDate: '2026-02-21T08:00:00Z',
          responder: { type: 'user', id: '712020:bbb' },
          rotationIds: [],
        },
      ],
    },
    'timeline.json': {
      startDate: '2026-02-15T10:00:00Z',
      endDate: '2026-03-01T08:00:00Z',
      finalTimeline: {
        rotations: [
          {
            id: 'r1',
            name: 'First line',
            periods: [
              ['2026-02-09', '2026-02-16', '712020:bbb', 'active'],
              ['2026-02-20', '2026-02-21', '712020:bbb', 'override'],
              ['2026-02-23', '2026-03-02', '712020:aaa', 'forecast'],
            ].map(([from = '', to = '', id, type]) => ({
              startDate: `${from}T08:00:00Z`,
              endDate: `${to}T08:00:00Z`,
              type,
              responder: { id, type: 'user' },
            })),
          },
        ],
      },
    },
    'users.json': [
      { accountId: '712020:aaa', displayName: 'Ann Lee', timeZone: 'Europe/Paris' },
      { accountId: '712020:bbb', displayName: 'Ben Roth', emailAddress: 'ben@example.com' },
    ],
  }
  const texts = Object.entries(files).map(([name, json]) => [name, JSON.stringify(json)])
  const wishes = { cwd: folderWith(Object.fromEntries(texts)), now: '2026-02-15T10:00Z' }
  const { out, err, exit } = await rotate(
    ['import', 'opsgenie', '--dry-run', '--file', ...Object.keys(files)],
    wishes,
  )
  expect([exit, err]).toEqual([0, ''])
  expect(out).toMatchInlineSnapshot(`
   "--- rotations/team.yaml
   # yaml-language-server: $schema=.rotate.schema.json
   # Brought in from Opsgenie on Sun 15 Feb 2026, as it was then.
   team: imported
   timezone: Europe/Berlin

   --- rotations/people.yaml
   # yaml-language-server: $schema=.rotate.schema.json
   people:
     ann:
       name: Ann Lee
       timezone: Europe/Paris

     ben:
       name: Ben Roth
       email: ben@example.com

   --- rotations/web.yaml
   # yaml-language-server: $schema=.rotate.schema.json
   rotations:
     web:
       name: Web
       coverage: none
       start: 2026-02-02 09:00
       turn: 1 week
       members: [ann, ben, nobody]
       overrides:
         - { who: ben, from: 2026-02-20 09:00, to: 2026-02-21 09:00 }

   web: Opsgenie agrees: 3 shifts until 1 Mar

   Nothing was written (--dry-run).
   "
  `)
  // Without its users a person is an account id, and that is said.
  const bare = await rotate(
    ['import', 'opsgenie', '--dry-run', '--file', 'schedules.json', 'rotations.json'],
    wishes,
  )
  expect([bare.exit, bare.err]).toMatchInlineSnapshot(`
   [
     0,
     "Only ids are told of '712020:aaa', '712020:bbb': give also what /rest/api/3/user?accountId=ID answers for each.
   ",
   ]
  `)
})

it('JSM in Terraform: the resources of its own provider', () => {
  const json = {
    values: {
      root_module: {
        resources: [
          {
            type: 'atlassian-operations_user',
            values: { account_id: '712020:aaa', email_address: 'ann@example.com' },
          },
          {
            type: 'atlassian-operations_schedule',
            values: { id: 's1', name: 'W', timezone: 'UTC' },
          },
          {
            type: 'atlassian-operations_schedule_rotation',
            values: {
              id: 'r1',
              schedule_id: 's1',
              name: 'first',
              start_date: '2026-02-02T09:00:00Z',
              type: 'weekly',
              length: 1,
              participants: [
                { id: '712020:aaa', type: 'user' },
                { type: 'noone', id: null },
              ],
              time_restriction: {
                type: 'time-of-day',
                restriction: { start_hour: 9, start_min: 0, end_hour: 17, end_min: 0 },
              },
            },
          },
        ],
      },
    },
  }
  expect(onCall(json, Date.parse('2026-02-04T10:00Z'))).toEqual(['ann@example.com'])
  expect(onCall(json, Date.parse('2026-02-04T18:00Z'))).toEqual([])
  expect(onCall(json, Date.parse('2026-02-11T10:00Z'))).toEqual([])
})

it('a configuration backup: an object a file, overrides named after their schedule', () => {
  const schedule = weekly('Web', '2026-02-02T09:00:00Z', ['ann', 'bob'])
  const other = weekly('Data', '2026-02-02T09:00:00Z', ['cem', 'dee'])
  const override = {
    _parent: { id: 'Web', name: 'Web', enabled: true },
    alias: 'x',
    user: { type: 'user', username: 'cem@example.com' },
    startDate: '2026-02-03T09:00:00Z',
    endDate: '2026-02-04T09:00:00Z',
  }
  const user = { id: 'u1', username: 'ann@example.com', fullName: 'Ann Lee', timeZone: 'UTC' }
  const all = [schedule, other, override, user]
  expect(onCall(all, Date.parse('2026-02-03T00:00Z'))).toEqual([
    'ann@example.com',
    'cem@example.com',
  ])
  expect(onCall(all, Date.parse('2026-02-03T12:00Z'))).toEqual([
    'cem@example.com',
    'cem@example.com',
  ])
})
