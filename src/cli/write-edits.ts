/** Edits of the files of a workspace, written: all of them, or none where somebody changed one meanwhile. */
import { resolve } from 'node:path'
import { edited, type Edit } from '../model/edit.ts'
import type { Io } from '../io/io.ts'
import { rewrite } from '../io/rewrite.ts'
import type { Session } from './session.ts'

/** Gives the paths of the files that were written. */
export function writeEdits(
  { sources, folder }: Session,
  edits: readonly Edit[],
  { cwd }: Io,
): string[] {
  const texts = edited(sources, edits)
  const files = sources.flatMap(({ path, text: before }, i) => {
    const after = texts[i]?.text ?? before
    return after === before ? [] : [{ path, before, after }]
  })
  rewrite(
    files.map((file) => ({ ...file, path: resolve(cwd, file.path) })),
    folder,
    cwd,
  )
  return files.map(({ path }) => path)
}
