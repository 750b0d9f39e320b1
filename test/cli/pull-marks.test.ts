/** The files and the marks of `rotate pull`: each whole or not at all, in this order, and the file decides from then on. */
import { writeFileSync } from 'node:fs'
import { expect, it } from '@jest/globals'
import { scheduleOf, swap, swapInLayers, type Stretch } from '../pagerduty/by-hand.ts'
import { HEAD, NAME, synced, weekly } from '../pagerduty/world.ts'
import { pathOf, textOf, untouched } from './pulling.ts'

it('lets the file decide from then on: what is deleted there, sync takes back', async () => {
  for (const kind of ['shifts', 'layers'] as const) {
    const yaml = `${weekly('alice, bob, carol')}    pagerduty: { kind: ${kind} }\n`
    const w = await synced(yaml)
    const night: Stretch = ['2026-12-22T18:00:00Z', '2026-12-23T09:00:00Z']
    if (kind === 'shifts') swap(w, 'frank', 'bob', night)
    else swapInLayers(w, 'frank', night)
    expect((await w.run(['pull', '--yes'])).exit).toBe(0)
    w.write(yaml)
    const taken = await w.sync('--yes')
    expect([taken.exit, w.differs('primary')]).toEqual([0, []])
    expect(taken.writes.join()).toContain('DELETE')
  }
})

it('takes back in a schedule of layers also what lay hidden under another', async () => {
  const days = '[{ start: 2026-11-02 16:00, turn: 1 week, members: [alice, bob, carol] }]'
  const windows = days.replace(' }', ', during: { from: 08:00, to: 20:00 } }')
  for (const layers of [days, windows]) {
    const yaml = `rotations:
  primary: { name: ${NAME}, layers: ${layers}, pagerduty: { kind: layers } }
`
    const w = await synced(yaml)
    for (const who of ['dave', 'erin', 'frank']) {
      swapInLayers(w, who, ['2026-12-22T18:00:00Z', `2026-12-23T0${who.length}:00:00Z`])
    }
    swapInLayers(w, 'carol', ['2026-12-22T17:00:00Z', '2026-12-23T09:00:00Z'])
    const ran = await w.run(['pull', '--yes'])
    expect([ran.exit, ran.out]).toEqual([0, expect.stringContaining('PagerDuty agrees')])
    w.write(yaml)
    const taken = await w.sync('--yes')
    expect([taken.exit, taken.writes.map((write) => write.split(' ')[0])]).toEqual([
      0,
      ['DELETE', 'DELETE', 'DELETE', 'DELETE', 'PUT'],
    ])
    expect([w.differs('primary'), (await w.sync('--yes')).writes]).toEqual([[], []])
  }
})

it('settles where the file adds somebody whose override lies hidden under another', async () => {
  const w = await synced(weekly('alice, bob, nobody, carol'))
  swap(w, 'dave', null, ['2026-12-15T18:00:00Z', '2026-12-15T22:00:00Z'])
  expect((await w.run(['pull', '--yes'])).exit).toBe(0)
  swap(w, 'erin', null, ['2026-12-15T18:00:00Z', '2026-12-15T20:00:00Z'])
  expect((await w.run(['pull', '--yes'])).exit).toBe(0)
  w.write(textOf(w).slice(HEAD.length).replace('who: erin, instead_of: dave', 'add: erin'))
  expect([(await w.sync('--yes')).exit, w.differs('primary')]).toEqual([0, []])
  expect((await w.sync('--yes')).writes).toEqual([])
})

it('completes what was cut short between the file and the mark, and doubles nothing', async () => {
  for (const next of ['pull', 'sync'] as const) {
    for (const kind of ['shifts', 'layers'] as const) {
      const w = await synced(`${weekly('alice, bob, carol')}    pagerduty: { kind: ${kind} }\n`)
      const night: Stretch = ['2026-12-22T18:00:00Z', '2026-12-23T09:00:00Z']
      if (kind === 'shifts') swap(w, 'frank', 'bob', night)
      else swapInLayers(w, 'frank', night)
      const fileOnly = await w.run(['pull', '--yes', '--files-only'])
      expect([fileOnly.exit, fileOnly.writes]).toEqual([0, []])
      const text = textOf(w)
      const none = await w.run(['pull', '--yes', '--files-only'])
      expect([none.exit, none.out.split('\n').at(0)]).toEqual([
        0,
        expect.stringMatching(
          /^primary: in the file already: frank.*: the next sync or pull marks it$/,
        ),
      ])
      const again = next === 'pull' ? await w.run(['pull', '--yes']) : await w.sync('--yes')
      expect([again.exit, again.writes.length, textOf(w)]).toEqual([0, 1, text])
      await untouched(w)
    }
  }
})

it('writes the files before the marks, and says so where the marks are refused', async () => {
  const w = await synced(weekly('alice, bob, carol'))
  swap(w, 'frank', 'bob', ['2026-12-22T18:00:00Z', '2026-12-23T09:00:00Z'])
  const readOnly = { PAGERDUTY_TOKEN: w.simulator.readOnlyToken, PAGERDUTY_URL: w.simulator.url }
  const ran = await w.run(['pull', '--yes'], { env: readOnly })
  expect([ran.exit, ran.err]).toEqual([
    3,
    expect.stringMatching(/403.*done so far: wrote rotations\/team.yaml; what is left to do/s),
  ])
  expect(textOf(w)).toContain('{ who: frank, instead_of: bob')
  const again = await w.run(['pull', '--yes'])
  expect([again.exit, again.out]).toEqual([
    0,
    expect.stringContaining(
      'marks: frank instead of bob, Tue 22 Dec 18:00 to Wed 23 Dec 09:00, which the file says already',
    ),
  ])
  await untouched(w)
})

