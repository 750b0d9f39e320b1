/** The weeks round Christmas, arranged by commands alone on the example; then PagerDuty agrees. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it } from '@jest/globals'
import { startSimulator, type Simulator } from '../../src/simulator/simulator.ts'
import { Repository } from './repository.ts'
import { rotate, type Seen } from './world.ts'

const NOW = '2026-12-08T09:00Z'

/** Beside the example: whoever is new looks on for some weeks. */
const SHADOW = `rotations:
  shadow:
    name: Shadow
    coverage: none
    start: 2026-01-05 16:00
    turn: 1 week
    members: [nobody]   # until somebody comes
`

/** What the team types, in the order in which it comes up. */
const TYPED = [
  ['away', 'frank', '2026-12-26..2026-12-27', '--why', 'Mexico'],
  [
    'swap',
    'frank',
    'arjun',
    '--at',
    '2026-12-27 10:00',
    '--with',
    '2026-12-25 10:00',
    '--rotation',
    'primary',
  ],
  [
    'swap',
    'frank',
    'dave',
    '--at',
    '2026-12-26 10:00',
    '--with',
    '2026-12-29 10:00',
    '--rotation',
    'secondary',
  ],
  ['away', 'grace', '2026-12-21..2026-12-22', '--why', 'a funeral'],
  [
    'cover',
    'grace',
    '--on',
    '2026-12-21 05:00..2026-12-23 05:00',
    '--by',
    'dave',
    '--why',
    'Grace is at a funeral',
  ],
  ['away', 'alice', '2026-12-17', '--why', 'a day off'],
  ['chair', 'infrastructure', 'frank', '--on', '2026-12-21', '--why', 'he has news'],
  [
    'cover',
    'carol',
    '--on',
    '2027-01-06 23:00..2027-01-08 23:00',
    '--by',
    'alice',
    '--why',
    'Carol moves house',
  ],
  [
    'member',
    'add',
    'hana',
    '--to',
    'shadow',
    '--from',
    '2027-01-11',
    '--name',
    'Hana Sato',
    '--email',
    'hana@example.com',
    '--timezone',
    'Europe/London',
  ],
]

let repository: Repository
let simulator: Simulator | undefined

afterEach(async () => {
  await simulator?.close()
  repository.remove()
})

