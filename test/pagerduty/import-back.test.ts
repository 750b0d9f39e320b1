/** What rotate made comes back as files that agree. */
import { describe, expect, it } from '@jest/globals'
import { imported } from './importing.ts'
import { READINGS } from './readings.ts'
import { SCENARIOS } from './scenarios.ts'
import { world } from './world.ts'

/** All readings take minutes: `ROTATE_READINGS=all` tries them, else it is the one that differs in everything. */
const readings =
  process.env['ROTATE_READINGS'] === 'all'
    ? READINGS
    : READINGS.filter(([name]) => name.startsWith('all'))

describe.each(SCENARIOS.flatMap(({ kinds, ...one }) => kinds.map((kind) => ({ ...one, kind }))))(
  'what rotate made comes back: $name ($kind)',
  ({ name, files, kind }) => {
    const possible = readings.filter(
      ([, { overlap }]) => overlap === undefined || !name.startsWith('pairs'),
    )
    it.each(possible)('under %s', async (_, some) => {
      const [, first] = files[0] ?? [0, '']
      const w = await world(first.replace('KIND', kind), { readings: some })
      for (const [i, [days, yaml, ...flags]] of files.entries()) {
        w.advance(days)
        w.write(yaml.replace('KIND', kind))
        expect((await w.sync('--yes', ...flags)).exit).toBe(0)
        const ran = await imported(w)
        expect([
          i,
          ran.exit,
          ran.exit === 0 ? '' : ran.out + ran.err + JSON.stringify(ran.files),
        ]).toEqual([i, 0, ''])
        const again = await w.run(['sync', '--yes', '--dir', 'brought'])
        expect([
          i,
          again.exit,
          again.writes,
          again.exit === 0 ? '' : again.out + again.err,
        ]).toEqual([i, 0, [], ''])
      }
    })
  },
)
