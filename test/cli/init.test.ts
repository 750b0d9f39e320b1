import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { TEMPLATES } from '../../src/workspace/templates.ts'
import type { Loaded } from '../../src/model/workspace.ts'
import { load } from '../../src/workspace/load.ts'
import { folderWith, mistake, mistakes, out, rotate } from './world.ts'

/** What the files of a folder say. */
function loadedFrom(cwd: string): Loaded {
  const folder = join(cwd, 'rotations')
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  return load(names.map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') })))
}

it.each(TEMPLATES.map((name) => [name]))(
  'writes a workspace in which all is well: %s',
  async (template) => {
    const cwd = folderWith()
    const people = 'ann,bo,cy,di,ed,flo'
    const { exit } = await rotate(`init --template ${template} --team Ops --people ${people}`, {
      cwd,
    })
    expect(exit).toBe(0)
    expect((await rotate('check --strict', { cwd })).out).toBe('no problems\n')
    const { out: text } = await rotate('who --json', { cwd })
    const { rotations } = JSON.parse(text) as { rotations: { people: string[] }[] }
    expect(rotations.every((rotation) => rotation.people.length > 0)).toBe(true)
  },
)

it('says what it wrote and what comes next', async () => {
  expect(await out('init', { cwd: folderWith() })).toMatchInlineSnapshot(`
   "
   wrote rotations/team.yaml
   wrote rotations/primary.yaml
   wrote rotations/overrides.yaml
   wrote rotations/meetings.yaml
   wrote rotations/.rotate.schema.json

   Next: 'rotate' shows who is on call, 'rotate check' what is risky.
   "
  `)
  expect(await out('init --dir ops/oncall', { cwd: folderWith() })).toMatchInlineSnapshot(`
   "
   wrote ops/oncall/team.yaml
   wrote ops/oncall/primary.yaml
   wrote ops/oncall/overrides.yaml
   wrote ops/oncall/meetings.yaml
   wrote ops/oncall/.rotate.schema.json

   Next: 'rotate --dir ops/oncall' shows who is on call, 'rotate check --dir ops/oncall' what is risky.
   "
  `)
})

it('stays in the empty folder in which somebody is: their next command is asked there', async () => {
  const cwd = folderWith()
  const before = statSync(cwd).ino
  expect((await rotate('init --dir .', { cwd })).exit).toBe(0)
  expect(statSync(cwd).ino).toBe(before)
  expect((await rotate('check --dir .', { cwd })).exit).toBe(0)
  expect(readdirSync(cwd).filter((name) => name.endsWith('.tmp'))).toEqual([])
})

it('asks on a terminal; who answers nothing takes what is offered', async () => {
  const wishes = { cwd: folderWith(), answers: ['', 'Team: "blue"', 'ann bo', ''] }
  const { err, exit } = await rotate('init', wishes)
  expect(exit).toBe(0)
  expect(`\n${err}`).toMatchInlineSnapshot(`
   "
     weekly           one person a week, the next in line is secondary
     weekday-weekend  weeks and weekends go round apart
     follow-the-sun   three regions, each by day
   Template (weekly): 
   Name of the team (Infrastructure): Team: "blue"
   Ids or names of the people, with commas (alice, bob, carol): ann bo
   Their time zone, or one for each, with commas (UTC): 
   "
  `)
  const { out: text } = await rotate('status --no-color', wishes)
  expect(text).toMatch(/^Team: "blue" {2}Wed/)
  expect(text).toContain('Ann')
})

it('asks again where the answer is none', async () => {
  const cwd = folderWith()
  const answers = [
    'wekly',
    'weekly',
    '',
    'ann',
    'ann, nobody',
    'Ann Lee, Zoë Åkesson',
    'EST',
    'a,b,c',
    'Europe/Paris, Asia/Tokyo',
  ]
  const { err, exit } = await rotate('init', { cwd, answers })
  expect(exit).toBe(0)
  expect(`\n${err}`).toMatchInlineSnapshot(`
   "
     weekly           one person a week, the next in line is secondary
     weekday-weekend  weeks and weekends go round apart
     follow-the-sun   three regions, each by day
   Template (weekly): wekly
   there is no template 'wekly': expected weekly, weekday-weekend, follow-the-sun
     weekly           one person a week, the next in line is secondary
     weekday-weekend  weeks and weekends go round apart
     follow-the-sun   three regions, each by day
   Template (weekly): weekly
   Name of the team (Infrastructure): 
   Ids or names of the people, with commas (alice, bob, carol): ann
   a rotation needs at least two people: --people alice,bob
   Ids or names of the people, with commas (alice, bob, carol): ann, nobody
   'nobody' is no id: letters, digits, '.', '_' and '-'
   Ids or names of the people, with commas (alice, bob, carol): Ann Lee, Zoë Åkesson
   Their time zone, or one for each, with commas (UTC): EST
   'EST' is an offset, which knows no clock changes: write 'America/New_York'
   Their time zone, or one for each, with commas (UTC): a,b,c
   unknown zone 'a': expected a name of the IANA database, such as 'Europe/Amsterdam'
   Their time zone, or one for each, with commas (UTC): Europe/Paris, Asia/Tokyo
   "
  `)
  const { workspace, problems } = loadedFrom(cwd)
  expect(problems).toEqual([])
  expect([...workspace.people.values()].map(({ id, name, zone }) => [id, name, zone.name])).toEqual(
    [
      ['ann-lee', 'Ann Lee', 'Europe/Paris'],
      ['zoe-akesson', 'Zoë Åkesson', 'Asia/Tokyo'],
    ],
  )
})

it.each(TEMPLATES.map((name) => [name]))(
  'its samples can be uncommented as they stand, one and all: %s',
  async (template) => {
    const cwd = folderWith()
    await rotate(`init --template ${template} --people ann,bo,cy`, { cwd })
    const samples = /^( *)# (?=- |[a-z]+: )/gm
    let count = 0
    for (const name of readdirSync(join(cwd, 'rotations')).filter((each) =>
      each.endsWith('yaml'),
    )) {
      const path = join(cwd, 'rotations', name)
      const text = readFileSync(path, 'utf8').replace(/^# yaml-language.*\n/, '')
      for (const { index, 0: mark } of text.matchAll(samples)) {
        count += 1
        const one = text.slice(0, index) + text.slice(index).replace(mark, mark.replace('# ', ''))
        writeFileSync(path, one)
        expect([one, loadedFrom(cwd).problems.map(({ message }) => message)]).toEqual([one, []])
      }
      writeFileSync(path, text.replaceAll(samples, '$1'))
    }
    expect(count).toBeGreaterThan(8)
    expect(loadedFrom(cwd).problems.map(({ message }) => message)).toEqual([])
  },
)

it('who leaves when asked has written nothing', async () => {
  const cwd = folderWith()
  expect(await mistake('init', { cwd, answers: ['weekly'] })).toContain(
    'nothing was written\nexit 2',
  )
  expect(readdirSync(cwd)).toEqual([])
})

it('overwrites nothing, not even a link to nothing, and asks nothing before it says so', async () => {
  const cwd = folderWith({ 'rotations/overrides.yaml': '# mine\n' })
  expect(await mistake('init', { cwd, answers: [''] })).toMatchInlineSnapshot(`
   "rotate: rotations/overrides.yaml exists already: nothing was written (--dir names another folder)
   exit 2"
  `)
  expect(readdirSync(join(cwd, 'rotations'))).toEqual(['overrides.yaml'])
  mkdirSync(join(cwd, 'other'))
  symlinkSync('nowhere', join(cwd, 'other', 'team.yaml'))
  expect((await rotate('init --dir other', { cwd })).exit).toBe(2)
})

it('where it cannot write all, it leaves nothing that keeps the next try from it', async () => {
  const cwd = folderWith()
  writeFileSync(join(cwd, 'rotations'), '')
  expect(await mistake('init', { cwd })).toMatchInlineSnapshot(`
   "rotate: cannot write rotations/team.yaml: a part of the path is a file, not a folder
   exit 3"
  `)
  expect(readFileSync(join(cwd, 'rotations'), 'utf8')).toBe('')
})

it('ROTATE_DIR says where to, as it says where from', async () => {
  const wishes = { cwd: folderWith(), env: { ROTATE_DIR: 'ops' } }
  expect((await rotate('init', wishes)).exit).toBe(0)
  expect(existsSync(join(wishes.cwd, 'ops', 'team.yaml'))).toBe(true)
  expect((await rotate('who', wishes)).exit).toBe(0)
})

it('a slip is answered with what to type, and nothing is written', async () => {
  const cwd = folderWith()
  const lines = [
    '--template x',
    '--people ann',
    '--people ann,nobody',
    '--people -a,b',
    '--people 李雷,韩梅梅',
  ]
  expect(
    await mistakes(
      lines.map((line) => `init ${line}`),
      { cwd },
    ),
  ).toMatchInlineSnapshot(`
   "
   $ rotate init --template x
   rotate: there is no template 'x': expected weekly, weekday-weekend, follow-the-sun
   exit 2
   $ rotate init --people ann
   rotate: a rotation needs at least two people: --people alice,bob
   exit 2
   $ rotate init --people ann,nobody
   rotate: 'nobody' is no id: letters, digits, '.', '_' and '-'
   exit 2
   $ rotate init --people -a,b
   rotate: '-a' is no id: letters, digits, '.', '_' and '-'
   exit 2
   $ rotate init --people 李雷,韩梅梅
   rotate: '李雷' is no id: letters from a to z, digits, '.', '_' and '-'; the name goes behind 'name:' in team.yaml
   exit 2
   "
  `)
  expect(readdirSync(cwd)).toEqual([])
})

it('the schema that it writes is the one that rotate schema says', async () => {
  const { cwd } = await rotate('init', { cwd: folderWith() })
  const { out: text } = await rotate('schema')
  expect(readFileSync(join(cwd, 'rotations', '.rotate.schema.json'), 'utf8')).toBe(text)
  expect(JSON.parse(text)).toMatchObject({ $schema: expect.stringContaining('json-schema.org') })
})
