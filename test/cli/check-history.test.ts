import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { Repository } from './repository.ts'

const NOW = '2027-01-06T12:00Z'
const FILE = 'rotations/team.yaml'
const team = (members: string): string => `people: { alice: {}, bob: {}, erin: {} }
rotations:
  primary:
    start: 2026-11-30 16:00
    turn: 1 week
    members: ${members}
meetings: { all: { days: mon, at: 12:00, duration: 1 hour } }
`
const BEFORE = team('[alice, bob]')
const AFTER = team('[alice, bob, erin]')

let repository: Repository
beforeEach(() => {
  repository = new Repository()
  repository.init()
})
afterEach(() => repository.remove())

const codes = async (words: string[] = [], env = {}): Promise<string[]> => {
  const { out } = await repository.run(['check', '--json', ...words], NOW, env)
  return (JSON.parse(out) as { problems: { code: string }[] }).problems.map(({ code }) => code)
}

describe('what rotate check compares with', () => {
  it('is the last commit on somebody’s machine', async () => {
    repository.commit(FILE, BEFORE)
    repository.write(FILE, AFTER)
    expect(await codes()).toEqual(['rewrites-history'])
    expect((await repository.run(['check'], NOW)).exit).toBe(1)
    repository.commit(FILE, AFTER)
    expect(await codes()).toEqual([])
  })

  it('is the commit before in CI, and nothing for the first of all', async () => {
    repository.commit(FILE, BEFORE)
    expect(await codes([], { CI: 'true' })).toEqual([])
    repository.commit(FILE, AFTER)
    expect(await codes([], { CI: 'true' })).toEqual(['rewrites-history'])
  })

  it('is the base of a merge request where CI names one', async () => {
    repository.commit(FILE, BEFORE)
    const base = repository.head
    repository.commit(FILE, AFTER)
    repository.commit('README.md', 'more\n')
    expect(await codes([], { CI: 'true' })).toEqual([])
    expect(await codes([], { CI: 'true', CI_MERGE_REQUEST_DIFF_BASE_SHA: base })).toEqual([
      'rewrites-history',
    ])
    repository.git('update-ref', 'refs/remotes/origin/main', base)
    expect(await codes([], { CI: 'true', GITHUB_BASE_REF: 'main' })).toEqual(['rewrites-history'])
  })

  it('is what --since names, before all', async () => {
    repository.commit(FILE, BEFORE)
    const base = repository.head
    repository.commit(FILE, AFTER)
    repository.commit('README.md', 'more\n')
    expect(await codes(['--since', base])).toEqual(['rewrites-history'])
    expect(await codes(['--since', 'HEAD'], { CI_MERGE_REQUEST_DIFF_BASE_SHA: base })).toEqual([])
    expect((await repository.run(['check', '--since', 'nowhere'], NOW)).exit).toBe(2)
    expect((await repository.run(['check', '--since=-x'], NOW)).err).toContain(
      'no name of a revision',
    )
  })

  it('is nothing outside git, before the first commit, and where the folder is new', async () => {
    repository.write(FILE, AFTER)
    expect(await codes()).toEqual([])
    repository.write('README.md', 'x\n')
    repository.git('add', 'README.md')
    repository.git('commit', '-q', '-m', 'start')
    expect(await codes()).toEqual([])
  })

  it('is an error that says how to fetch it, where the clone is shallow', async () => {
    repository.commit(FILE, BEFORE)
    repository.commit(FILE, AFTER)
    const shallow = new Repository()
    shallow.git('clone', '-q', '--depth', '1', `file://${repository.folder}`, '.')
    const before = await shallow.run(['check'], NOW, { CI: 'true' })
    const branch = await shallow.run(['check'], NOW, { GITHUB_BASE_REF: 'release' })
    const head = shallow.git('rev-parse', 'HEAD')
    const said = ({ err }: { err: string }): string => err.replaceAll(head, 'COMMIT')
    shallow.remove()
    expect([before.exit, said(before)]).toMatchInlineSnapshot(`
     [
       2,
       "rotate: the revision 'HEAD~1' is not here; this clone is shallow: 'git fetch --unshallow origin COMMIT' brings it (GitLab: 'GIT_DEPTH: 0', actions/checkout: 'fetch-depth: 0')
     ",
     ]
    `)
    expect([branch.exit, said(branch)]).toMatchInlineSnapshot(`
     [
       2,
       "rotate: the revision 'origin/release' is not in this clone: 'git fetch --unshallow origin COMMIT release:refs/remotes/origin/release' brings it (actions/checkout: 'fetch-depth: 0')
     ",
     ]
    `)
  })
})

