/** A word on a JSON Schema beside the files that is older than the program: editors mark by it what is right. */
import { join } from 'node:path'
import { readText, shown } from '../io/disk.ts'
import { Failure } from '../io/failure.ts'
import type { Io } from '../io/io.ts'
import { shellWord } from '../io/shell.ts'
import { clean } from '../views/clean.ts'
import { isOldSchema, SCHEMA_FILE } from '../workspace/format/schema.ts'
import { VERSION } from './version.ts'

/** Says on stderr how it is renewed. It is no problem of the files: what they say is read without it. */
export function tellOldSchema(folder: string, io: Io): void {
  const path = join(folder, SCHEMA_FILE)
  const text = textAt(path, io.cwd)
  if (text === undefined || !isOldSchema(text, VERSION)) return
  const name = shown(path, io.cwd)
  io.err.write(
    `${clean(name)} is older than this rotate, so editors do not know all that may stand in the files: 'rotate schema > ${clean(shellWord(name))}' renews it.\n`,
  )
}

/** Undefined where there is none, or none that can be read. */
function textAt(path: string, cwd: string): string | undefined {
  try {
    return readText(path, cwd)
  } catch (error) {
    if (error instanceof Failure) return undefined
    throw error
  }
}