it('keeps the marks of what lies further ahead than it looks', async () => {
  const far = `    overrides:\n      - { who: dave, from: 2027-02-01, to: 2027-02-02 }\n`
  const w = await synced(weekly('alice, bob, carol', far))
  swap(w, 'frank', 'bob', ['2026-12-02T18:00:00Z', '2026-12-03T09:00:00Z'])
  expect((await w.run(['pull', '--yes', '--horizon', '2 weeks'])).exit).toBe(0)
  w.write(
    textOf(w)
      .slice(HEAD.length)
      .replace(/ +- { who: dave.*\n/, ''),
  )
  const taken = await w.sync('--yes')
  expect([taken.exit, w.differs('primary'), taken.out]).toEqual([
    0,
    [],
    expect.not.stringContaining('kept'),
  ])
})

it('refuses before it writes where there is no room for the marks', async () => {
  const w = await synced(weekly('alice, bob, carol'))
  swap(w, 'frank', 'bob', ['2026-12-22T18:00:00Z', '2026-12-23T09:00:00Z'])
  const { id, description } = scheduleOf(w)
  const full = `${'x'.repeat(1021 - description.length)}\n\n${description}`
  w.simulator.byHand('PUT', `/v3/schedules/${id}`, {
    schedule: { name: NAME, time_zone: 'Etc/UTC', description: full },
  })
  const before = textOf(w)
  const ran = await w.run(['pull', '--yes'])
  expect([ran.exit, ran.writes, textOf(w), ran.err]).toEqual([
    2,
    [],
    before,
    `primary: PagerDuty's description of the schedule has no room for the marks (shorten its text there)  [marker-full]\nNothing was written.\n`,
  ])
})

it('marks also where answers are lost', async () => {
  for (const kind of ['shifts', 'layers'] as const) {
    const w = await synced(`${weekly('alice, bob, carol')}    pagerduty: { kind: ${kind} }\n`)
    const night: Stretch = ['2026-12-22T18:00:00Z', '2026-12-23T09:00:00Z']
    if (kind === 'shifts') swap(w, 'frank', 'bob', night)
    else swapInLayers(w, 'frank', night)
    w.simulator.fail({ kind: 'cut', when: 'after' }, { method: 'PUT' })
    expect((await w.run(['pull', '--yes'])).exit).toBe(0)
    await untouched(w)
  }
})

it('writes nothing where somebody has changed the file meanwhile', async () => {
  const w = await synced(weekly('alice, bob, carol'))
  swap(w, 'frank', 'bob', ['2026-12-22T18:00:00Z', '2026-12-23T09:00:00Z'])
  let edited = ''
  const ran = await w.run(['pull'], {
    canAsk: true,
    ask: () => {
      edited = `${textOf(w)}# mine\n`
      writeFileSync(pathOf(w), edited)
      return Promise.resolve('y')
    },
  })
  expect([ran.exit, ran.writes, textOf(w)]).toEqual([3, [], edited])
  expect(ran.err).toContain(
    'rotations/team.yaml was changed meanwhile: nothing was written, run it again',
  )
})

it('keeps line endings, and a byte order mark', async () => {
  const w = await synced(weekly('alice, bob, carol'))
  const crlf = `\uFEFF${textOf(w).replaceAll('\n', '\r\n')}`
  writeFileSync(pathOf(w), crlf)
  swap(w, 'frank', 'bob', ['2026-12-22T18:00:00Z', '2026-12-23T09:00:00Z'])
  expect((await w.run(['pull', '--yes'])).exit).toBe(0)
  expect(textOf(w)).toBe(
    `${crlf}    overrides:\r\n      - { who: frank, instead_of: bob, from: 2026-12-22 18:00, to: 2026-12-23 09:00, why: made in PagerDuty }\r\n`,
  )
})

it('leaves a rotation for which there is no place in the files, says the line, and brings the rest', async () => {
  const second = `  second: { start: 2026-11-02 16:00, turn: 1 week, members: [bob, alice], overrides: &list [] }\n`
  const primary = `  primary: { name: ${NAME}, start: 2026-11-02 16:00, turn: 1 week, members: [alice, bob], overrides: &none [] }\n`
  const w = await synced(`rotations:\n${primary.replace('&none ', '')}${second}`)
  w.write(`rotations:\n${primary}${second}overrides: *none\n`)
  swap(w, 'frank', 'bob', ['2026-12-22T18:00:00Z', '2026-12-23T09:00:00Z'])
  const before = textOf(w)
  const alone = await w.run(['pull', '--yes'])
  expect([alone.exit, alone.writes, textOf(w)]).toEqual([2, [], before])
  expect(alone.out).toBe(
    'primary: left: frank instead of bob, Tue 22 Dec 18:00 to Wed 23 Dec 09:00: it cannot be written\n\n',
  )
  expect(alone.err).toMatchInlineSnapshot(`
   "primary: no list in the files can take an override more without changing something else (it may be an alias); write it by hand:
     - { rotation: primary, who: frank, instead_of: bob, from: 2026-12-22 18:00, to: 2026-12-23 09:00, why: made in PagerDuty }
   Nothing was written.
   "
  `)
  swap(w, 'dave', 'alice', ['2026-12-22T18:00:00Z', '2026-12-23T09:00:00Z'], undefined, 'second')
  const ran = await w.run(['pull', '--yes'])
  expect([ran.exit, ran.writes.length, ran.err]).toEqual([
    2,
    1,
    expect.stringContaining('write it by hand:\n  - { rotation: primary, who: frank'),
  ])
  expect(textOf(w)).toBe(
    before.replace(
      '&list []',
      '&list [{ who: dave, instead_of: alice, from: 2026-12-22 18:00, to: 2026-12-23 09:00, why: made in PagerDuty }]',
    ),
  )
})
