/** A comparison that cannot be made is never "nothing differs": followed where possible, else exit code 2. */
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { Repository, type Ran } from './repository.ts'

const NOW = '2026-12-01T10:00Z'
const FILE = 'rotations/team.yaml'
const team = (members: string): string => `people: { ann: {}, bo: {}, cy: {} }
rotations:
  primary: { start: 2026-11-23 16:00, turn: 1 week, members: ${members} }
`
const BEFORE = team('[ann, bo, cy]')
const AFTER = team('[bo, ann, cy]')

let repository: Repository
beforeEach(() => {
  repository = new Repository()
  repository.init()
})
afterEach(() => repository.remove())

const check = (words: string[] = [], env = {}): Promise<Ran> =>
  repository.run(['check', ...words], NOW, env)
const gates = async (words: string[] = []): Promise<number[]> => {
  const lines = [['check'], ['diff', '--exit-code'], ['diff', '--notice', '14d']]
  const exits: number[] = []
  // One after the other: Jest cannot link a module that two are loading for the first time at once.
  for (const line of lines) exits.push((await repository.run([...line, ...words], NOW)).exit)
  return exits
}
const path = (name: string): string => join(repository.folder, name)
const link = (target: string, name: string): void => {
  rmSync(path(name), { recursive: true, force: true })
  symlinkSync(target, path(name))
}
/** Variables of the process for as long as something takes: git is started with them. */
async function withVariables<T>(
  variables: Readonly<Record<string, string>>,
  work: () => Promise<T>,
): Promise<T> {
  const old = { ...process.env }
  Object.assign(process.env, variables)
  try {
    return await work()
  } finally {
    for (const name of Object.keys(variables)) {
      if (old[name] === undefined) delete process.env[name]
      else process.env[name] = old[name]
    }
  }
}

