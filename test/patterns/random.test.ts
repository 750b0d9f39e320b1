import { expect, it, jest } from '@jest/globals'
import { findRotation, type Found } from '../../src/patterns/find.ts'
import { UTC } from '../../src/time/zone.ts'
import { compare } from '../../src/timeline/compare.ts'
import { timelineOf } from '../../src/timeline/rotation.ts'
import { shiftsOf, type Shift } from '../../src/timeline/shifts.ts'
import { load } from '../../src/workspace/load.ts'
import { printWorkspace } from '../../src/workspace/print/print.ts'
import { randomRota } from './random.ts'

jest.setTimeout(600_000)

/** `ROTATE_SEEDS=1-1000` tries more of them, and `ROTATE_SAY=1` says what was found. */
const [first = 1, last = 60] = (process.env['ROTATE_SEEDS'] ?? '1-16').split('-').map(Number)

it('finds the pattern of nearly every rotation, and the same timeline of all', () => {
  const found = new Map<string, { all: number; patterns: number }>()
  for (let seed = first; seed <= last; seed += 1) {
    const random = randomRota(seed)
    const { workspace, problems } = load([{ path: 'a.yaml', text: random.yaml }])
    expect([seed, problems.filter(({ severity }) => severity === 'error')]).toEqual([seed, []])
    const rotation = workspace.rotations.get('primary')
    if (rotation === undefined) throw new Error('it is there')
    const { zone } = rotation
    const within = { start: zone.instantAt(random.from), end: zone.instantAt(random.to) }
    const shifts = shiftsOf(rotation, within).map((one): Shift => ({
      ...one,
      end: Math.min(one.end, within.end),
    }))
    if (shifts.length === 0) continue
    const begun = Date.now()
    const wished = { id: 'primary', name: 'primary', stretches: shifts, zones: [UTC] }
    const its: Found = findRotation(wished)
    const took = Date.now() - begun
    const files = printWorkspace({
      ...workspace,
      rotations: new Map([['primary', its.rotation]]),
    })
    const again = load(files)
    expect([seed, again.problems.filter(({ severity }) => severity === 'error')]).toEqual([
      seed,
      [],
    ])
    const printed = again.workspace.rotations.get('primary')
    const differences =
      printed === undefined ? [seed] : compare(shifts, timelineOf(printed, its.within), its.within)
    expect([seed, random.kind, differences]).toEqual([seed, random.kind, []])
    const count = found.get(random.kind) ?? { all: 0, patterns: 0 }
    // What is written by hand in a few lines is a pattern; hundreds of overrides are none.
    const isPattern =
      its.kind === 'pattern' && (random.kind === 'always' || its.explained >= its.shifts * 0.7)
    found.set(random.kind, {
      all: count.all + 1,
      patterns: count.patterns + (isPattern ? 1 : 0),
    })
    if (process.env['ROTATE_SAY'] && (!isPattern || process.env['ROTATE_SAY'] === '2')) {
      const text = files.find(({ path }) => path === 'primary.yaml')?.text ?? ''
      process.stdout.write(
        `${seed} ${random.kind} ${took} ms ${its.kind} ${its.explained}/${its.shifts}\n${random.yaml.split('coverage: none')[1] ?? ''}${text.slice(0, 900)}\n`,
      )
    }
  }
  const sum = [...found.values()].reduce(
    (all, each) => ({ all: all.all + each.all, patterns: all.patterns + each.patterns }),
    { all: 0, patterns: 0 },
  )
  if (process.env['ROTATE_SAY']) {
    for (const [kind, { all, patterns }] of found)
      process.stdout.write(`${kind} ${patterns}/${all}\n`)
    process.stdout.write(`all ${sum.patterns}/${sum.all}\n`)
  }
  expect(sum.patterns / sum.all).toBeGreaterThan(0.9)
})
