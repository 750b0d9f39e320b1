import { describe, expect, it } from '@jest/globals'
import { READINGS } from './readings.ts'
import { SCENARIOS } from './scenarios.ts'
import { world } from './world.ts'

/** All readings take minutes: `ROTATE_READINGS=all` tries them, else it is the one that differs in everything. */
const readings =
  process.env['ROTATE_READINGS'] === 'all'
    ? READINGS
    : READINGS.filter(([name]) => name.startsWith('all'))

describe.each(SCENARIOS.flatMap(({ kinds, ...one }) => kinds.map((kind) => ({ ...one, kind }))))(
  '$name ($kind)',
  ({ name, files, kind, isNative }) => {
    // Where what is newest hides the rest, nothing can put two people on call at once.
    const possible = readings.filter(
      ([, { overlap }]) => overlap === undefined || !name.startsWith('pairs'),
    )
    it.each(possible)('agrees under %s', async (_, some) => {
      const [, first] = files[0] ?? [0, '']
      const w = await world(first.replace('KIND', kind), { readings: some })
      const step = async (what: string, flags: readonly string[]): Promise<readonly string[]> => {
        const ran = await w.sync('--yes', ...flags)
        expect([
          what,
          w.differs('primary'),
          ran.exit,
          ran.exit === 0 ? '' : ran.out + ran.err,
        ]).toEqual([what, [], 0, ''])
        const again = await w.sync('--yes')
        expect([what, again.exit, again.writes]).toEqual([what, 0, []])
        expect([what, w.twice('Primary')]).toEqual([what, []])
        if (isNative) expect([what, w.differs('primary', 300)]).toEqual([what, []])
        return ran.writes
      }
      for (const [i, [days, yaml, ...flags]] of files.entries()) {
        w.advance(days)
        w.write(yaml.replace('KIND', kind))
        const writes = await step(`file ${i + 1}`, flags)
        if (isNative && files[i - 1]?.[1] === yaml) expect([i, writes]).toEqual([i, []])
      }
      for (const days of [1, 7, 40, 365]) {
        w.advance(days)
        const writes = await step(`${days} days later`, [])
        if (isNative && days < 300) expect([days, writes]).toEqual([days, []])
      }
    })
  },
)