describe('a change that is meant', () => {
  it('is said by --rewrite, by --ignore, or by the team for good', async () => {
    repository.commit(FILE, BEFORE)
    repository.write(FILE, AFTER)
    expect(await codes(['--rewrite'])).toEqual([])
    expect(await codes(['--ignore', 'rewrites-history'])).toEqual([])
    repository.write(FILE, `${AFTER}checks: { rewrites-history: off }\n`)
    expect(await codes()).toEqual([])
  })

  it('is said by a trailer of a commit in between', async () => {
    repository.commit(FILE, BEFORE)
    const base = repository.head
    repository.commit(FILE, AFTER, 'Deal anew\n\nRewrites-history: no')
    expect(await codes(['--since', base])).toEqual(['rewrites-history'])
    repository.commit('README.md', 'x\n', 'Agreed\n\nWe talked about it.\n\nRewrites-history: yes')
    expect(await codes(['--since', base])).toEqual([])
  })
})

describe('formats', () => {
  const odd = BEFORE.replace(
    'bob: {}',
    `bob: { away: [{ on: 2027-01-20, why: "50% off,\\n::error::x" }] }`,
  )

  it('github: workflow commands, in which nothing from the YAML is a command', async () => {
    repository.write(FILE, odd)
    const { out, exit } = await repository.run(['check', '--format', 'github'], NOW)
    expect(out).toMatchInlineSnapshot(`
     "::warning file=rotations/team.yaml,line=1,col=36,title=rotate%3A away-on-call::'bob' is on call for 'primary' from Wed 20 Jan 2027 00:00 to Thu 21 Jan 2027 00:00 (UTC) but away (50%25 off, ::error::x): find somebody who takes it, or add an override; free then: alice, erin
     "
    `)
    expect(out.trim().split('\n')).toHaveLength(1)
    expect(exit).toBe(0)
  })

  it('gitlab: a code-quality report, whose fingerprints outlive time and lines above', async () => {
    repository.write(FILE, odd)
    const { out } = await repository.run(['check', '--format', 'gitlab'], NOW)
    const [issue] = JSON.parse(out) as { fingerprint: string }[]
    expect(issue).toEqual({
      description: expect.stringContaining(`'bob' is on call for 'primary'`),
      check_name: 'away-on-call',
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      severity: 'minor',
      location: { path: FILE, lines: { begin: 1 } },
    })
    repository.write(FILE, `# a line more\n${odd}`)
    const later = await repository.run(['check', '--format', 'gitlab'], '2027-01-07')
    expect(JSON.parse(later.out)).toMatchObject([
      { fingerprint: issue?.fingerprint, location: { lines: { begin: 2 } } },
    ])
  })

  it('gitlab: two problems of one line have two fingerprints', async () => {
    const gaps = team('[alice, nobody, nobody, bob]').replace(
      'nobody, nobody',
      'nobody, alice, nobody',
    )
    repository.write(FILE, gaps)
    const { out } = await repository.run(['check', '--format', 'gitlab'], NOW)
    const prints = (JSON.parse(out) as { fingerprint: string }[]).map(
      ({ fingerprint }) => fingerprint,
    )
    expect(prints.length).toBeGreaterThan(1)
    expect(new Set(prints).size).toBe(prints.length)
  })

  it('no problems are an empty report', async () => {
    repository.write(FILE, BEFORE)
    expect((await repository.run(['check', '--format', 'gitlab'], NOW)).out).toBe('[]\n')
    expect((await repository.run(['check', '--format', 'github'], NOW)).out).toBe('')
    expect((await repository.run(['check', '--format', 'xml'], NOW)).exit).toBe(2)
  })
})
