/** For the tests of `rotate pull`: the file that it edits, and that nobody has more to do afterwards. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@jest/globals'
import { HEAD, type World } from '../pagerduty/world.ts'

export function pathOf(w: World): string {
  return join(w.folder, 'rotations', 'team.yaml')
}

export function textOf(w: World): string {
  return readFileSync(pathOf(w), 'utf8')
}

/** The lines of the file that pull has added. */
export function added(w: World, before: string): string[] {
  const lines = before.split('\n')
  return textOf(w)
    .split('\n')
    .filter((line) => !lines.includes(line))
    .map((line) => line.trim())
}

/** Nothing is left for either, now, tomorrow and in eight days, and PagerDuty shows what the file says. */
async function settled(w: World): Promise<void> {
  w.write(textOf(w).slice(HEAD.length))
  for (const days of [0, 1, 7]) {
    w.advance(days)
    const again = await w.run(['pull', '--yes'])
    expect([again.exit, again.writes, again.out]).toEqual([
      0,
      [],
      expect.stringContaining('Nothing'),
    ])
    const sync = await w.sync('--yes')
    // Further ahead more is filled in as days go by, which has nothing to do with what was pulled.
    if (days === 0)
      expect([sync.exit, sync.writes, sync.out]).toEqual([
        0,
        [],
        expect.not.stringContaining('kept'),
      ])
    expect([sync.exit, w.differs('primary', 80)]).toEqual([0, []])
    expect((await w.sync('--check')).exit).toBe(0)
  }
}

/** For weekly turns, which go on by themselves, sync never writes again. */
export async function untouched(w: World): Promise<void> {
  await settled(w)
  w.advance(1)
  expect((await w.sync('--yes')).writes).toEqual([])
}
