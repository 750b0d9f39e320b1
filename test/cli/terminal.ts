/** For the tests of commands: a folder with YAML, a terminal or a pipe, and what was written to it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { program, type Said, type Scene } from '../program.ts'

export interface Terminal extends Pick<Scene, 'zone' | 'env' | 'columns'> {
  readonly yaml: string
  readonly now?: string
}

/** Runs `rotate` with some words in a folder that holds the YAML as `rotations/x.yaml`. */
export async function run(words: readonly string[], terminal: Terminal): Promise<Said> {
  const cwd = mkdtempSync(join(tmpdir(), 'rotate-'))
  mkdirSync(join(cwd, 'rotations'))
  writeFileSync(join(cwd, 'rotations', 'x.yaml'), terminal.yaml)
  const { now = '2026-12-02T12:00Z', env = { LANG: 'C.UTF-8', NO_COLOR: '1' }, ...scene } = terminal
  try {
    return await program(words, { ...scene, cwd, now, env })
  } finally {
    rmSync(cwd, { recursive: true })
  }
}