describe('git that cannot be asked', () => {
  beforeEach(() => {
    repository.commit(FILE, BEFORE)
    repository.write(FILE, AFTER)
  })

  it('is not there: says so, and what to do', async () => {
    await withVariables({ PATH: '/nonexistent' }, async () => {
      expect(await gates()).toEqual([2, 2, 2])
      const { err } = await check()
      expect(err.replaceAll(repository.folder, 'TOP')).toMatchInlineSnapshot(`
       "rotate: there is no program git here, and TOP is a repository of git's: nothing can be compared with what is committed. Install it ('apk add git', 'apt-get install git', or an image such as node:22 that has it), or see to its PATH
       "
      `)
      expect((await check(['--rewrite'])).exit).toBe(0)
      const out = await repository.run(['export', 'ics'], NOW)
      expect(out.exit).toBe(0)
      expect(out.err).toContain('stamped with the present time')
    })
  })

  it.each([
    ['cannot be run', '', 0o644],
    ['says nothing and fails', '#!/bin/sh\nexit 1\n', 0o755],
    ['says nothing and means that all is well', '#!/bin/sh\nexit 0\n', 0o755],
    ['says what it is not asked', '#!/bin/sh\necho main\n', 0o755],
  ])('what is called git %s', async (_, text, mode) => {
    repository.write('bin/git', text)
    chmodSync(path('bin/git'), mode)
    await withVariables({ PATH: path('bin') }, async () => {
      expect(await gates()).toEqual([2, 2, 2])
    })
  })

  it('settings that change what git shows change no answer', async () => {
    const odd = `log.showSignature=true log.date=raw log.decorate=full log.mailmap=true color.ui=always core.abbrev=4
      core.quotePath=true format.pretty=fuller i18n.logOutputEncoding=UTF-16 trailer.separators=% trailer.ifexists=replace
      core.commentChar=R diff.renames=copies log.follow=true core.warnAmbiguousRefs=true blame.date=relative`
    for (const one of odd.split(/\s+/)) repository.git('config', ...one.split('='))
    const at = new Date(
      Number(repository.git('rev-list', '-1', '--timestamp', 'HEAD').split(' ')[0]) * 1000,
    )
    expect(await gates()).toEqual([1, 1, 1])
    await repository.run(['export', 'ics'], NOW)
    const stamp = at.toISOString().replaceAll(/[-:]|\.\d+/g, '')
    expect(readFileSync(path('public/team.ics'), 'utf8')).toContain(`DTSTAMP:${stamp}`)
    repository.commit(FILE, AFTER, 'Deal anew\n\nRewrites-history: yes')
    expect((await check(['--since', 'HEAD~1'])).err).toContain(`says 'Rewrites-history: yes'`)
  })

  it.each([
    ['its settings are broken', () => writeFileSync(path('.git/config'), 'x [\n')],
    ['it does not know an extension', () => repository.git('config', 'extensions.odd', '1')],
    ['the repository of a worktree is gone', () => link('/nowhere', '.git')],
    [
      'objects are missing',
      () => {
        const tree = repository.git('rev-parse', 'HEAD^{tree}')
        rmSync(path(`.git/objects/${tree.slice(0, 2)}/${tree.slice(2)}`))
      },
    ],
  ])('%s', async (_, spoil) => {
    repository.git('config', 'core.repositoryformatversion', '1')
    spoil()
    expect(await gates()).toEqual([2, 2, 2])
  })

  it('is told of another owner: the advice names the top of the repository', async () => {
    await withVariables({ GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' }, async () => {
      const { err, exit } = await check()
      expect(exit).toBe(2)
      expect(err).toContain(`safe.directory ${repository.folder}'`)
    })
  })

  it.each([
    'GIT_DIR',
    'GIT_WORK_TREE',
    'GIT_OBJECT_DIRECTORY',
    'GIT_COMMON_DIR',
    'GIT_NAMESPACE',
    'GIT_SHALLOW_FILE',
  ])('%s hides nothing', async (name) => {
    await withVariables({ [name]: '/nowhere' }, async () => {
      expect(await gates()).toEqual([1, 1, 1])
    })
  })

  it('GIT_CEILING_DIRECTORIES hides nothing', async () => {
    await withVariables({ GIT_CEILING_DIRECTORIES: repository.folder }, async () => {
      expect(await gates()).toEqual([1, 1, 1])
    })
  })

  it('programs that the repository names are not run', async () => {
    const run = `touch ${path('ran')}`
    const named = `core.fsmonitor core.pager core.sshCommand diff.external diff.x.textconv filter.x.smudge filter.x.process gpg.program alias.ls-tree pager.rev-list trailer.x.cmd core.editor`
    for (const name of named.split(' ')) repository.git('config', name, run)
    repository.git('config', 'log.showSignature', 'true')
    repository.git('config', 'core.worktree', '/nowhere')
    repository.write('.gitattributes', '*.yaml filter=x diff=x\n')
    expect(await gates()).toEqual([1, 1, 1])
    expect((await repository.run(['export', 'ics', 'html'], NOW)).exit).toBe(0)
    expect(existsSync(path('ran'))).toBe(false)
  })
})

