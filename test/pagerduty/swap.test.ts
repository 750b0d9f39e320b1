/** A swap by command, then `rotate sync` to the simulator: PagerDuty agrees, and the file too. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { HEAD, weekly, world } from './world.ts'

it('PagerDuty agrees after a swap, its follower too, and after the swap back', async () => {
  const w = await world(
    weekly('alice, bob, carol', '  secondary: { name: Second, follows: primary }\n'),
  )
  const file = join(w.folder, 'rotations', 'team.yaml')
  const first = readFileSync(file, 'utf8')
  expect((await w.sync('--yes')).exit).toBe(0)
  for (const swap of ['swap alice bob', 'swap bob alice --at 2026-12-15 --with 2026-12-01']) {
    const swapped = await w.run([...swap.split(' '), '--yes'])
    expect([swapped.exit, swapped.err]).toEqual([0, expect.stringContaining("then 'rotate sync'")])
    w.write(readFileSync(file, 'utf8').slice(HEAD.length))
    const { exit, out, writes } = await w.sync('--yes')
    expect([exit, out, writes.length > 0]).toEqual([0, expect.stringContaining('agrees'), true])
    expect([...w.differs('primary'), ...w.differs('secondary')]).toEqual([])
    expect([...w.twice('Infrastructure primary'), ...w.twice('Second')]).toEqual([])
    expect((await w.sync('--yes')).writes).toEqual([])
  }
  expect(readFileSync(file, 'utf8')).toBe(first)
})
