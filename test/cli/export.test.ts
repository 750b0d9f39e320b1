import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { changed, folderWith, mistake, mistakes, out, rotate, TEAM } from './world.ts'

const ICS = [
  'meetings/infrastructure.ics',
  'people/alice.ics',
  'people/bob.ics',
  'people/carol.ics',
  'people/dave.ics',
  'people/erin.ics',
  'rotations/primary.ics',
  'rotations/secondary.ics',
  'team.ics',
]

const under = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()

it('writes a calendar for each rotation, person and meeting, and the team; a second time nothing', async () => {
  const cwd = folderWith(TEAM)
  expect(await out('export ics', { cwd })).toBe('\n9 calendars in public: 9 written.\n')
  expect(under(join(cwd, 'public'))).toEqual(ICS)
  expect(await out('export ics', { cwd, now: '2026-12-10T03:12Z' })).toBe(
    '\n9 calendars in public: nothing has changed.\n',
  )
})

it('what is about calendars alone is a mistake where only the page is written', async () => {
  expect(
    await mistakes([
      'export html --prune',
      'export html --remind 12h',
      'export html --summary email',
      'export ics --summary slack',
      'export html --previous published',
    ]),
  ).toMatchInlineSnapshot(`
   "
   $ rotate export html --prune
   rotate: --prune is about calendars, and 'export html' alone writes none: 'rotate export ics html' writes both
   exit 2
   $ rotate export html --remind 12h
   rotate: --remind is about calendars, and 'export html' alone writes none: 'rotate export ics html' writes both
   exit 2
   $ rotate export html --summary email
   rotate: --summary is about calendars, and 'export html' alone writes none: 'rotate export ics html' writes both
   exit 2
   $ rotate export ics --summary slack
   rotate: --summary slack: alice, bob, dave and erin have shifts, and no 'contact: { slack: ... }': nothing was written
   exit 2
   $ rotate export html --previous published
   rotate: --previous is about calendars, and 'export html' alone writes none: 'rotate export ics html' writes both
   exit 2
   "
  `)
  expect((await rotate('export html ics --prune --remind 12h')).exit).toBe(0)
})

const desk = (who: string): string =>
  `people: { ann: {}, bob: {} }
rotations:
  night: { start: 2026-12-01, turn: 1 day, members: [ann] }
  desk: { start: 2026-12-01, turn: 1 day, members: [${who}] }
`

it('touches only the files that change', async () => {
  const cwd = folderWith({ 'rotations/a.yaml': desk('bob') })
  await rotate('export ics', { cwd })
  const ann = join(cwd, 'public', 'people', 'ann.ics')
  utimesSync(ann, 1, 1)
  writeFileSync(join(cwd, 'rotations', 'a.yaml'), desk('nobody'))
  const { out: text } = await rotate('export ics --json', { cwd })
  expect(JSON.parse(text)).toMatchObject({
    out: 'public',
    files: [
      { path: 'rotations/night.ics', written: false },
      { path: 'rotations/desk.ics', written: true, events: 0 },
      { path: 'people/ann.ics', written: false },
      { path: 'people/bob.ics', written: true, events: 0 },
      { path: 'team.ics', written: true },
    ],
    orphans: [],
  })
  expect(statSync(ann).mtimeMs).toBe(1000)
})

const git = (cwd: string, ...words: string[]): void => {
  execFileSync('git', ['-C', cwd, '-c', 'user.name=a', '-c', 'user.email=a@b', ...words], {
    env: { ...process.env, GIT_COMMITTER_DATE: '2026-12-01T00:00:00Z' },
    stdio: 'ignore',
  })
}

it('two runs on one commit give the same bytes, on any day', async () => {
  const cwd = folderWith(TEAM)
  git(cwd, 'init')
  git(cwd, 'add', '.')
  git(cwd, 'commit', '-m', 'x')
  await rotate('export ics --out a', { cwd, now: '2026-12-09T03:12Z' })
  await rotate('export ics --out b', { cwd, now: '2026-12-20T03:12Z' })
  const team = readFileSync(join(cwd, 'a', 'team.ics'), 'utf8')
  expect(readFileSync(join(cwd, 'b', 'team.ics'), 'utf8')).toBe(team)
  expect(team).toContain('DTSTAMP:20261201T000000Z')
})

