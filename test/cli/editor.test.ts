/** What an editor offers and marks by our schema, asked of the language server that editors use. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { join } from 'node:path'
import { LanguageServer } from './language-server.ts'
import { folderWith, rotate } from './world.ts'

const MODELINE = '# yaml-language-server: $schema=.rotate.schema.json\n'

let server: LanguageServer

beforeAll(async () => {
  const { out: schema } = await rotate('schema')
  server = await LanguageServer.start(
    join(folderWith({ 'rotations/.rotate.schema.json': schema }), 'rotations'),
  )
})

afterAll(() => server.stop())

let files = 0
const offers = (text: string): Promise<string[]> =>
  server.offers(`${(files += 1)}.yaml`, MODELINE + text)
const marks = (text: string): Promise<string[]> =>
  server.marks(`${(files += 1)}.yaml`, MODELINE + text)

describe('at the cursor an editor offers', () => {
  it.each([
    ['the parts of a file', '|', ['rotations', 'people', 'meetings', 'holidays', 'checks', 'team']],
    ['the keys of a person', 'people:\n  alice:\n    |', ['email', 'timezone', 'country', 'away']],
    ['the keys of a rotation', 'rotations:\n  primary:\n    |', ['start', 'turn', 'layers']],
    ['the keys of a meeting', 'meetings:\n  weekly:\n    |', ['days', 'at', 'chair', 'attendees']],
    ['the checks', 'checks:\n  |', ['double-booking', 'min-rest', 'night-meeting']],
  ])('%s', async (_, text, expected) => {
    expect(await offers(text)).toEqual(expect.arrayContaining(expected))
  })

  it.each([
    ['zones', 'timezone: |', 'Europe/Amsterdam'],
    ['zones of people', 'people:\n  alice:\n    timezone: |', 'Asia/Kolkata'],
    ['days', 'meetings:\n  weekly:\n    days: |', 'monday'],
    ['days in a list', 'meetings:\n  weekly:\n    days: [|]', 'first friday'],
    ['days of a window', 'rotations:\n  a:\n    during:\n      days: |', 'mon-fri'],
    ['days off', 'people:\n  alice:\n    away:\n      - days: |', 'friday'],
    ['a weekend', 'people:\n  alice:\n    weekend: |', 'fri-sat'],
    ['who attends', 'meetings:\n  weekly:\n    attendees: |', 'everyone'],
    ['a length', 'rotations:\n  primary:\n    turn: |', '1 week'],
    ['a handoff', 'rotations:\n  primary:\n    handoff: |', 'first monday'],
    ['a coverage', 'rotations:\n  primary:\n    coverage: |', 'always'],
    ['a kind', 'rotations:\n  primary:\n    pagerduty:\n      kind: |', 'layers'],
    ['a switch', 'checks:\n  gap: |', '"off"'],
  ])('%s', async (_, text, expected) => {
    expect(await offers(text)).toContain(expected)
  })
})

describe('an editor marks', () => {
  it('nothing in what is right, keys with nothing behind them among it', async () => {
    expect(
      await marks(`
timezone: America/Argentina/Ushuaia
people:
  alice: { weekend: fri-sat, away: }
  bob: { away: [2026-12-24, { days: fri }] }
rotations:
  primary: { start: 2026-11-30 16:00, turn: 1 week, members: [alice, bob, [alice, bob]] }
meetings:
  weekly: { days: [mon, last friday], at: 16:00, duration: 15m, attendees: [everyone, { on-call: primary }] }
`),
    ).toEqual([])
  })

  it('what is wrong, on its line', async () => {
    const found = await marks(`
timezone: PST
people:
  alice: { mail: a@example.com }
rotations:
  primary: { start: 2026-11-30, turn: weekly, members: [alice] }
`)
    expect(found.map((line) => line.slice(0, 40))).toMatchInlineSnapshot(`
     [
       "3: Value is not accepted. Valid values: ",
       "5: Property mail is not allowed.",
       "7: String does not match the pattern of ",
     ]
    `)
  })
})
