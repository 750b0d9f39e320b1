import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { world, type Ran, type World } from '../pagerduty/world.ts'

interface Account extends World {
  readonly bring: (...words: string[]) => Promise<Ran>
}

/** An account with a primary and a secondary, and an empty folder beside the workspace that every world has. */
async function account(): Promise<Account & { readonly empty: string }> {
  const w = await world('')
  const layer = (...names: string[]): object => ({
    start: '2026-11-02T16:00:00Z',
    rotation_virtual_start: '2026-11-02T16:00:00Z',
    rotation_turn_length_seconds: 604_800,
    users: names.map((name) => ({ user: { id: w.idOf(name), type: 'user_reference' } })),
    restrictions: [],
  })
  const schedule = (name: string, ...names: string[]): string =>
    w.simulator.seed.layerSchedule({
      name,
      time_zone: 'Etc/UTC',
      schedule_layers: [{ ...layer(...names) }],
    })
  schedule('Primary', 'alice', 'bob')
  schedule('Secondary', 'bob', 'alice')
  const empty = join(w.folder, 'elsewhere')
  mkdirSync(empty)
  return { ...w, empty, bring: (...words) => w.run(['import', 'pagerduty', ...words]) }
}

it('writes a workspace, says that it agrees, and what comes next', async () => {
  const w = await account()
  const ran = await w.bring('--out', 'new')
  expect([ran.exit, ran.err, ran.writes]).toEqual([0, '', []])
  expect(ran.out).toMatchInlineSnapshot(`
   "wrote new/team.yaml
   wrote new/people.yaml
   wrote new/primary.yaml
   wrote new/secondary.yaml
   wrote new/.rotate.schema.json
   primary: PagerDuty agrees: 14 shifts until 23 Feb 2027
   secondary: PagerDuty agrees: 14 shifts until 23 Feb 2027

   Next: 'rotate check --dir new' shows what is risky, 'rotate sync --dir new --adopt --dry-run' what sync would do.
   "
  `)
  expect(readdirSync(join(w.folder, 'new')).sort()).toEqual([
    '.rotate.schema.json',
    'people.yaml',
    'primary.yaml',
    'secondary.yaml',
    'team.yaml',
  ])
  expect(readFileSync(join(w.folder, 'new', 'secondary.yaml'), 'utf8')).toMatchInlineSnapshot(`
   "# yaml-language-server: $schema=.rotate.schema.json
   rotations:
     secondary:
       name: Secondary
       follows: primary
       pagerduty: { schedule: PAXNPAN }
   "
  `)
  const who = await w.run(['who', '--dir', 'new'])
  expect([who.exit, who.out]).toEqual([0, expect.stringContaining('bob')])
})

it('never touches a workspace that is there, and says what to do', async () => {
  const w = await account()
  const refused = await w.bring()
  expect([refused.exit, refused.requests]).toEqual([2, 0])
  expect(refused.err).toMatchInlineSnapshot(`
   "rotate: there is a workspace in rotations already: --into rotations adds to it what it does not have, --out names another folder
   "
  `)
  // A folder without YAML is filled; a second time it holds a workspace.
  expect((await w.bring('--out', 'elsewhere')).exit).toBe(0)
  expect((await w.bring('--out', 'elsewhere')).exit).toBe(2)
})

it('writes all or nothing, and over no file', async () => {
  const w = await account()
  writeFileSync(join(w.empty, '.rotate.schema.json'), 'mine')
  const ran = await w.bring('--out', 'elsewhere')
  expect([ran.exit, readdirSync(w.empty)]).toEqual([2, ['.rotate.schema.json']])
  expect(ran.err).toMatchInlineSnapshot(`
   "rotate: elsewhere/.rotate.schema.json exists already: nothing was written (--out names another folder)
   "
  `)
  expect(readFileSync(join(w.empty, '.rotate.schema.json'), 'utf8')).toBe('mine')
})

