/** Plans of Terraform, in which what is only to be made has no ids. */
import { expect, it } from '@jest/globals'
import { recordsIn } from '../../src/opsgenie/find.ts'
import { readOpsgenie } from '../../src/opsgenie/read.ts'
import { planBrought } from '../../src/patterns/plan.ts'
import { UTC } from '../../src/time/zone.ts'
import { onCallAt } from '../../src/timeline/rotation.ts'

const NOW = Date.parse('2026-02-04T10:00Z')

/** Who is on call by each rotation, and what could not be said. */
function told(json: unknown): string {
  const brought = readOpsgenie(recordsIn(json), 'Opsgenie', NOW)
  const { workspace } = planBrought(brought, { zone: UTC, now: NOW })
  const lines = [...workspace.rotations.values()].map(({ name, ...rotation }) => {
    const people = onCallAt({ name, ...rotation }, NOW)
    return `${name}: ${people.map((id) => workspace.people.get(id)?.email ?? id).join(' ')}`
  })
  const unsaid = [...(brought.unsaid ?? []), ...brought.rotations.flatMap((one) => one.unsaid)]
  return `\n${[...lines, ...unsaid.map((each) => `(${each})`)].join('\n')}\n`
}

const user = (name: string): object => ({
  address: `opsgenie_user.${name}`,
  mode: 'managed',
  type: 'opsgenie_user',
  values: { username: `${name}@example.com`, full_name: name },
})

const schedule = (address: string, name: string): object => ({
  address,
  mode: 'managed',
  type: 'opsgenie_schedule',
  values: { name, timezone: 'UTC', enabled: true },
})

const rotation = (
  address: string,
  name: string,
  ...ids: readonly (string | undefined)[]
): object => ({
  address,
  mode: 'managed',
  type: 'opsgenie_schedule_rotation',
  values: {
    name,
    start_date: '2026-02-02T09:00:00Z',
    type: 'weekly',
    participant: (ids.length === 0 ? [undefined] : ids).map((id) => ({
      type: 'user',
      ...(id !== undefined && { id }),
    })),
  },
})

const refers = (...names: readonly string[]): object => ({
  references: names.flatMap((name) => [`${name}.id`, name]),
})

/** How a rotation is written: of which schedule it is, and whose turns. */
const written = (address: string, of: object, ...who: readonly string[]): object => ({
  address,
  expressions: {
    schedule_id: of,
    participant: who.map((name) => ({ type: { constant_value: 'user' }, id: refers(name) })),
  },
})

it('what is to be made is told apart by its addresses', () => {
  const plan = {
    planned_values: {
      root_module: {
        resources: [
          schedule('opsgenie_schedule.web', 'Web'),
          schedule('opsgenie_schedule.data', 'Data'),
          rotation('opsgenie_schedule_rotation.data', 'first'),
          rotation('opsgenie_schedule_rotation.web', 'first'),
          user('ann'),
          user('ben'),
        ],
      },
    },
    configuration: {
      root_module: {
        resources: [
          written(
            'opsgenie_schedule_rotation.web',
            refers('opsgenie_schedule.web'),
            'opsgenie_user.ann',
          ),
          written(
            'opsgenie_schedule_rotation.data',
            refers('opsgenie_schedule.data'),
            'opsgenie_user.ben',
          ),
        ],
      },
    },
  }
  expect(told(plan)).toMatchInlineSnapshot(`
   "
   Web: ann@example.com
   Data: ben@example.com
   "
  `)
})

it('made by `for_each`, in a module, and of people who are only looked up', () => {
  const plan = {
    planned_values: {
      root_module: {
        resources: [schedule('opsgenie_schedule.web', 'Web')],
        child_modules: ['a', 'b'].map((key) => ({
          resources: [
            schedule(`module.rota["${key}"].opsgenie_schedule.own[0]`, `Own ${key}`),
            rotation(`module.rota["${key}"].opsgenie_schedule_rotation.own[0]`, 'first'),
            ...(key === 'a'
              ? [rotation(`module.rota["a"].opsgenie_schedule_rotation.web`, 'first')]
              : []),
          ],
        })),
      },
    },
    prior_state: {
      values: {
        root_module: {
          resources: [
            // Gone after the plan.
            {
              ...schedule('opsgenie_schedule.old', 'Old'),
              values: { id: 's9', name: 'Old', timezone: 'UTC', enabled: true },
            },
          ],
          child_modules: ['a', 'b'].map((key) => ({
            resources: [
              {
                ...user('ann'),
                address: `module.rota["${key}"].data.opsgenie_user.ann`,
                mode: 'data',
                values: { id: 'u1', username: 'ann@example.com', full_name: 'Ann' },
              },
            ],
          })),
        },
      },
    },
    configuration: {
      root_module: {
        module_calls: {
          rota: {
            expressions: { web: refers('opsgenie_schedule.web') },
            module: {
              resources: [
                written(
                  'opsgenie_schedule_rotation.own',
                  { references: ['opsgenie_schedule.own', 'count.index'] },
                  'data.opsgenie_user.ann',
                ),
                written(
                  'opsgenie_schedule_rotation.web',
                  { references: ['var.web'] },
                  'data.opsgenie_user.ann',
                ),
              ],
            },
          },
        },
      },
    },
  }
  expect(told(plan)).toMatchInlineSnapshot(`
   "
   Web: ann@example.com
   Own a: ann@example.com
   Own b: ann@example.com
   "
  `)
})

