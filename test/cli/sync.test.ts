/** `rotate sync` against the simulator over HTTP: the plan that it shows, what it refuses, what goes wrong on the way, and what it ends with. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { FAST, NAME, synced, weekly, world, type Any } from '../pagerduty/world.ts'

function withDesk(last: string): string {
  return `rotations:
  primary:
    name: Infrastructure primary
    layers:
      - { start: 2026-11-02 16:00, turn: 1 week, members: [alice, [bob, carol], nobody, ${last}] }
      - { name: Desk, start: 2026-12-24, end: 2026-12-27, turn: 1 day, members: [frank] }
`
}

it('says of a new schedule what goes on by itself and what is filled in, and of a change who is on call differently', async () => {
  const w = await world(
    withDesk('{ who: dave, until: 2027-03-01 }, { who: erin, from: 2027-01-11 }'),
  )
  const plan = async (): Promise<string> => (await w.sync('--dry-run')).out
  expect(await plan()).toMatchInlineSnapshot(`
   "Plan: 1 schedule to make, 4 shifts to fill in.

   + primary: a new schedule 'Infrastructure primary' (shift-based)
   + primary: from now to Mon 30 Nov 16:00, dave
   + primary: from Mon 30 Nov 16:00 weekly alice, bob + carol, nobody, dave go on by themselves
   + primary: from Mon 11 Jan 2027 16:00 with erin
   + primary: from Mon 1 Mar 2027 16:00 without dave
   + primary: what its turns alone do not give is filled in, until Sun 27 Dec 00:00 (4 new)

   Nothing was written (--dry-run).
   "
  `)
  expect((await w.sync('--yes')).exit).toBe(0)
  w.write(withDesk('dave, { who: erin, from: 2027-01-11 }, { who: frank, from: 2027-01-11 }'))
  expect(await plan()).toMatchInlineSnapshot(`
   "Plan: 4 changes of who is on call, 1 schedule to give other turns.

   ~ primary: from Mon 1 Feb 2027 16:00 to Mon 8 Feb 2027 16:00, frank instead of alice
   ~ primary: from Mon 8 Feb 2027 16:00 to Mon 15 Feb 2027 16:00, alice instead of carol and bob
   + primary: from Mon 15 Feb 2027 16:00 to Mon 22 Feb 2027 16:00, carol and bob instead of nobody
   - primary: from Mon 22 Feb 2027 16:00 to Tue 23 Feb 2027 12:00, nobody instead of dave
   ~ primary: from Mon 1 Feb 2027 16:00 weekly frank, alice, bob + carol, nobody, dave, erin go on by themselves
   = primary: what its turns alone do not give is filled in, until Sun 27 Dec 00:00

   Nothing was written (--dry-run).
   "
  `)
  expect((await w.sync('--yes')).exit).toBe(0)
  w.write(
    `${weekly('alice, bob, { who: carol, from: 2026-12-14 }')}    pagerduty: { kind: layers }\n`
      .replace(NAME, 'Other')
      .replace('primary:', 'other:'),
  )
  expect(await plan()).toMatchInlineSnapshot(`
   "Plan: 1 schedule to make.

   + other: a new schedule 'Other' (layer-based)
   + other: from now to Mon 30 Nov 16:00, bob
   + other: from now weekly bob, alice go on by themselves
   + other: from Mon 14 Dec 16:00 with carol

   Nothing was written (--dry-run).
   "
  `)
})

it('refuses to deal the running turn anew, says the line, and does it with --rewrite', async () => {
  const w = await synced(weekly('alice, bob, carol'))
  w.advance(7)
  w.write(weekly('alice, bob, carol, dave'))
  const refused = await w.sync('--yes')
  expect([refused.exit, refused.writes]).toEqual([1, []])
  expect(refused.err).toMatchInlineSnapshot(`
   "primary: refused: bob is on call now, and by the file it would be alice: turns that run are not dealt anew (for it to count from the next handoff on, write among the members { who: dave, from: 2026-12-07 16:00 }; --rewrite does it all the same)  [guard]
   Nothing was written.
   "
  `)
  expect((await w.sync('--check')).exit).toBe(1)
  expect((await w.sync('--dry-run')).exit).toBe(0)
  const done = await w.sync('--yes', '--rewrite')
  expect([done.exit, w.differs('primary')]).toEqual([0, []])
  expect((await w.sync('--yes')).writes).toEqual([])
})

it('drops what has passed while somebody thought about the plan, and does the rest', async () => {
  for (const kind of ['shifts', 'layers']) {
    for (const isLate of [false, true]) {
      const overrides = [
        '{ who: dave, from: 2026-11-25 14:00, to: 2026-11-25 15:00 }',
        '{ who: erin, from: 2026-11-25 14:30, to: 2026-11-25 18:00 }',
        '{ who: frank, from: 2026-11-28, to: 2026-11-29 }',
      ]
      const yaml = (more: string): string =>
        `${weekly('alice, bob')}    overrides: [${more}]\n    pagerduty: { kind: ${kind} }\n`
      const w = await synced(yaml(''))
      w.write(yaml(overrides.join(', ')))
      let waited = 0
      const ran = await w.run(['sync'], {
        canAsk: true,
        waits: { ...FAST, elapsed: () => FAST.elapsed() + waited },
        ask: () => {
          w.simulator.moveNow(4 * 3_600_000)
          if (isLate) waited = 4 * 3_600_000
          return Promise.resolve('y')
        },
      })
      expect([kind, isLate, ran.exit, ran.err]).toEqual([
        kind,
        isLate,
        0,
        expect.not.stringContaining('refused'),
      ])
      expect(ran.writes.every((one) => / 20\d$/.test(one))).toBe(true)
      expect(w.differs('primary')).toEqual([])
      expect((await w.sync('--yes')).writes).toEqual([])
    }
  }
})

it('refuses what layers cannot say before the first write', async () => {
  const w = await world(`${weekly('alice, [bob, carol]')}    pagerduty: { kind: layers }\n`)
  const ran = await w.sync('--yes')
  expect([ran.exit, ran.writes]).toEqual([2, []])
  expect(ran.err).toMatchInlineSnapshot(`
   "primary: refused: a layer-based schedule cannot say two people at once: a shift-based one can (kind: shifts, and no schedule: in the YAML)  [cannot-express]
   Nothing was written.
   "
  `)
})

it('exits 3 where only what PagerDuty shows tells that layers cannot say it, and writes nothing from then on', async () => {
  // The clocks of New York go forward on 14 March 2027, in the middle of a weekend.
  const weekends = `rotations:
  weekends:
    timezone: America/New_York
    layers:
      - { start: 2027-02-15, turn: 1 week, members: [alice, bob], during: { from: fri 17:00, to: mon 09:00 } }
    pagerduty: { kind: layers }
`
  const w = await world(weekends, {
    readings: { restrictionEnd: 'elapsed' },
    now: Date.parse('2027-03-03T12:00:00Z'),
  })
  const ran = await w.sync('--yes')
  expect([ran.exit, w.differs('weekends')]).toEqual([
    3,
    ['2027-03-15T13:00..2027-03-15T14:00: alice, not nobody'],
  ])
  expect(ran.out.split('\n').slice(-3)).toMatchInlineSnapshot(`
   [
     "weekends: PagerDuty does not agree:",
     "  Mon 15 Mar 13:00 to Mon 15 Mar 14:00: PagerDuty says alice, the file nobody",
     "",
   ]
  `)
  expect(ran.err).toMatchInlineSnapshot(`
   "weekends: refused: a layer-based schedule cannot say that nobody is on call where a layer says somebody: a shift-based one can (kind: shifts, and no schedule: in the YAML)  [cannot-express]
   warning: weekends: no escalation policy uses this schedule, so it pages nobody
   "
  `)
  const again = await w.sync('--yes')
  expect([again.exit, again.writes]).toEqual([2, []])
})

it('does nothing without a terminal and without --yes, unless there is nothing to do', async () => {
  const w = await world(weekly('alice, bob'))
  const ran = await w.sync()
  expect([ran.exit, ran.writes]).toEqual([2, []])
  expect((await w.sync('--yes')).exit).toBe(0)
  expect((await w.sync()).exit).toBe(0)
})

it('refuses when the marker is full, before the first write', async () => {
  const w = await world(
    'rotations:\n  primary: { name: Infrastructure primary, layers: [{ start: 2026-11-02, turn: 1 shift, members: [alice, bob], during: [{ from: 00:00, to: 06:00 }, { from: 06:00, to: 08:00 }, { from: 08:30, to: 12:00 }, { from: 13:00, to: 17:00 }] }] }\n',
  )
  const ran = await w.sync('--yes')
  expect([ran.exit, ran.writes]).toEqual([2, []])
  expect(ran.err).toContain('[marker-full]')
})

it('refuses before the first write, too, where the marker would be full only once rotations are made', async () => {
  const windows = ['06:00', '10:00', '14:00'].map(
    (from, i) =>
      `{ start: 2026-11-02, turn: 1 day, members: [dave, erin], during: { from: ${from}, to: ${from.replace(':00', ':30')} }, name: L${i} }`,
  )
  const week = '{ start: 2026-11-02 16:00, turn: 1 week, members: [alice, bob, carol] }'
  const w = await world(
    `rotations:\n  primary: { name: Infrastructure primary, layers: [${[week, ...windows].join(', ')}] }\n`,
  )
  const ran = await w.sync('--yes')
  expect([ran.exit, ran.writes]).toEqual([2, []])
  expect(ran.err).toContain('[marker-full]')
})

it('an override that runs begins a little late where PagerDuty takes nothing that begins in the past', async () => {
  for (const kind of ['shifts', 'layers']) {
    for (const ahead of [0, 1000, 20_000]) {
      const yaml = (overrides: string): string =>
        `${weekly('alice, bob, carol')}    overrides: [${overrides}]\n    pagerduty: { kind: ${kind} }\n`
      const w = await world(yaml(''), { readings: { pastStart: 'refuse' } })
      // The clock of PagerDuty runs before ours, and both go on.
      const begun = performance.now()
      const start = w.simulator.now()
      const now = (): number => start + Math.round(performance.now() - begun)
      const sync = async (): Promise<number> => {
        w.simulator.setNow(now() + ahead)
        const ran = await w.run(['sync', '--yes'], { now, waits: FAST })
        return ran.exit
      }
      expect([kind, ahead, await sync()]).toEqual([kind, ahead, 0])
      w.write(yaml('{ who: dave, from: 2026-11-25, to: 2026-11-27 }'))
      expect([kind, ahead, await sync()]).toEqual([kind, ahead, 0])
      expect([kind, ahead, await sync()]).toEqual([kind, ahead, 0])
      w.simulator.setNow(Math.ceil(w.simulator.now() / 1000) * 1000 + 120_000)
      expect(w.differs('primary')).toEqual([])
    }
  }
})

it('says in --check for how many days what is filled in reaches', async () => {
  const w = await world(
    'rotations:\n  primary: { name: Infrastructure primary, layers: [{ start: 2026-10-31 09:00, turn: 1 month, members: [alice, bob] }] }\n',
  )
  expect((await w.sync('--check')).exit).toBe(1)
  expect((await w.sync('--yes')).exit).toBe(0)
  const check = await w.sync('--check')
  expect([check.exit, check.err]).toEqual([0, 'primary: what is filled in reaches for 90 days\n'])
  w.advance(60)
  expect([(await w.sync('--check')).exit]).toEqual([0])
  w.advance(30)
  expect([(await w.sync('--check')).exit]).toEqual([1])
})

it('answers programs', async () => {
  const w = await world(weekly('alice, bob'))
  const planned = await w.sync('--dry-run', '--json')
  const { steps } = JSON.parse(planned.out) as Record<string, Any>
  expect(steps.map(({ verb }: Any) => verb).slice(0, 2)).toEqual(['create', 'change'])
  expect((await w.sync('--yes')).exit).toBe(0)
  const { rotations } = JSON.parse((await w.sync('--check', '--json')).out) as Record<string, Any>
  expect(rotations[0]).toMatchObject({
    rotation: 'primary',
    agrees: true,
    shifts: 14,
    differences: [],
  })
})

it('two runs from two machines end in one schedule', async () => {
  for (const pause of [0, 4, 9, 20]) {
    const w = await world(weekly('alice, bob, carol'))
    const other = mkdtempSync(join(tmpdir(), 'rotate-other-'))
    cpSync(join(w.folder, 'rotations'), join(other, 'rotations'), { recursive: true })
    const late = async (): Promise<unknown> => {
      await new Promise((resolve) => setTimeout(resolve, pause))
      return w.run(['sync', '--yes'], { cwd: other })
    }
    await Promise.all([w.sync('--yes'), late()])
    expect((await w.sync('--yes')).exit).toBe(0)
    expect([w.schedules().length, w.differs('primary')]).toEqual([1, []])
    expect((await w.sync('--yes')).writes).toEqual([])
    rmSync(other, { recursive: true })
  }
})

it('never says the token, though PagerDuty sends it back', async () => {
  const w = await world(weekly('alice, bob'))
  const { createServer } = await import('node:http')
  const server = createServer((request, response) => {
    const date = new Date(w.simulator.now()).toUTCString()
    response.writeHead(400, { 'content-type': 'application/json', date })
    const message = `bad ${request.headers.authorization}`
    response.end(JSON.stringify({ error: { message, errors: [message] } }))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as { port: number }
  const ran = await w.run(['sync', '--yes'], {
    env: { PAGERDUTY_TOKEN: 'seekrit', PAGERDUTY_URL: `http://127.0.0.1:${port}` },
  })
  server.close()
  expect([ran.exit, ran.err]).toEqual([3, expect.stringContaining('bad Token token=***')])
  expect(ran.err + ran.out).not.toContain('seekrit')
})

it('waits where there are too many requests, says so, and never says the token', async () => {
  const w = await world(weekly('alice, bob, carol'), { rateLimit: { perMinute: 6, minute: 1000 } })
  const ran = await w.sync('--yes')
  expect(ran.exit).toBe(0)
  expect(ran.err).toContain("PagerDuty's limit of requests is reached: waiting 1 s")
  const wrong = await w.run(['sync', '--yes'], {
    env: { PAGERDUTY_TOKEN: 'seekrit', PAGERDUTY_URL: w.simulator.url },
  })
  expect(wrong.exit).toBe(3)
  expect(wrong.err + wrong.out).not.toContain('seekrit')
})
