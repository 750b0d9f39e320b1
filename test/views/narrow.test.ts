import * as fc from 'fast-check'
import { expect, it } from '@jest/globals'
import stringWidth from 'fast-string-width'
import { UTC } from '../../src/time/zone.ts'
import { diff } from '../../src/insight/diff.ts'
import { stats } from '../../src/insight/stats.ts'
import type { Ringing, Rung } from '../../src/insight/pages/ringing.ts'
import { sayDiff } from '../../src/views/diff.ts'
import type { Look } from '../../src/views/look.ts'
import { plain } from '../../src/views/paint.ts'
import { sayHandMade } from '../../src/views/pull.ts'
import { sayRinging } from '../../src/views/ringing.ts'
import { sayStats } from '../../src/views/stats.ts'
import { sayVerdict } from '../../src/views/sync.ts'
import { sayPlan } from '../../src/views/sync-plan.ts'
import { NAMES } from '../awkward-names.ts'
import { workspace } from '../timeline/picture.ts'

const now = Date.parse('2026-12-02T12:00Z')
const YEAR = { start: Date.parse('2026-09-01Z'), end: Date.parse('2027-03-01Z') }
const lookAt = (width: number): Look => ({ zone: UTC, now, width, paint: plain })

const team = (members: string): ReturnType<typeof workspace> =>
  workspace(`
    people:
${NAMES.map((name, i) => `      p${i}: { name: ${JSON.stringify(name)} }\n`).join('')}
    rotations:
      primary:
        layers: [{ start: 2026-09-07, turn: 1 week, members: [${members}] }]`)

const ALL = NAMES.map((_, i) => `p${i}`)
const before = team(ALL.join(', '))
const after = team([...ALL].reverse().join(', '))

const RUNG: Rung = {
  pages: 120,
  incidents: 33,
  nightPages: 9,
  weeks: [10, 2, 33, 4, 15, 6, 7, 8, 9, 10],
}
const service = { id: 'P1', name: 'ingress' }
const ringing: Ringing = {
  ...RUNG,
  within: YEAR,
  weekly: RUNG.weeks.map((_, i) => ({ start: i, end: i + 1 })),
  services: [{ ...RUNG, service }],
  alerts: [
    { ...RUNG, service, title: 'The disk of the database in Frankfurt is nearly full again' },
  ],
  hours: Array.from({ length: 24 }, () => RUNG),
  weekdays: RUNG,
  weekends: RUNG,
}

/** What needs git or PagerDuty, at a width. */
const ANSWERS: Readonly<Record<string, (look: Look) => string>> = {
  diff: (look) =>
    sayDiff(
      {
        diff: diff({ before, after }, YEAR, now),
        everybody: after,
        from: 'HEAD',
        to: 'the working tree',
        most: 100,
      },
      look,
    ),
  'stats --pages': (look) =>
    sayStats(
      {
        workspace: before,
        within: YEAR,
        people: stats(before, YEAR),
        pages: new Map(),
      },
      look,
    ),
  pages: (look) => sayRinging(ringing, look),
  sync: (look) =>
    sayPlan(
      NAMES.map((name, i) => ({
        id: String(i),
        verb: 'change',
        rotation: 'primary',
        stretch: YEAR,
        before: NAMES.slice(i),
        after: [name],
      })),
      look,
    ) +
    sayVerdict(
      {
        rotation: 'primary',
        schedule: 'P1',
        until: YEAR.end,
        shifts: 1,
        differences: [{ ...YEAR, before: NAMES, after: [] }],
      },
      look,
    ),
  pull: (look) =>
    sayHandMade(
      NAMES.map((who) => ({
        ...YEAR,
        rotation: 'primary',
        who,
        instead: 'Alice Lindqvist',
        adds: false,
        becomes: 'pulled',
        overrides: [],
      })),
      look,
      false,
    ),
}

it.each(Object.keys(ANSWERS))('%s says names whole, however narrow the terminal', (command) => {
  const say = ANSWERS[command] ?? (() => '')
  const wide = say(lookAt(Infinity))
  const said = NAMES.filter((name) => wide.includes(name))
  expect(said).toEqual(command === 'pages' ? [] : NAMES)
  fc.assert(
    fc.property(fc.integer({ min: 40, max: 200 }), (width) => {
      const text = say(lookAt(width))
      expect(said.filter((name) => !text.includes(name))).toEqual([])
      const long = text.split('\n').filter((line) => {
        const others = said.reduce((rest, name) => rest.replaceAll(name, ''), line)
        return stringWidth(line) > width && (others === line || others.trim().length > 20)
      })
      expect(long).toEqual([])
      expect(text).not.toMatch(/\u00A0|…/)
    }),
    { numRuns: 30 },
  )
})

const alerts = (width: number): string => {
  const text = sayRinging(ringing, lookAt(width))
  return `\n${text.slice(text.indexOf('ALERT'), text.indexOf('SERVICE'))}`
}

it('what rings stands beside its numbers, and above them where there is no room', () => {
  expect(alerts(140)).toMatchInlineSnapshot(`
   "
   ALERT                                                                 PAGES                        INCIDENTS  NIGHT  WEEKS
   The disk of the database in Frankfurt is nearly full again (ingress)    120  ████████████████████         33      9  10 2 33 4 15 6 7 8 9 10

   "
  `)
  expect(alerts(80)).toMatchInlineSnapshot(`
   "
   ALERT                           PAGES  INCIDENTS  NIGHT  WEEKS
   The disk of the database in       120         33      9  10 2 33 4 15 6 7 8 9 10
   Frankfurt is nearly full again
   (ingress)

   "
  `)
  expect(alerts(40)).toMatchInlineSnapshot(`
   "
   ALERT                       PAGES  NIGHT
   The disk of the database      120      9
   in Frankfurt is nearly
   full again (ingress)

   "
  `)
})

it('the pages of people stand under titles of several lines where there is little room', () => {
  const w = workspace(
    'rotations: { primary: { start: 2026-09-07, turn: 1 week, members: [alice, bob] } }',
  )
  const rang = {
    pages: 12,
    incidents: 3,
    nightPages: 2,
    nightsCovered: 20,
    nightsInterrupted: 10,
    sleepHours: 0.5,
    toAcknowledge: 90_000,
  }
  const pages = new Map([['alice', rang]])
  const say = (width: number): string => {
    const answer = { workspace: w, within: YEAR, people: stats(w, YEAR), pages }
    return `\nPERSON${sayStats(answer, lookAt(width)).split('PERSON')[2]?.split('\n\n')[0]}\n`
  }
  expect(say(100)).toMatchInlineSnapshot(`
   "
   PERSON  PAGES  AT NIGHT  NIGHTS INTERRUPTED  SLEEP HOURS  TO ACKNOWLEDGE
   alice      12         2            10 of 20          0.5           2 min
   bob         0         0              0 of 0            0
   "
  `)
  expect(say(60)).toMatchInlineSnapshot(`
   "
   PERSON  PAGES  AT NIGHT       NIGHTS   SLEEP  TO ACKNOWLEDGE
                            INTERRUPTED   HOURS
   alice      12         2     10 of 20     0.5           2 min
   bob         0         0       0 of 0       0
   "
  `)
  expect(say(50)).toMatchInlineSnapshot(`
   "
   PERSON
     PAGES     AT       NIGHTS  SLEEP  TO ACKNOWLEDGE
            NIGHT  INTERRUPTED  HOURS
   alice
        12      2     10 of 20    0.5           2 min
   bob
         0      0       0 of 0      0
   "
  `)
})
