/** Command lines that are said, with names in them that a shell would read as something else. */
import { mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { Repository } from './repository.ts'
import { folderWith, mistake, out, rotate, TEAM } from './world.ts'

const ROTA = 'Start,Primary\n2026-12-07,Ann\n2026-12-14,Ben\n2026-12-21,Ann\n'

it('init says what comes next in a folder of any name', async () => {
  const seen = await out(['init', '--dir', 'on call'], { cwd: folderWith() })
  expect(seen).toContain(`Next: 'rotate --dir "on call"' shows who is on call`)
  expect(seen).toContain(`'rotate check --dir "on call"' what is risky`)
})

it('init is offered for the folder in which there is nothing', async () => {
  const cwd = folderWith({ 'on call/README.md': '', 'rotations/README.md': '' })
  const dir = ['check', '--dir', 'on call']
  expect(await mistake(dir, { cwd })).toContain(`'rotate init --dir "on call"' writes`)
  const env = { ROTATE_DIR: 'on call' }
  expect(await mistake('check', { cwd, env })).toContain(`'rotate init' writes`)
  expect(await mistake('check', { cwd })).toContain(`'rotate init' writes`)
  expect(await mistake('check --dir rotations', { cwd, env })).toContain(
    `'rotate init --dir rotations' writes`,
  )
})

it('import says what comes next, on one line however narrow the terminal', async () => {
  const words = ['import', 'table', 'rota.csv', '--out', "Erin's $rota"]
  const seen = await out(words, { cwd: folderWith({ 'rota.csv': ROTA }), columns: 40 })
  const dir = String.raw`'Erin'\''s $rota'`
  expect(seen).toContain(`'rotate check --dir ${dir}'`)
  expect(seen).toContain(`'rotate calendar --dir ${dir}'`)
})

it('import says how to add to a workspace that is there, and how to make one', async () => {
  const cwd = folderWith({ 'rota.csv': ROTA, 'on call/team.yaml': 'team: Web\n' })
  mkdirSync(join(cwd, 'new & empty'))
  expect(await mistake(['import', 'table', 'rota.csv', '--out', 'on call'], { cwd })).toContain(
    `--into "on call" adds to it`,
  )
  expect(
    await mistake(['import', 'table', 'rota.csv', '--into', 'new & empty'], { cwd }),
  ).toContain(`--out "new & empty" makes a new workspace there`)
})

it('check says how an old schema is renewed, whatever its folder is called', async () => {
  const cwd = folderWith({ ...TEAM, 'rotations/.rotate.schema.json': '{}' })
  renameSync(join(cwd, 'rotations'), join(cwd, 'on call'))
  const { err } = await rotate(['check', '--dir', 'on call'], { cwd })
  expect(err).toContain(`'rotate schema > "on call/.rotate.schema.json"' renews it`)
})

it('what is no command is taken up as one word', async () => {
  expect(await mistake(['Alice Lindqvist'])).toContain(`'rotate who "Alice Lindqvist"' says`)
  expect(await mistake(['where', 'Alice Lindqvist'])).toContain(`'rotate who "Alice Lindqvist"'`)
  expect(await mistake(['vacation', 'Ann $&'])).toContain(`'rotate away 'Ann $&' 2026-12-21..`)
  expect(await mistake(['status', 'Alice Lindqvist'])).toContain(`'rotate who "Alice Lindqvist"'`)
  expect(await mistake(['export', 'ics', '-o', 'my files/'])).toContain('--out "my files/"')
})

it('check says how to fetch a branch of any name', async () => {
  const repository = new Repository()
  const shallow = new Repository()
  try {
    repository.git('init', '-q')
    repository.commit('rotations/team.yaml', 'team: Web\n')
    shallow.git('clone', '-q', '--depth', '1', `file://${repository.folder}`, '.')
    const { err } = await shallow.run(['check'], '2026-12-09T03:12Z', {
      GITHUB_BASE_REF: 'feat/a&b',
    })
    expect(err).toContain(`"feat/a&b:refs/remotes/origin/feat/a&b"' brings it`)
  } finally {
    repository.remove()
    shallow.remove()
  }
})

it('commands that an answer offers are about the folder that was named', async () => {
  const cwd = folderWith(TEAM)
  renameSync(join(cwd, 'rotations'), join(cwd, 'on call'))
  const dir = ['--dir', 'on call']
  const named = `--dir "on call"`
  expect(await out(['check', ...dir], { cwd })).toMatch(
    /    rotate cover .* --by \w+ --dir "on call"\n/,
  )
  expect(await out(['status', ...dir], { cwd })).toContain(`see 'rotate check ${named}'`)
  expect(await out(['me', 'alice', ...dir], { cwd })).toMatch(
    /'rotate cover alice .* --dir "on call"'/,
  )
  const away = ['away', 'alice', '2026-12-28..2027-01-04', ...dir, '--yes']
  const { out: said, err } = await rotate(away, { cwd })
  expect(said).toMatch(/: rotate cover alice .* --dir "on call"\n/)
  expect(err).toContain('Commit and push it.')
  const cover = ['cover', 'alice', '--on', '2026-12-29', '--by', 'carol', ...dir, '--yes']
  expect((await rotate(cover, { cwd })).err).toContain(
    `then 'rotate sync ${named}' tells PagerDuty`,
  )
  // What is found without it needs no flag, from below either.
  mkdirSync(join(cwd, 'rotations'))
  renameSync(join(cwd, 'on call/team.yaml'), join(cwd, 'rotations/team.yaml'))
  expect(await out(['status', '-C', 'rotations'], { cwd })).not.toContain('--dir')
})
