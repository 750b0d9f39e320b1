/** The pages that are tested, and the workspaces in them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { publicHolidaysOf } from '../../src/io/holidays.ts'
import { readWorkspace } from '../../src/io/disk.ts'
import { load } from '../../src/workspace/load.ts'
import type { Loaded } from '../../src/model/workspace.ts'
import { blocksIn, type Block } from './markdown.ts'

/** The folder of the repository. */
export const ROOT = resolve('.')

/** `UPDATE_DOCS=1 npm test -- test/docs` writes what is true now into the pages, and the schema beside the example. */
export const updating = process.env['UPDATE_DOCS'] === '1'

// Else the pages would say that something cannot be read.
if (updating && !existsSync(join(ROOT, 'dist/program'))) {
  throw new Error('UPDATE_DOCS needs what `npm test` builds into dist/ first: npm run build')
}

/** README.md, CHANGELOG.md and all of docs/, by their path. */
export const PAGES: readonly string[] = [
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
].filter((path) => existsSync(join(ROOT, path)))

export function pageAt(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}

/** Whether a block is a whole workspace: it is marked `yaml`, without `fragment` or `broken` behind it. */
export function isWorkspace({ info }: Block): boolean {
  return info === 'yaml'
}

/** The workspace of the page in which a block is: the last YAML above it in its section, which may be a broken one. */
export function workspaceAbove(page: string, block: Block): string | undefined {
  return blocksIn(page)
    .filter((each) => each.info === 'yaml' || each.info === 'yaml broken')
    .filter(({ section, first }) => section === block.section && first < block.first)
    .at(-1)
    ?.lines.join('\n')
}

/** Loads a workspace of one file. */
export function loadText(text: string): Loaded {
  return load([{ path: 'rotations/team.yaml', text }], publicHolidaysOf)
}

/** Loads the example of this repository. */
export function loadExample(): Loaded {
  return load(readWorkspace(join(ROOT, 'rotations'), ROOT), publicHolidaysOf)
}