it('JSM: those who take turns are written in one piece, and taken in that order', () => {
  const type = 'atlassian-operations_schedule_rotation'
  const base = rotation('', 'first', 'u9', undefined, undefined)
  const { participant, ...values } = (base as { values: { participant: object[] } }).values
  const plan = (...names: readonly string[]): object => ({
    planned_values: {
      root_module: {
        resources: [
          schedule('opsgenie_schedule.web', 'Web'),
          { address: `${type}.web`, type, values: { ...values, participants: participant } },
          user('ann'),
          user('ben'),
        ],
      },
    },
    configuration: {
      root_module: {
        resources: [
          {
            address: `${type}.web`,
            expressions: {
              schedule_id: refers('opsgenie_schedule.web'),
              participants: refers(...names),
            },
          },
        ],
      },
    },
  })
  const takers = (...names: readonly string[]): string[] =>
    recordsIn(plan(...names)).schedules.flatMap(({ rotations }) =>
      rotations.flatMap(({ participants }) => participants.map(({ id }) => id)),
    )
  expect(takers('opsgenie_user.ben', 'opsgenie_user.ann')).toEqual([
    'u9',
    'opsgenie_user.ben',
    'opsgenie_user.ann',
  ])
  // Of more turns than names nobody can tell which is whose.
  expect(takers('opsgenie_user.ben')).toEqual(['u9', '', ''])
})

it('of which schedule a rotation is, or whose its turns are, is said where nothing tells it', () => {
  const resources = [
    schedule('opsgenie_schedule.web', 'Web'),
    schedule('opsgenie_schedule.data', 'Data'),
    rotation('opsgenie_schedule_rotation.web', 'of the web'),
    rotation('opsgenie_schedule_rotation.data', 'of the data', 'u1', undefined),
    {
      type: 'opsgenie_schedule_rotation',
      values: { schedule_id: 's9', name: 'of another', start_date: '2026-02-02T09:00:00Z' },
    },
    user('ann'),
  ]
  const configuration = {
    root_module: {
      resources: [
        {
          address: 'opsgenie_schedule_rotation.data',
          expressions: { schedule_id: refers('opsgenie_schedule.data') },
        },
      ],
    },
  }
  expect(told({ planned_values: { root_module: { resources } }, configuration }))
    .toMatchInlineSnapshot(`
   "
   Data: u1
   (Only ids are told of 'u1': give also what /rest/api/3/user?accountId=ID answers for each.)
   (Of which schedule 'of the web' is nothing tells, and it is left out: give what is of one schedule at a time.)
   ('of another' is left out: its schedule (s9) is told nowhere, and has to be given too.)
   (In 'of the data' a turn is of somebody of whom nothing is told: nobody stands there.)
   "
  `)
})

it('schedules without ids or addresses are told apart by their names', () => {
  const bare = ['Web', 'Data', 'Web'].map((name) => ({
    type: 'opsgenie_schedule',
    values: { name, timezone: 'UTC', enabled: true },
  }))
  expect(recordsIn(bare).schedules.map(({ name }) => name)).toEqual(['Web', 'Data'])
})

it('a rotation that is told twice is one, and those without ids are told apart by their names', () => {
  const rotations = ['first', 'second'].map((name) => ({
    name,
    startDate: '2026-02-02T09:00:00Z',
    type: 'weekly',
    participants: [{ type: 'user', username: `${name}@example.com` }],
  }))
  const web = { id: 's1', name: 'Web', timezone: 'UTC', enabled: true, rotations }
  const apart = rotations.map((one) => ({ ...one, scheduleId: 's1' }))
  const override = {
    _parent: { id: 's1' },
    user: { type: 'user', username: 'cem@example.com' },
    startDate: '2026-02-04T09:00:00Z',
    endDate: '2026-02-05T09:00:00Z',
    rotations: [{ name: 'second' }],
  }
  expect(told([web, apart, override])).toMatchInlineSnapshot(`
   "
   Web first: first@example.com
   Web second: cem@example.com
   (Its rotations are on call at one time: each is a rotation of its own, and they add up.)
   "
  `)
})