describe('a base that is not plain files', () => {
  it.each([
    ['a file', () => link('../shared/team.yaml', FILE), 'shared/team.yaml'],
    ['a file by two links', () => link('../two.yaml', FILE), 'shared/team.yaml'],
    ['a folder below', () => undefined, 'shared/team.yaml'],
    ['the folder itself', () => link('shared', 'rotations'), 'shared/team.yaml'],
    ['by its whole path', () => link(path('shared/team.yaml'), FILE), 'shared/team.yaml'],
  ])('links within the repository are followed: %s', async (what, make, real) => {
    repository.write(FILE, BEFORE)
    repository.write(real, BEFORE)
    symlinkSync('shared/team.yaml', path('two.yaml'))
    if (what === 'a folder below') {
      rmSync(path('rotations'), { recursive: true })
      mkdirSync(path('rotations'))
      symlinkSync('../shared', path('rotations/below'))
    } else make()
    repository.commitAll()
    repository.write(real, AFTER)
    expect(await gates()).toEqual([1, 1, 1])
  })

  it('a link out of the repository is refused', async () => {
    const outside = new Repository()
    outside.write('team.yaml', BEFORE)
    repository.write(FILE, '')
    link(join(outside.folder, 'team.yaml'), FILE)
    repository.commitAll()
    expect(await gates()).toEqual([2, 2, 2])
    expect((await check()).err.replace(outside.folder, 'OTHER')).toMatchInlineSnapshot(`
     "rotate: HEAD:rotations/team.yaml is a link to OTHER/team.yaml, which is not in this clone, so that nothing can be compared with it: make it a relative one ('ln -sr'), name another revision, or 'rotate check --rewrite' where the change is meant
     "
    `)
    link(outside.folder, 'rotations')
    expect(await gates()).toEqual([2, 2, 2])
    outside.remove()
  })

  it.each([
    ['git-crypt', '\0GITCRYPT\0abc'],
    ['git LFS', 'version https://git-lfs.github.com/spec/v1\noid sha256:abc\nsize 1\n'],
    ['no text', '\u0001\u0000\u0000\u0002'],
    ['what a filter makes', Buffer.from(BEFORE).toString('base64')],
  ])('filtered files are refused: %s', async (_, text) => {
    repository.commit(FILE, text)
    repository.write(FILE, AFTER)
    expect(await gates()).toEqual([2, 2, 2])
    expect((await check(['--rewrite'])).exit).toBe(0)
    const { out } = await repository.run(['diff'], NOW)
    expect(out).not.toContain('Nobody')
  })

  it.each([
    ['UTF-16', Buffer.from(`\uFEFF${BEFORE}`, 'utf16le')],
    ['UTF-16 without a mark', Buffer.from(BEFORE, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\uFEFF${BEFORE}`, 'utf16le').swap16()],
    ['Latin 1', Buffer.from(BEFORE.replace('cy: {}', 'cy: { name: José }'), 'latin1')],
  ])('other encodings are read: %s', async (_, bytes) => {
    repository.write(FILE, '')
    writeFileSync(path(FILE), bytes)
    repository.commitAll()
    repository.write(FILE, AFTER)
    expect((await check()).exit).toBe(1)
  })

  it('submodules are followed, and refused where they are not checked out', async () => {
    const inner = new Repository()
    inner.init()
    inner.commit('team.yaml', BEFORE)
    const add = ['-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.folder]
    repository.git(...add, 'rotations/inner')
    repository.commitAll()
    repository.write('rotations/inner/team.yaml', AFTER)
    expect(await gates()).toEqual([1, 1, 1])
    rmSync(path('rotations/inner'), { recursive: true })
    repository.write(FILE, AFTER)
    expect(await gates()).toEqual([2, 2, 2])
    inner.remove()
  })

  it('mistakes in it are not "no problems": exit code 2, and the rest is answered', async () => {
    repository.commit(FILE, BEFORE.replace('cy]', 'nemo]'))
    repository.write(FILE, AFTER)
    expect(await gates()).toEqual([2, 2, 2])
    expect((await check()).err).toContain('mistakes in the YAML at HEAD: primary.')
    const { out } = await repository.run(['diff'], NOW)
    expect(out.split('\n').slice(2, 5)).toEqual([
      'Not known on one side, because of problems there: primary.',
      '',
      'Of all others nobody is on call differently, and no meeting differs.',
    ])
  })
})

const meeting = (days: string): string =>
  `${BEFORE}meetings: { weekly: { days: ${days}, at: 16:00, duration: 1 hour } }\n`

it('a meeting that is not known on one side is not one that is the same', async () => {
  repository.commit(FILE, meeting('nonday'))
  repository.write(FILE, meeting('mon'))
  expect(await gates()).toEqual([2, 2, 0])
  expect((await check()).out).toBe('no problems but for what was not compared\n')
  const { out } = await repository.run(['diff'], NOW)
  expect(out.split('\n').slice(2, 5)).toEqual([
    'Not known on one side, because of problems there: meeting weekly.',
    '',
    'Nobody is on call differently, and no other meeting differs.',
  ])
  const json = await repository.run(['diff', '--json'], NOW)
  expect(JSON.parse(json.out)).toMatchObject({ unknown: [], unknown_meetings: ['weekly'] })
  // One that is chosen is all that is asked.
  const chosen = await repository.run(['diff', '--exit-code', '--rotation', 'primary'], NOW)
  expect(chosen.exit).toBe(0)
  // Nor is it new where the file could not be read.
  repository.commit(FILE, `${meeting('mon')}  : {`)
  repository.write(FILE, meeting('mon'))
  const blind = await repository.run(['diff', '--exit-code'], NOW)
  expect([blind.exit, blind.out.includes('new')]).toEqual([2, false])
})

describe('a folder that was moved', () => {
  it.each([
    ['ops/rotations', 'team.yaml'],
    ['on/call', 'team.yaml'],
    ['other', 'primary.yaml'],
  ])('is found by its files: %s/%s', async (folder, file) => {
    repository.commit(FILE, BEFORE)
    rmSync(path('rotations'), { recursive: true })
    repository.write(`${folder}/${file}`, AFTER)
    expect(await gates(['--dir', folder])).toEqual([1, 1, 1])
    const { err } = await check(['--dir', folder])
    expect(err).toMatch(/^Compared with HEAD \(\w{7}\), where the folder was rotations\.$/m)
    const { out } = await repository.run(['diff', '--dir', folder], NOW)
    expect(out).not.toContain('new')
  })

  it.each([
    ['from the top of the repository', ['team.yaml'], 'ops/rotations/team.yaml', 'ops/rotations'],
    ['with folders in it', ['rotations/eu/team.yaml'], 'on-call/eu/team.yaml', 'on-call'],
    ['with another ending', ['rotations/team.yml'], 'ops/team.yaml', 'ops'],
  ])('is found by its files: %s', async (_, [from = ''], to, folder) => {
    repository.commit(from, BEFORE)
    rmSync(path(from))
    repository.write(to, AFTER)
    expect(await gates(['--dir', folder])).toEqual([1, 1, 1])
  })

  it('is not one whose files are still there: that is a new team', async () => {
    repository.commit(FILE, BEFORE)
    repository.write('b/rotations/team.yaml', AFTER)
    const { err, exit } = await check(['--dir', 'b/rotations'])
    expect(exit).toBe(0)
    expect(err).toContain('Compared with nothing: at HEAD')
  })

  it('is refused where two could be meant', async () => {
    repository.commit('a/team.yaml', BEFORE)
    repository.commit('b/team.yaml', BEFORE)
    rmSync(path('a'), { recursive: true })
    rmSync(path('b'), { recursive: true })
    repository.write(FILE, AFTER)
    expect(await gates()).toEqual([2, 2, 2])
  })
})

it.each([
  { SYSTEM_PULLREQUEST_TARGETBRANCH: 'refs/heads/main' },
  { SYSTEM_PULLREQUEST_TARGETBRANCH: 'main' },
  { BITBUCKET_PR_DESTINATION_BRANCH: 'main' },
  { CHANGE_TARGET: 'main' },
  { BUILDKITE_PULL_REQUEST_BASE_BRANCH: 'main' },
  { DRONE_TARGET_BRANCH: 'main', DRONE_PULL_REQUEST: '7' },
  { GITHUB_BASE_REF: 'main', GITEA_ACTIONS: 'true' },
  { CI_COMMIT_TARGET_BRANCH: 'main' },
  { TRAVIS_BRANCH: 'main', TRAVIS_PULL_REQUEST: '12' },
  { CODEBUILD_WEBHOOK_BASE_REF: 'refs/heads/main' },
  { APPVEYOR_REPO_BRANCH: 'main', APPVEYOR_PULL_REQUEST_NUMBER: '3' },
])('the base of a merge request is what CI names: %j', async (env) => {
  repository.commit(FILE, BEFORE)
  repository.git('checkout', '-q', '-b', 'feature')
  repository.commit(FILE, AFTER)
  repository.commit('README.md', 'more\n')
  const { err, exit } = await check([], { CI: 'true', ...env })
  expect(err).toMatch(/^Compared with main \(\w{7}\)\.$/m)
  expect(exit).toBe(1)
  // A branch of the same name, as somebody else may have in their fork, is not the base.
  repository.git('branch', '-q', '-M', 'main')
  expect((await check([], { CI: 'true', ...env })).exit).toBe(2)
})

it('the commit that Bitbucket names is taken where its branch was not fetched', async () => {
  repository.commit(FILE, BEFORE)
  const commit = repository.head
  repository.commit(FILE, AFTER)
  repository.commit('README.md', 'more\n')
  const env = { BITBUCKET_PR_DESTINATION_BRANCH: 'gone', BITBUCKET_PR_DESTINATION_COMMIT: commit }
  expect((await check([], { CI: 'true', ...env })).exit).toBe(1)
  expect((await check([], { CI: 'true', CIRCLECI: 'true' })).err).toContain('Compared with HEAD~1')
})

it.each(['on call/rotations', 'équipe/rotations', 'a/b/c/d'])(
  'annotations have paths from the top, whatever folders are called: %s',
  async (folder) => {
    repository.commit(`${folder}/team.yaml`, BEFORE.replace('cy: {}', 'cy: {}, zed: {}'))
    symlinkSync(folder, path('link'))
    for (const dir of [folder, 'link']) {
      const { out } = await check(['--dir', dir, '--format', 'gitlab'])
      expect(JSON.parse(out)).toMatchObject([{ location: { path: `${folder}/team.yaml` } }])
    }
  },
)

it('annotations have paths from the top of the repository, wherever the job stands', async () => {
  repository.commit('ops/rotations/team.yaml', BEFORE.replace('cy: {}', 'cy: {}, zed: {}'))
  const dir = ['--dir', 'ops/rotations']
  const { out } = await check([...dir, '--format', 'github'])
  expect(out).toContain('file=ops/rotations/team.yaml,')
  const inside = new Repository()
  const lines = ['check', '--dir', path('ops/rotations'), '--format', 'gitlab']
  const outside = await inside.run(lines, NOW)
  inside.remove()
  expect(JSON.parse(outside.out)).toMatchObject([{ location: { path: 'ops/rotations/team.yaml' } }])
  expect(outside.out).toBe((await check([...dir, '--format', 'gitlab'])).out)
})

it('a worktree, and the working tree of a bare clone, are compared', async () => {
  repository.commit(FILE, BEFORE)
  const other = new Repository()
  repository.git('worktree', 'add', '-q', '-b', 'other', join(other.folder, 'w'))
  other.write(`w/${FILE}`, AFTER)
  expect((await other.run(['check', '--dir', 'w/rotations'], NOW)).exit).toBe(1)
  execFileSync('git', ['clone', '-q', '--bare', repository.folder, join(other.folder, 'b.git')])
  other.write(`t/${FILE}`, AFTER)
  const named = { GIT_DIR: join(other.folder, 'b.git'), GIT_WORK_TREE: join(other.folder, 't') }
  await withVariables(named, async () => {
    expect((await other.run(['check', '--dir', 't/rotations'], NOW)).exit).toBe(1)
  })
  other.remove()
})

it.each([
  [
    'a merge in progress whose conflict is left',
    2,
    () => {
      diverge()
      attempt('merge', 'feature')
    },
  ],
  [
    'a merge that is resolved but not committed',
    1,
    () => {
      diverge()
      attempt('merge', 'feature')
      repository.write(FILE, AFTER)
      repository.git('add', '-A')
    },
  ],
  [
    'a rebase in progress that is resolved',
    1,
    () => {
      diverge()
      repository.git('checkout', '-q', 'feature')
      attempt('rebase', 'main')
      repository.write(FILE, AFTER)
      repository.git('add', '-A')
    },
  ],
  ['a detached head', 1, () => edited('checkout', '-q', '--detach')],
  ['a sparse checkout', 1, () => edited('sparse-checkout', 'set', '--no-cone', '/README.md')],
  [
    'an index that is broken',
    1,
    () => {
      writeFileSync(path('.git/index'), 'junk')
      edited()
    },
  ],
  ['refs and objects packed', 1, () => edited('gc', '-q')],
  [
    'a branch without a commit, where others have some',
    2,
    () => edited('symbolic-ref', 'HEAD', 'refs/heads/none'),
  ],
])('in %s the gates end with %i', async (_, exit, make) => {
  repository.commit(FILE, BEFORE)
  make()
  expect(await gates()).toEqual([exit, exit, exit])
})

it('a branch without a commit is compared with what --since names', async () => {
  repository.commit(FILE, BEFORE)
  edited('symbolic-ref', 'HEAD', 'refs/heads/none')
  expect((await check()).err).toContain('has no commit yet, though others have: --since')
  expect((await check(['--since', 'main'])).exit).toBe(1)
  expect((await repository.run(['diff', 'main', '--exit-code'], NOW)).exit).toBe(1)
})

/** The edit in the working tree, after something that git does. */
function edited(...words: string[]): void {
  if (words.length > 0) repository.git(...words)
  repository.write(FILE, AFTER)
}

/** Two branches that cannot be merged without somebody's decision. */
function diverge(): void {
  repository.git('checkout', '-q', '-b', 'feature')
  repository.commit(FILE, team('[ann, cy, bo]'))
  repository.git('checkout', '-q', 'main')
  repository.commit(FILE, team('[ann, bo]'))
}

/** Git says with its exit code that there is a conflict. */
function attempt(...words: string[]): void {
  expect(() => repository.git(...words)).toThrow()
}