it('names calendars that belong to nobody any more, and removes them when told to', async () => {
  const cwd = folderWith(TEAM)
  await rotate('export ics', { cwd })
  writeFileSync(join(cwd, 'public', 'other.ics'), 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n')
  const files = changed('primary', '  secondary:\n    follows: primary\n', '')
  writeFileSync(join(cwd, 'rotations/primary.yaml'), files['rotations/primary.yaml'] ?? '')
  expect((await rotate('export ics', { cwd })).err).toMatchInlineSnapshot(`
   "public/rotations/secondary.ics: belongs to nobody any more (--prune removes it)
   "
  `)
  expect((await rotate('export ics --prune', { cwd })).err).toMatchInlineSnapshot(`
   "public/rotations/secondary.ics: removed
   "
  `)
  expect(under(join(cwd, 'public'))).toEqual(
    [...ICS.filter((path) => path !== 'rotations/secondary.ics'), 'other.ics'].sort(),
  )
})

it('takes what is published from another folder, and says where there is none', async () => {
  const cwd = folderWith(TEAM)
  await rotate('export ics --out old', { cwd, now: '2026-12-01T00:00Z' })
  await rotate('export ics --out new --previous old', { cwd, now: '2026-12-09T00:00Z' })
  const text = (folder: string): string => readFileSync(join(cwd, folder, 'team.ics'), 'utf8')
  expect(text('new')).toBe(text('old'))
  const { err } = await rotate('export ics --out c --previous odl', { cwd })
  expect(err).toBe('--previous odl: there is no such folder, so every event is new\n')
})

it('removes temporary files that a killed run has left an hour ago, no others', async () => {
  const old = '.alice.ics.rotate-123-abcd1234.tmp'
  const cwd = folderWith({
    ...TEAM,
    [`public/people/${old}`]: 'BEGIN',
    'public/.team.ics.rotate-124-abcd1234.tmp': 'BEGIN',
    'public/mine.tmp': '',
  })
  utimesSync(join(cwd, 'public/people', old), 1, 1)
  utimesSync(join(cwd, 'public/mine.tmp'), 1, 1)
  await rotate('export ics', { cwd })
  expect(under(join(cwd, 'public'))).toEqual(
    [...ICS, '.team.ics.rotate-124-abcd1234.tmp', 'mine.tmp'].sort(),
  )
})

it('a folder that cannot be written to is a failure of the disk', async () => {
  const files = { ...TEAM, file: '' }
  expect(await mistake('export ics --out file', { files })).toMatchInlineSnapshot(`
   "rotate: --out file is not a folder: name the one it is in
   exit 2"
  `)
  expect(await mistake('export ics --out file/deep', { files })).toMatchInlineSnapshot(`
   "rotate: cannot write file/deep/rotations/primary.ics: a part of the path is a file, not a folder
   exit 3"
  `)
  const cwd = folderWith(TEAM)
  symlinkSync('nowhere', join(cwd, 'public'))
  expect(await mistake('export ics', { cwd })).toMatchInlineSnapshot(`
   "rotate: --out public: there is no such folder (it is a link to nothing)
   exit 2"
  `)
  mkdirSync(join(cwd, 'odd/team.ics'), { recursive: true })
  expect(await mistake('export ics --out odd', { cwd })).toMatchInlineSnapshot(`
   "rotate: cannot write odd/team.ics: it is a folder
   exit 3"
  `)
  expect(existsSync(join(cwd, 'nowhere'))).toBe(false)
})

it('takes an alarm, and says what one looks like', async () => {
  const { cwd } = await rotate('export ics --remind 12h')
  expect(readFileSync(join(cwd, 'public/team.ics'), 'utf8')).toContain('TRIGGER:-PT12H')
  expect(await mistake('export ics --remind soon')).toMatchInlineSnapshot(`
   "rotate: --remind 'soon': expected a length such as '1 hour' (a number of minutes, days, weeks or hours)
   exit 2"
  `)
})

const teamOf = (team: string): string =>
  `team: ${team}\npeople: { ann: {}, bo: {} }\nrotations:\n  primary: { start: 2026-11-23 16:00, turn: 1 week, members: [ann, bo] }\n`

it('no two teams share a UID, whatever their names, and each says its own', async () => {
  const names = [
    'Infra',
    'infra',
    'Site Reliability',
    'Site-Reliability',
    'Plattform für Zoë',
    'Plattform fur Zoe',
    'A%20B',
    'A B',
    '东京',
    'a@b.rotate',
  ]
  const seen = new Set<string>()
  let count = 0
  for (const name of names) {
    const { cwd } = await rotate('export ics', { files: { 'rotations/a.yaml': teamOf(name) } })
    const text = readFileSync(join(cwd, 'public/rotations/primary.ics'), 'utf8')
    const uids = text.replaceAll('\r\n ', '').match(/^UID:.*$/gm) ?? []
    count += uids.length
    for (const uid of uids) seen.add(uid)
  }
  expect(seen.size).toBe(count)
  expect([...seen][0]).toMatch(/^UID:primary-\d{8}T\d{6}Z@Infra\.rotate/)
})

it("another team's folder is written into with --adopt alone, and --prune takes its own only", async () => {
  const cwd = folderWith({ 'rotations/a.yaml': teamOf('Infra') })
  await rotate('export ics', { cwd })
  writeFileSync(
    join(cwd, 'rotations/a.yaml'),
    teamOf('Platform').replace('bo:', 'cy:').replace(', bo]', ', cy]'),
  )
  for (const kind of ['ics', 'html']) {
    expect(await mistake(`export ${kind} --prune`.replace('html --prune', 'html'), { cwd })).toBe(
      "rotate: public/people/ann.ics is a calendar of the team 'Infra': nothing was written (--out names another folder; --adopt takes this one over, with --prune also what is left of it)\nexit 2",
    )
  }
  expect(under(join(cwd, 'public'))).toContain('people/bo.ics')
  expect((await rotate('export ics --adopt --prune', { cwd })).exit).toBe(0)
  expect(under(join(cwd, 'public'))).not.toContain('people/bo.ics')
  expect((await rotate('export ics', { cwd })).out).toContain('nothing has changed')
})

it('replaces no calendar that it did not write, through links neither, and removes nothing behind one', async () => {
  const cwd = folderWith({ ...TEAM, 'elsewhere/mine.ics': 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' })
  mkdirSync(join(cwd, 'public'))
  symlinkSync('../elsewhere/mine.ics', join(cwd, 'public/team.ics'))
  expect(await mistake('export ics', { cwd })).toBe(
    'rotate: public/team.ics was not written by rotate: nothing was written (--out names another folder)\nexit 2',
  )
  expect(under(join(cwd, 'public'))).toEqual(['team.ics'])
  await rotate('export ics --out a', { cwd })
  mkdirSync(join(cwd, 'b'))
  symlinkSync('../a/people', join(cwd, 'b/people'))
  writeFileSync(join(cwd, 'a/people/old.ics'), readFileSync(join(cwd, 'a/team.ics')))
  mkdirSync(join(cwd, 'b/archive/rotations'), { recursive: true })
  writeFileSync(join(cwd, 'b/archive/rotations/x.ics'), readFileSync(join(cwd, 'a/team.ics')))
  expect((await rotate('export ics --out b --prune', { cwd })).exit).toBe(0)
  expect(existsSync(join(cwd, 'a/people/old.ics'))).toBe(true)
  expect(existsSync(join(cwd, 'b/archive/rotations/x.ics'))).toBe(true)
})

it('a pipe where a file should be is refused', async () => {
  const cwd = folderWith(TEAM)
  mkdirSync(join(cwd, 'public'))
  execFileSync('/usr/bin/mkfifo', [join(cwd, 'public/team.ics'), join(cwd, 'public/index.html')])
  const said = 'it is no file but a pipe, a device or a socket\nexit 3'
  expect(await mistake('export ics', { cwd })).toContain(said)
  expect(await mistake('export html', { cwd })).toContain(said)
})

it("another team's page is replaced with --adopt alone, and one that names no team is taken over", async () => {
  const cwd = folderWith({ 'rotations/a.yaml': teamOf('Infra & Söns') })
  const page = join(cwd, 'public/index.html')
  await rotate('export html', { cwd })
  const theirs = readFileSync(page, 'utf8')
  writeFileSync(join(cwd, 'rotations/a.yaml'), teamOf('Platform'))
  expect(await mistake('export html', { cwd })).toBe(
    "rotate: public/index.html is the page of the team 'Infra & Söns': nothing was written (--out names another folder; --adopt takes this one over)\nexit 2",
  )
  expect(await mistake('export ics html', { cwd })).toContain('nothing was written')
  expect(readFileSync(page, 'utf8')).toBe(theirs)
  expect(under(join(cwd, 'public'))).toEqual(['index.html'])
  expect((await rotate('export html --adopt', { cwd })).exit).toBe(0)
  writeFileSync(page, theirs.replace(/<meta name="rotate-team".*\n/, ''))
  expect((await rotate('export html', { cwd })).exit).toBe(0)
})

it('contacts and lines of files are on the page alone, and an address with a password on none', async () => {
  const address = 'https://github.com/acme/oncall'
  expect(
    await mistakes([
      'export ics --contacts',
      `export ics --repository ${address}`,
      'export html --repository oncall',
      'export html --repository https://me:hunter2@github.com/acme/oncall',
    ]),
  ).toMatchInlineSnapshot(`
   "
   $ rotate export ics --contacts
   rotate: --contacts is about the page: 'rotate export html'
   exit 2
   $ rotate export ics --repository https://github.com/acme/oncall
   rotate: --repository is about the page: 'rotate export html'
   exit 2
   $ rotate export html --repository oncall
   rotate: --repository: expected the address of a repository on the web, without a password: 'https://github.com/acme/oncall', or one with {path}, {line} and {commit} in it
   exit 2
   $ rotate export html --repository https://me:hunter2@github.com/acme/oncall
   rotate: --repository: expected the address of a repository on the web, without a password: 'https://github.com/acme/oncall', or one with {path}, {line} and {commit} in it
   exit 2
   "
  `)
  const files = {
    'rotations/team.yaml': `
people: { alice: { contact: { phone: +46 70 123 45 67 } } }
rotations: { primary: { start: 2026-12-01, turn: 1 week, members: [alice] } }
`,
  }
  const page = async (...more: readonly string[]): Promise<string> => {
    const { cwd } = await rotate(['export', 'html', ...more], { files })
    return readFileSync(join(cwd, 'public/index.html'), 'utf8')
  }
  expect(await page()).not.toMatch(/\+46|rotations\/team/)
  expect(await page('--contacts')).toContain('["phone","+46 70 123 45 67"]')
  const linked = await page('--repository', `${address}.git`)
  expect(linked).toContain(
    `"repository":{"address":"${address}/blob/HEAD/{path}#L{line}","files":["rotations/team.yaml"]}`,
  )
})
