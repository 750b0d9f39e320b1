import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import {
  exists,
  findWorkspace,
  mustBeFolder,
  readPublished,
  readWorkspace,
  shown,
} from '../../src/io/disk.ts'
import { finishRewrites, rewrite } from '../../src/io/rewrite.ts'
import { sweep, writeWhole } from '../../src/io/write.ts'

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'rotate-'))
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

const put = (path: string, text = ''): string => {
  const full = join(cwd, path)
  mkdirSync(join(full, '..'), { recursive: true })
  writeFileSync(full, text)
  return full
}
const read = (): string[] => readWorkspace(join(cwd, 'w'), cwd).map(({ path }) => path)
const failure = (act: () => unknown): string => {
  try {
    act()
  } catch (error) {
    const { message, exit } = error as { message: string; exit: number }
    return `${message}, exit ${exit}`
  }
  return 'no failure'
}

it('reads all YAML of a folder and its subfolders in the order of their paths, hidden ones left out', () => {
  for (const path of [
    'b.yaml',
    'a.yml',
    'A.YAML',
    'sub/x.yaml',
    '.hidden.yaml',
    '.git/y.yaml',
    'README.md',
    'c.yaml.orig',
  ])
    put(`w/${path}`)
  expect(read()).toEqual(['w/A.YAML', 'w/a.yml', 'w/b.yaml', 'w/sub/x.yaml'])
})

it('follows links, but not round and round', () => {
  put('w/a.yaml', 'x')
  put('elsewhere/b.yaml')
  symlinkSync('../elsewhere', join(cwd, 'w', 'link'))
  symlinkSync('..', join(cwd, 'elsewhere', 'up'))
  symlinkSync('.', join(cwd, 'w', 'self'))
  symlinkSync('a.yaml', join(cwd, 'w', 'c.yaml'))
  expect(read()).toContain('w/link/b.yaml')
  expect(read()).toContain('w/c.yaml')
  expect(read().length).toBeLessThan(6)
})

it('a link to nothing is a failure, for it could hide who is on call', () => {
  mkdirSync(join(cwd, 'w'))
  symlinkSync('../gone.yaml', join(cwd, 'w', 'a.yaml'))
  expect(failure(read)).toBe('cannot read w/a.yaml: it is a link to nothing, exit 3')
  rmSync(join(cwd, 'w', 'a.yaml'))
  symlinkSync('a.yaml', join(cwd, 'w', 'a.yaml'))
  expect(failure(read)).toBe('cannot read w/a.yaml: it is a link that leads back to itself, exit 3')
  rmSync(join(cwd, 'w', 'a.yaml'))
  symlinkSync('gone', join(cwd, 'w', 'notes.txt'))
  expect(read()).toEqual([])
})

it('what is not UTF-8 is marked in the text; a byte order mark is none of it', () => {
  put('w/a.yaml', '\uFEFFteam: é')
  expect(readWorkspace(join(cwd, 'w'), cwd)).toEqual([{ path: 'w/a.yaml', text: 'team: é' }])
  writeFileSync(join(cwd, 'w', 'b.yaml'), Buffer.from('team: é', 'latin1'))
  expect(readWorkspace(join(cwd, 'w'), cwd)[1]).toEqual({
    path: 'w/b.yaml',
    text: 'team: \uFFFD',
    isDamaged: true,
  })
})

const asRoot = process.getuid?.() === 0
const unlessRoot = asRoot ? it.skip : it

unlessRoot('what must not be read is named (skipped as root, who may read all)', () => {
  chmodSync(put('w/a.yaml'), 0)
  expect(failure(read)).toBe('cannot read w/a.yaml: permission denied, exit 3')
  mkdirSync(join(cwd, 'v', 'sub'), { recursive: true })
  chmodSync(join(cwd, 'v', 'sub'), 0)
  expect(failure(() => readWorkspace(join(cwd, 'v'), cwd))).toBe(
    'cannot read v/sub: permission denied, exit 3',
  )
  chmodSync(join(cwd, 'v', 'sub'), 0o700)
  const closed = join(cwd, 'closed')
  mkdirSync(closed, { mode: 0o500 })
  expect(failure(() => writeWhole(join(closed, 'a.ics'), 'x', cwd))).toBe(
    'cannot write closed/a.ics: permission denied, exit 3',
  )
})

it('finds the folder rotations/ upwards, past files of that name', () => {
  put('rotations/a.yaml')
  put('deep/er/rotations')
  expect(findWorkspace(join(cwd, 'deep', 'er'))).toBe(join(cwd, 'rotations'))
})

