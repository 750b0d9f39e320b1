/** Parts of the program that it reads as text: the build has put them into `dist/`. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { failureOf } from './failure.ts'

/** The text of `dist/NAME`, wherever in the package this stands: in `src/io/`, or in the bundle in `dist/`. */
export function readPart(name: string): string {
  // The bundle is no module: there the build puts the path of its file in this place.
  const here = import.meta.url
  let folder = dirname(here.startsWith('file:') ? fileURLToPath(here) : here)
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder)
  const path = join(folder, 'dist', name)
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw failureOf(error, `read ${path}`)
  }
}