it('takes schedules by id or exact name, and names those that there are', async () => {
  const w = await account()
  const { id } = w.schedule('Secondary')
  expect((await w.bring('--out', 'a', 'Primary')).exit).toBe(0)
  expect(existsSync(join(w.folder, 'a', 'secondary.yaml'))).toBe(false)
  expect((await w.bring('--out', 'b', id)).exit).toBe(0)
  expect(readdirSync(join(w.folder, 'b'))).toContain('secondary.yaml')
  const unknown = await w.bring('--out', 'c', 'primary')
  expect([unknown.exit, unknown.err.replaceAll(/\(P\w+\)/g, '(ID)')]).toMatchInlineSnapshot(`
   [
     2,
     "rotate: PagerDuty has no schedule 'primary': there are 'Primary' (ID), 'Secondary' (ID)
   ",
   ]
  `)
  w.simulator.seed.shiftSchedule({ name: 'Primary', time_zone: 'Etc/UTC' })
  const twice = await w.bring('--out', 'c', 'Primary')
  expect([twice.exit, twice.err.replaceAll(/P[A-Z0-9]{6}/g, 'ID')]).toMatchInlineSnapshot(`
   [
     2,
     "rotate: PagerDuty has several schedules named 'Primary': say which by id (ID, ID)
   ",
   ]
  `)
})

it('--dry-run shows the files and writes nothing', async () => {
  const w = await account()
  const ran = await w.bring('--out', 'new', '--dry-run', '--team', 'Operations', 'Primary')
  expect([ran.exit, existsSync(join(w.folder, 'new'))]).toEqual([0, false])
  expect(ran.out.replaceAll(/P[A-Z0-9]{6}/g, 'ID')).toMatchInlineSnapshot(`
   "--- new/team.yaml
   # yaml-language-server: $schema=.rotate.schema.json
   # Brought in from PagerDuty on Wed 25 Nov 2026, as it was then.
   team: Operations
   timezone: UTC

   --- new/people.yaml
   # yaml-language-server: $schema=.rotate.schema.json
   people:
     alice:
       email: alice@Example.com

     bob:
       email: bob@Example.com

   --- new/primary.yaml
   # yaml-language-server: $schema=.rotate.schema.json
   rotations:
     primary:
       name: Primary
       start: 2026-11-02 16:00
       turn: 1 week
       members: [alice, bob]
       pagerduty: { schedule: ID }

   primary: PagerDuty agrees: 14 shifts until 23 Feb 2027

   Nothing was written (--dry-run).
   "
  `)
})

it('--json holds the proof, and the texts where nothing is written', async () => {
  const w = await account()
  const ran = await w.bring('--out', 'new', '--json', 'Primary')
  const said = JSON.parse(ran.out.replaceAll(/P[A-Z0-9]{6}/g, 'ID'))
  expect(said).toMatchInlineSnapshot(`
   {
     "files": [
       {
         "path": "new/team.yaml",
         "written": true,
       },
       {
         "path": "new/people.yaml",
         "written": true,
       },
       {
         "path": "new/primary.yaml",
         "written": true,
       },
     ],
     "rotations": [
       {
         "agrees": true,
         "differences": [],
         "name": "Primary",
         "rotation": "primary",
         "schedule": "ID",
         "shifts": 14,
         "unsaid": [],
         "until": "2027-02-23T12:00:00Z",
       },
     ],
     "source": "PagerDuty",
     "team": "imported",
   }
  `)
  const dry = await w.bring('--out', 'other', '--json', '--dry-run', 'Primary')
  expect(JSON.parse(dry.out).files[0].text).toContain('team: imported')
})

it('asks for what it needs before it asks PagerDuty', async () => {
  const w = await account()
  expect((await w.run(['import', 'grafana'])).err).toMatchInlineSnapshot(`
   "rotate: import: unknown source 'grafana': expected pagerduty, opsgenie, table or ics
   "
  `)
  const bare = { env: { PAGERDUTY_URL: w.simulator.url } }
  const ran = await w.run(['import', 'pagerduty', '--out', 'new'], bare)
  expect([ran.exit, ran.err]).toMatchInlineSnapshot(`
   [
     2,
     "rotate: import needs a token of PagerDuty: set PAGERDUTY_TOKEN
   ",
   ]
  `)
})

it('says when PagerDuty does not know the token, and a read-only one is enough', async () => {
  const w = await account()
  const env = { PAGERDUTY_URL: w.simulator.url, NO_COLOR: '1' }
  const wrong = await w.run(['import', 'pagerduty', '--out', 'new'], {
    env: { ...env, PAGERDUTY_TOKEN: 'not-a-token' },
  })
  expect([wrong.exit, wrong.err]).toMatchInlineSnapshot(`
   [
     3,
     "rotate: PagerDuty does not know this token: is PAGERDUTY_TOKEN right? (nothing was written)
   ",
   ]
  `)
  const reading = await w.run(['import', 'pagerduty', '--out', 'new'], {
    env: { ...env, PAGERDUTY_TOKEN: w.simulator.readOnlyToken },
  })
  expect(reading.exit).toBe(0)
})