it('says what a name is that should be a folder', () => {
  put('file')
  symlinkSync('gone', join(cwd, 'link'))
  symlinkSync('loop', join(cwd, 'loop'))
  const named = (name: string): string =>
    failure(() => mustBeFolder(join(cwd, name), `--dir ${name}`, cwd))
  expect(named('file')).toBe('--dir file is not a folder: name the one it is in, exit 2')
  expect(named('gone')).toBe('--dir gone: there is no such folder, exit 2')
  expect(named('file/x')).toBe('--dir file/x: there is no such folder, exit 2')
  expect(named('link')).toBe(
    '--dir link: there is no such folder (it is a link to nothing), exit 2',
  )
  expect(named('loop')).toBe('cannot look at loop: it is a link that leads back to itself, exit 3')
  expect(named('x'.repeat(300))).toMatch(/: the name is too long, exit 3$/)
})

it('shows paths from the current folder, unless they are outside', () => {
  expect(shown('/a/b/c', '/a')).toBe('b/c')
  expect(shown('/a', '/a')).toBe('.')
  expect(shown('/b', '/a')).toBe('/b')
  expect(shown('/a/..b', '/a')).toBe('..b')
})

it('what is published is read as it is, in some folders alone; what is a link is told apart', () => {
  put('p/a.ics', 'A')
  put('p/sub/b.ics', 'B')
  put('p/archive/b.ics', 'B')
  put('p/c.txt')
  symlinkSync('a.ics', join(cwd, 'p', 'd.ics'))
  const there = (): unknown => [...readPublished(join(cwd, 'p'), ['', 'sub'], '.ics', cwd)]
  expect(there()).toEqual([
    ['a.ics', { text: 'A', isPlain: true }],
    ['d.ics', { text: 'A', isPlain: false }],
    ['sub/b.ics', { text: 'B', isPlain: true }],
  ])
  symlinkSync('gone', join(cwd, 'p', 'e.ics'))
  expect(failure(there)).toBe('cannot read p/e.ics: it is a link to nothing, exit 3')
  expect(readPublished(join(cwd, 'none'), [''], '.ics', cwd).size).toBe(0)
})

it('writes a file whole, makes its folder, and leaves nothing else', () => {
  const path = join(cwd, 'x', 'y', 'a.ics')
  writeWhole(path, 'one', cwd)
  writeWhole(path, 'two', cwd)
  expect(readFileSync(path, 'utf8')).toBe('two')
  expect(readdirSync(join(cwd, 'x', 'y'))).toEqual(['a.ics'])
})

const withProc = existsSync('/proc/self') ? it : it.skip

withProc('gives up where no folder can be made, and does not try for ever', () => {
  expect(failure(() => writeWhole('/proc/x/y/a.ics', 'x', cwd))).toBe(
    'cannot make the folder /proc/x: the system lets nobody make one there, exit 3',
  )
  symlinkSync('nowhere', join(cwd, 'dead'))
  expect(failure(() => writeWhole(join(cwd, 'dead', 'a.ics'), 'x', cwd))).toBe(
    'cannot make the folder dead: it is a link to nothing, exit 3',
  )
})

it('keeps the permissions of a file and the link that leads to it', () => {
  const real = put('real.ics', 'old')
  chmodSync(real, 0o640)
  symlinkSync('real.ics', join(cwd, 'link.ics'))
  writeWhole(join(cwd, 'link.ics'), 'new', cwd)
  expect(lstatSync(join(cwd, 'link.ics')).isSymbolicLink()).toBe(true)
  expect(readFileSync(real, 'utf8')).toBe('new')
  expect(statSync(real).mode & 0o777).toBe(0o640)
})

it('where it cannot write it says why and leaves what was there', () => {
  put('file')
  mkdirSync(join(cwd, 'folder.ics', 'x'), { recursive: true })
  const write = (path: string): string => failure(() => writeWhole(join(cwd, path), 'x', cwd))
  expect(write('file/a.ics')).toBe(
    'cannot write file/a.ics: a part of the path is a file, not a folder, exit 3',
  )
  expect(write('file/b/a.ics')).toBe(
    'cannot write file/b/a.ics: a part of the path is a file, not a folder, exit 3',
  )
  expect(write('folder.ics')).toBe('cannot write folder.ics: it is a folder, exit 3')
  expect(readdirSync(cwd).sort()).toEqual(['file', 'folder.ics'])
})