it('a team arranges Christmas by commands alone, and the files read as if written by hand', async () => {
  repository = new Repository()
  cpSync('rotations', join(repository.folder, 'rotations'), { recursive: true })
  writeFileSync(join(repository.folder, 'rotations/shadow.yaml'), SHADOW)
  repository.init()
  repository.git('config', 'user.name', 'Nadia Levi')
  repository.commitAll('The rota')
  const { folder: cwd } = repository
  const typed = (words: readonly string[], env = {}): Promise<Seen> =>
    rotate(words, { cwd, now: NOW, env })

  for (const words of TYPED) {
    const { exit, err } = await typed([...words, '--yes'])
    expect([words.join(' '), exit, err]).toEqual([
      words.join(' '),
      0,
      expect.stringMatching(/^Commit and push it/),
    ])
  }
  const added = repository
    .git('diff', '-U0', '--no-color')
    .split('\n')
    .filter((line) => /^([-+][^-+]|\+\+\+ )/.test(line))
  expect(added).toMatchInlineSnapshot(`
   [
     "+++ b/rotations/meetings.yaml",
     "+      overrides:",
     "+        - { who: frank, on: 2026-12-21, why: he has news (by Nadia Levi) }",
     "+++ b/rotations/overrides.yaml",
     "+  - { rotation: primary, who: frank, from: 2026-12-24 16:00, to: 2026-12-25 16:00, why: swap of frank and arjun (by Nadia Levi) }",
     "+  - { rotation: primary, who: arjun, from: 2026-12-26 16:00, to: 2026-12-27 16:00, why: swap of frank and arjun (by Nadia Levi) }",
     "+  - { rotation: secondary, who: dave, from: 2026-12-25 16:00, to: 2026-12-26 16:00, why: swap of frank and dave (by Nadia Levi) }",
     "+  - { rotation: secondary, who: frank, from: 2026-12-28 16:00, to: 2026-12-29 16:00, why: swap of frank and dave (by Nadia Levi) }",
     "+  - { rotation: primary, who: dave, from: 2026-12-21 16:00, to: 2026-12-23 05:00, why: Grace is at a funeral (by Nadia Levi) }",
     "+  - { rotation: secondary, who: dave, from: 2026-12-21 05:00, to: 2026-12-21 16:00, why: Grace is at a funeral (by Nadia Levi) }",
     "+  - { rotation: primary, who: alice, from: 2027-01-06 23:00, to: 2027-01-08 23:00, why: Carol moves house (by Nadia Levi) }",
     "+++ b/rotations/people.yaml",
     "+      - { on: 2026-12-17, why: a day off }",
     "+    away: [{ on: 2026-12-21..2026-12-22, why: a funeral }]",
     "+    away: [{ on: 2026-12-26..2026-12-27, why: Mexico }]",
     "+  hana:",
     "+    name: Hana Sato",
     "+    email: hana@example.com",
     "+    timezone: Europe/London",
     "+++ b/rotations/shadow.yaml",
     "-    members: [nobody]   # until somebody comes",
     "+    members: [{ who: hana, from: 2027-01-11 }, nobody]   # until somebody comes",
   ]
  `)
  const checked = await typed(['check', '--from', '2026-12-08', '--to', '2027-02-28'])
  expect([checked.exit, checked.out]).toEqual([0, 'no problems\n'])

  // Doing all of it again changes nothing more.
  const files = ['people', 'overrides', 'meetings', 'shadow', 'rotations'].map((name) =>
    join(cwd, `rotations/${name}.yaml`),
  )
  const once = files.map((path) => readFileSync(path, 'utf8'))
  for (const words of TYPED) expect((await typed([...words, '--yes'])).exit).toBe(0)
  expect(files.map((path) => readFileSync(path, 'utf8'))).toEqual(once)

  simulator = await startSimulator({ now: Date.parse(NOW) })
  for (const email of once.join('').matchAll(/email: (\S+@example\.com)/g))
    simulator.seed.user({ name: email[1] ?? '', email: email[1] ?? '' })
  const env = { PAGERDUTY_TOKEN: simulator.token, PAGERDUTY_URL: simulator.url }
  const synced = await typed(['sync', '--yes'], env)
  expect([synced.exit, synced.out.split('\n').filter((line) => /agrees/.test(line))])
    .toMatchInlineSnapshot(`
   [
     0,
     [
       "primary: PagerDuty agrees: 26 shifts until 8 Mar 2027",
       "secondary: PagerDuty agrees: 20 shifts until 8 Mar 2027",
       "desk: PagerDuty agrees: 172 shifts until 8 Mar 2027",
       "shadow: PagerDuty agrees: 4 shifts until 8 Mar 2027",
     ],
   ]
  `)
  const before = simulator.requests.length
  const second = await typed(['sync', '--yes'], env)
  const writes = simulator.requests.slice(before).filter(({ method }) => method !== 'GET')
  expect([second.exit, writes]).toEqual([0, []])

  // Nobody is on call twice, whatever follows what.
  const { out } = await typed(['shifts', '--json', '--from', '2026-12-08', '--to', '2027-02-28'])
  const { shifts } = JSON.parse(out) as {
    shifts: { rotation: string; people: string[]; start: string; end: string }[]
  }
  const twice = shifts.flatMap((one, i) =>
    shifts.slice(i + 1).filter((other) => {
      const isBoth = one.people.some((id) => other.people.includes(id))
      return (
        one.rotation !== other.rotation && isBoth && one.start < other.end && other.start < one.end
      )
    }),
  )
  expect(twice).toEqual([])
}, 120_000)
