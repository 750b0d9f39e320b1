/** For the tests of commands: a world of their own in a temporary folder, and what people see in it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from '@jest/globals'
import { program, type Said, type Scene } from '../program.ts'

export interface Wishes extends Pick<
  Scene,
  'zone' | 'env' | 'columns' | 'rows' | 'answers' | 'io'
> {
  /** What stands in the folder, by path. */
  readonly files?: Readonly<Record<string, string>>
  /** A folder that is there already, instead of a new one. */
  readonly cwd?: string
  readonly now?: string
}

export interface Seen extends Said {
  readonly cwd: string
}

const folders: string[] = []

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A new folder with files in it. */
export function folderWith(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'rotate-'))
  folders.push(folder)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

/** Runs a command line: words that hold no spaces, or a list of words. */
export async function rotate(line: string | readonly string[], wishes: Wishes = {}): Promise<Seen> {
  const { files = TEAM, now = '2026-12-09T03:12Z', cwd = folderWith(files), ...scene } = wishes
  const words = typeof line === 'string' ? line.split(' ').filter((word) => word !== '') : line
  return { cwd, ...(await program(words, { ...scene, cwd, now })) }
}

/** What stands on stdout, for a snapshot: with the exit code behind it where that is not 0. */
export async function out(line: string | readonly string[], wishes?: Wishes): Promise<string> {
  const { exit, out: text, err } = await rotate(line, wishes)
  const more = (err === '' ? '' : `stderr: ${err}`) + (exit === 0 ? '' : `exit ${exit}\n`)
  return `\n${text}${more}`
}

/** What somebody who made a mistake is told: stderr and the exit code. */
export async function mistake(line: string | readonly string[], wishes?: Wishes): Promise<string> {
  const { exit, out: text, err } = await rotate(line, wishes)
  return `${text}${err}exit ${exit}`
}

/** The same of several command lines, one after the other. */
export async function mistakes(
  lines: readonly (string | readonly string[])[],
  wishes?: Wishes,
): Promise<string> {
  const cwd = wishes?.cwd ?? folderWith(wishes?.files ?? TEAM)
  let text = '\n'
  for (const line of lines) {
    const typed = typeof line === 'string' ? line : line.map(quoted).join(' ')
    text += `$ rotate ${typed}\n${await mistake(line, { ...wishes, cwd })}\n`
  }
  return text
}

/** As it would be typed, with what nobody sees written out. */
function quoted(word: string): string {
  return /^[\w/+-]+$/.test(word) ? word : JSON.stringify(word)
}

/** Five people in five zones, three rotations, a meeting. */
export const TEAM: Readonly<Record<string, string>> = {
  'rotations/team.yaml': `team: Infrastructure
people:
  alice:
    name: Alice Lindqvist
    email: alice@example.com
    timezone: Europe/Stockholm
    away: [2026-12-28..2027-01-03]
  bob: { name: Bob Okafor, timezone: America/New_York }
  carol: { name: Carol Tanaka, timezone: Asia/Tokyo }
  dave: { name: Dave Novak }
  erin: { name: Erin O'Neill, timezone: America/Los_Angeles }
`,
  'rotations/primary.yaml': `rotations:
  primary:
    name: Infrastructure primary
    layers:
      - name: Weekly
        start: 2026-11-30 16:00
        turn: 1 week
        members: [alice, bob, [dave, erin], nobody]
    overrides:
      - { who: dave, from: 2026-12-24 16:00, to: 2026-12-26 16:00, why: holiday swap }
  secondary:
    follows: primary
`,
  'rotations/meetings.yaml': `meetings:
  infrastructure:
    name: Infrastructure meeting
    days: [monday, thursday]
    at: 16:00
    duration: 15 minutes
    start: 2026-11-30
    chair: { members: [alice, bob, carol], start: 2026-11-30 }
    skip: [2026-12-24, 2026-12-31]
    move: [{ from: 2026-12-28, to: 2026-12-29 16:00 }]
    place: https://meet.example.com/infrastructure
`,
}

/** The same with other lines in a file: `changed('team', 'bob:', 'bobby:')`. */
export function changed(
  file: 'team' | 'primary' | 'meetings',
  from: string,
  to: string,
): Readonly<Record<string, string>> {
  const path = `rotations/${file}.yaml`
  const text = TEAM[path] ?? ''
  if (!text.includes(from)) throw new Error(`no '${from}' in ${path}`)
  return { ...TEAM, [path]: text.replace(from, to) }
}
