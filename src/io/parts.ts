/** Parts of the program that it reads as text: the build has put them into `dist/`. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readText } from './disk.ts'

/** The text of `dist/NAME`, wherever in the package this stands: in `src/io/`, or in a bundle in `dist/`. */
export function readPart(name: string): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder)
  return readText(join(folder, 'dist', name), folder)
}
