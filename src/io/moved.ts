/** A folder that was moved since a commit, found by its files: `git mv rotations ops/rotations`. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readWorkspace } from './disk.ts'
import { Failure } from './failure.ts'
import type { Repository } from './git.ts'
import { objects, type Entry, type Tree } from './tree.ts'

/** As git finds renames: half of the lines are the same. */
const ALIKE = 0.5

/**
 * Where the folder was, from the top. Its files are those that are gone since and have a name or half of the lines of a
 * file that stands in it now. Undefined where there are none: the folder is new. Two such folders are a failure.
 */
export function movedFrom(tree: Tree, repository: Repository, name: string): string | undefined {
  const { top, prefix } = repository
  const whole = join(top, prefix)
  const now = readWorkspace(whole, whole)
  const gone = [...tree.entries].filter(
    ({ path, kind }) => kind === 'file' && isShownYaml(path) && !existsSync(join(top, path)),
  )
  if (now.length === 0 || gone.length === 0) return undefined
  const votes = new Map<string, number>()
  const texts = objects(
    repository,
    gone.map(({ object }) => object),
  )
  gone.forEach((entry, i) => {
    const text = texts[i]?.toString('utf8') ?? ''
    const same = now.find(({ path, text: is }) => isNamed(entry, path) && alike(text, is) > 0)
    const match = same ?? now.find(({ text: is }) => alike(text, is) >= ALIKE)
    if (match === undefined) return
    const root = rootOf(entry.path, match.path)
    votes.set(root, (votes.get(root) ?? 0) + 1)
  })
  const [first, second] = [...votes].sort((a, b) => b[1] - a[1])
  if (first === undefined) return undefined
  if (second?.[1] === first[1]) {
    throw new Failure(
      `at ${name} there was no ${prefix || 'such folder'}, and its files may have come from ${first[0] || 'the top'} or from ${second[0] || 'the top'}: move the folder in a commit of its own and name that by --since, or 'rotate check --rewrite' where the change is meant`,
      2,
    )
  }
  return first[0]
}

function isShownYaml(path: string): boolean {
  return /\.ya?ml$/i.test(path) && !path.split('/').some((part) => part.startsWith('.'))
}

function isNamed({ path }: Entry, now: string): boolean {
  return path === now || path.endsWith(`/${now}`)
}

/** The folder from which a file has the path that it has now, as deep below it. */
function rootOf(path: string, now: string): string {
  return path.split('/').slice(0, -now.split('/').length).join('/')
}

/** How much of two texts is the same, in lines: from 0 to 1. */
function alike(a: string, b: string): number {
  const [one, other] = [linesOf(a), linesOf(b)]
  const there = new Set(other)
  const shared = one.filter((line) => there.has(line)).length
  return shared / Math.max(1, one.length, other.length)
}

function linesOf(text: string): string[] {
  return text.split('\n').flatMap((line) => line.trim() || [])
}
