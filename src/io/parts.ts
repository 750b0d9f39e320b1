/** Parts of the program that it reads as text: what the build has put into `dist/`, and its pages in `docs/`. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { failureOf } from './failure.ts'

/** The text of `dist/NAME`. */
export function readPart(name: string): string {
  return textAt(join(packageFolder(), 'dist', name))
}

/** The text of `docs/NAME`. */
export function readPage(name: string): string {
  return textAt(join(pagesFolder(), name))
}

/** Where the pages are that help names. */
export function pagesFolder(): string {
  return join(packageFolder(), 'docs')
}

function textAt(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw failureOf(error, `read ${path}`)
  }
}

/** The package, wherever in it this stands: in `src/io/`, or in a file of the program in `dist/`. */
function packageFolder(): string {
  // The program is no module: there the build puts the path of its file in this place.
  const here = import.meta.url
  let folder = dirname(here.startsWith('file:') ? fileURLToPath(here) : here)
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder)
  return folder
}