it('of several files none is rewritten where the disk fails at a later one', () => {
  // A path as long as the system allows: there is no room for the longer name of the temporary file.
  const room = 4095 - cwd.length - '/'.length - '/b.yaml'.length
  const folders = Array.from({ length: Math.floor(room / 200) }, () => 'b'.repeat(199))
  const long = `${[...folders, 'b'.repeat(room % 200 || 1)].join('/')}/b.yaml`
  const files = ['a.yaml', long, 'c.yaml'].map((name) => ({
    path: put(name, 'old'),
    before: 'old',
    after: 'new',
  }))
  expect(failure(() => rewrite(files, cwd, cwd))).toBe(
    `cannot write ${long}: the name is too long, exit 3`,
  )
  expect(files.map(({ path }) => readFileSync(path, 'utf8'))).toEqual(['old', 'old', 'old'])
  expect(readdirSync(cwd).filter((name) => name.startsWith('.'))).toEqual([])
  expect(failure(() => rewrite(files.slice(1), cwd, cwd))).toBe(
    `cannot write ${long}: the name is too long, exit 3`,
  )
})

it('finishes the edit of a killed run, but not where somebody has changed a file since, and nothing outside', () => {
  const folder = join(cwd, 'w')
  const texts = { 'a.yaml': 'new', 'b.yaml': 'old', 'c.yaml': 'mine', 'd.txt': 'old' }
  for (const [name, text] of Object.entries(texts)) writeFileSync(put(`w/${name}`), text)
  writeFileSync(put('out.yaml'), 'old')
  symlinkSync('../out.yaml', join(folder, 'e.yaml'))
  const names = [...Object.keys(texts), 'e.yaml', '../out.yaml']
  const journal = put(
    'w/.edit.rotate-1-abc.tmp',
    JSON.stringify(names.map((path) => ({ path, before: 'old', after: 'new' }))),
  )
  const read = (): string[] => names.map((name) => readFileSync(join(folder, name), 'utf8'))
  const before = read()
  // A run that may still be at work.
  expect(finishRewrites(folder, cwd)).toEqual({ finished: [], changed: [] })
  expect(read()).toEqual(before)
  utimesSync(journal, 1, 1)
  sweep(cwd)
  execFileSync('git', ['init', '-q', folder])
  expect(finishRewrites(folder, cwd)).toEqual({ finished: ['w/b.yaml'], changed: ['w/c.yaml'] })
  expect(read()).toEqual(['new', 'new', 'mine', 'old', 'old', 'old'])
  expect(exists(journal)).toBe(false)
  expect(finishRewrites(folder, cwd)).toEqual({ finished: [], changed: [] })
})

it('a file that is rewritten keeps its permissions and its group, behind a link too', () => {
  const path = put('p/a.yaml', 'old')
  chmodSync(path, 0o640)
  // Only an administrator may give a file to a group of which nobody knows.
  const group = process.getuid?.() === 0 ? 4242 : statSync(path).gid
  chownSync(path, statSync(path).uid, group)
  symlinkSync('p/a.yaml', join(cwd, 'b.yaml'))
  for (const written of [path, join(cwd, 'b.yaml')]) {
    writeWhole(written, 'new', cwd)
    const { gid, mode } = statSync(path)
    expect([gid, mode & 0o777]).toEqual([group, 0o640])
  }
})

it('a name of many bytes can be written, however long the disk lets it be', () => {
  const path = join(cwd, `${'語'.repeat(83)}.yaml`)
  writeWhole(path, 'new', cwd)
  expect(readFileSync(path, 'utf8')).toBe('new')
})

it('a full disk costs nothing that was there', () => {
  const disk = join(cwd, 'disk')
  mkdirSync(disk)
  try {
    execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk], {
      stdio: 'ignore',
    })
  } catch {
    process.stderr.write('skipped: a full disk (no file system can be mounted here)\n')
    return
  }
  try {
    const path = join(disk, 'a.ics')
    writeWhole(path, 'old', cwd)
    expect(failure(() => writeWhole(path, 'x'.repeat(100_000), cwd))).toBe(
      'cannot write disk/a.ics: the disk is full, exit 3',
    )
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(readdirSync(disk)).toEqual(['a.ics'])
    execFileSync('/bin/mount', ['-o', 'remount,ro', disk])
    expect(failure(() => writeWhole(path, 'new', cwd))).toBe(
      'cannot write disk/a.ics: the disk is read-only, exit 3',
    )
  } finally {
    execFileSync('/bin/umount', [disk])
  }
})

it('sweeps away what killed runs have left, once it is old', () => {
  const old = put('p/sub/.a.ics.rotate-1-abc.tmp')
  const young = put('p/.a.ics.rotate-2-abc.tmp')
  const others = [put('p/a.tmp'), put('p/.a.ics.tmp'), put('p/a.ics.rotate-1-abc.tmp')]
  for (const path of [old, ...others]) utimesSync(path, 1, 1)
  sweep(join(cwd, 'p'))
  sweep(join(cwd, 'none'))
  expect(exists(old)).toBe(false)
  expect([young, ...others].every(exists)).toBe(true)
})
