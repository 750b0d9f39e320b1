/** The picture, as it stands in a terminal. */
import { describe, expect, it } from '@jest/globals'
import stringWidth from 'fast-string-width'
import { run } from './terminal.ts'

const YAML = `
people:
  alice: { name: Alice Lindqvist }
  bob: { name: Bob Smith }
  tanaka: { name: 田中 太郎 }
rotations:
  primary:
    start: 2026-11-30 16:00
    turn: 1 week
    members: [alice, bob, tanaka]
    overrides:
      - { who: tanaka, from: 2026-12-03 16:00, to: 2026-12-04 16:00 }
      - { add: bob, from: 2026-12-05 08:00, to: 2026-12-05 20:00 }
      - { who: nobody, from: 2026-12-08, to: 2026-12-09 }
  office:
    start: 2026-11-30
    turn: 1 day
    members: [bob, alice]
    during: { days: mon-fri, from: 09:00, to: 17:00 }
    coverage: none
meetings:
  infrastructure: { days: [mon, thu], at: 16:00, duration: 15 minutes }
`

/** What is written, line by line. */
async function calendar(columns: number, ...words: string[]): Promise<string> {
  const { out, err, exit } = await run(['calendar', ...words], { yaml: YAML, columns })
  expect([err, exit]).toEqual(['', 0])
  return out
}

describe('weeks as rows', () => {
  it('each rotation in a line, who is on call at once below each other', async () => {
    expect(`\n${await calendar(80, '--weeks', '2')}`).toMatchInlineSnapshot(`
     "
     On call  Mon 30 Nov 2026 to Sun 13 Dec 2026

     W49            Mon 30  1 Dec   Wed 2   Thu 3   Fri 4   Sat 5   Sun 6
                                        ▼ now
     primary        ░░░░░│Alice Lindqvist────────│tanaka═│Alice Lindqvist───
                                                               │BS═
     office            │BS     │AL     │BS     │AL     │BS
     infrastructure      ◆                       ◆

     W50            Mon 7   Tue 8   Wed 9   Thu 10  Fri 11  Sat 12  Sun 13
     primary        ─AL──│BS░nobody░│Bob Smith──────────────────────────────
     office            │AL     │BS     │AL     │BS     │AL
     infrastructure      ◆                       ◆

     AL Alice Lindqvist   BS Bob Smith   Ta 田中 太郎
     │ handoff   ═ override   ░ nobody, although somebody must be   ◆ meeting
     Times in UTC.
     "
    `)
  })

  it('on a narrow terminal', async () => {
    expect(`\n${await calendar(60, '--weeks', '1')}`).toMatchInlineSnapshot(`
     "
     On call  Mon 30 Nov 2026 to Sun 6 Dec 2026

     W49          Mo 30 1 Dec We 2  Th 3  Fr 4  Sa 5  Su 6
                                 ▼ now
     primary      ░░░░│Alice Lindqvist──│田中═│Alice────────
                                                  BS═
     office         BS    AL    BS    AL    BS
     infrastruct…     ◆                 ◆

     AL Alice Lindqvist   BS Bob Smith   Ta 田中 太郎
     │ handoff   ═ override   ░ nobody, although somebody must be
     ◆ meeting
     Times in UTC.
     "
    `)
  })

  it('one person, and somebody else’s time as dots', async () => {
    expect(`\n${await calendar(80, '--weeks', '2', '--person', 'bob')}`).toMatchInlineSnapshot(`
     "
     On call  Mon 30 Nov 2026 to Sun 13 Dec 2026

     W49            Mon 30  1 Dec   Wed 2   Thu 3   Fri 4   Sat 5   Sun 6
                                        ▼ now
     primary        ░░░░░······································│BS═·········
     office            │BS     ···     │BS     ···     │BS
     infrastructure      ◆                       ◆

     W50            Mon 7   Tue 8   Wed 9   Thu 10  Fri 11  Sat 12  Sun 13
     primary        ·····│BS░nobody░│Bob Smith──────────────────────────────
     office            ···     │BS     ···     │BS     ···
     infrastructure      ◆                       ◆

     BS Bob Smith
     │ handoff   ═ override   ░ nobody, although somebody must be   · somebody else
     ◆ meeting
     Times in UTC.
     "
    `)
  })

  it('in ASCII, where the locale has no Unicode: ids for names that have none either', async () => {
    const { out } = await run(['calendar', '--weeks', '2'], {
      yaml: YAML,
      columns: 80,
      env: { LC_ALL: 'C', LANG: 'de_DE.UTF-8', NO_COLOR: '1' },
    })
    expect(`\n${out}`).toMatchInlineSnapshot(`
     "
     On call  Mon 30 Nov 2026 to Sun 13 Dec 2026

     W49            Mon 30  1 Dec   Wed 2   Thu 3   Fri 4   Sat 5   Sun 6
                                        v now
     primary        !!!!!|Alice Lindqvist--------|tanaka=|Alice Lindqvist---
                                                               |BS=
     office            |BS     |AL     |BS     |AL     |BS
     infrastructure      *                       *

     W50            Mon 7   Tue 8   Wed 9   Thu 10  Fri 11  Sat 12  Sun 13
     primary        -AL--|BS!nobody!|Bob Smith------------------------------
     office            |AL     |BS     |AL     |BS     |AL
     infrastructure      *                       *

     AL Alice Lindqvist   BS Bob Smith   Ta tanaka
     | handoff   = override   ! nobody, although somebody must be   * meeting
     Times in UTC.
     "
    `)
    expect(out).toMatch(/^[\n -~]*$/)
  })
})

describe('rotations as lanes', () => {
  it('weeks beside each other, where the terminal is wide enough', async () => {
    expect(`\n${await calendar(110, '--weeks', '2')}`).toMatchInlineSnapshot(`
     "
     On call  Mon 30 Nov 2026 to Sun 13 Dec 2026

                    W49  30 Nov                               W50  7 Dec
                    Mo 30 1 Dec We 2  Th 3  Fr 4  Sa 5  Su 6  Mo 7  Tu 8  We 9  Th 10 Fr 11 Sa 12 Su 13
                                   ▼ now
     primary        ░░░░│Alice Lindqvist──│田中═│Alice Lindqvist──BS░░░░░░│Bob Smith────────────────────
                                                    BS═
     office           BS    AL    BS    AL    BS                AL    BS    AL    BS    AL
     infrastructure     ◆                 ◆                       ◆                 ◆

     AL Alice Lindqvist   BS Bob Smith   Ta 田中 太郎
     │ handoff   ═ override   ░ nobody, although somebody must be   ◆ meeting
     Times in UTC.
     "
    `)
  })

  it('also where rows would be longer than a screen', async () => {
    const yaml = `people: { alice: {} }\nrotations:\n${Array.from(
      { length: 20 },
      (_, i) => `  r${i}: { start: 2026-11-30, turn: 1 week, members: [alice] }\n`,
    ).join('')}`
    const { out } = await run(['calendar'], { yaml, columns: 80 })
    expect(out.split('\n').length).toBeLessThan(30)
    expect(out.split('\n')[2]).toBe(
      '         W49  30 Nov   W50  7 Dec    W51  14 Dec   W52  21 Dec',
    )
  })
})

const ofTeam = (team: string): string => `team: ${team}
people: { rene: { name: René }, ada: {} }
rotations: { primary: { start: 2026-11-30, turn: 1 day, members: [ada] } }
`

it('in ASCII nothing is anything else: the team, and who has no shifts', async () => {
  const env = { LANG: 'C', NO_COLOR: '1' }
  const titles: string[] = []
  for (const team of ['Équipe Zürich – Straße', '基盤 team', '基盤']) {
    const { out } = await run(['calendar', '--weeks', '1'], {
      yaml: ofTeam(team),
      columns: 80,
      env,
    })
    expect(out).toMatch(/^[\n -~]*$/)
    titles.push(out.split('\n')[0] ?? '')
    const unicode = await run(['calendar', '--weeks', '1'], { yaml: ofTeam(team), columns: 80 })
    expect(unicode.out).toContain(team)
  }
  expect(titles).toEqual([
    'Equipe Zurich - Strasse  Mon 30 Nov 2026 to Sun 6 Dec 2026',
    '?? team  Mon 30 Nov 2026 to Sun 6 Dec 2026',
    'On call  Mon 30 Nov 2026 to Sun 6 Dec 2026',
  ])
  const words = ['calendar', '--person', 'rene']
  const { out } = await run(words, { yaml: ofTeam('é'), columns: 80, env })
  expect(out).toContain('Rene has no shifts in these weeks.')
})

it('the title is broken where the terminal is narrower', async () => {
  const title = (await calendar(30, '--weeks', '1')).split('\n\n')[0]
  expect(title).toBe('On call  Mon 30 Nov 2026 to\n  Sun 6 Dec 2026')
})

it('no line is wider than the terminal, and wide names keep the columns straight', async () => {
  for (const columns of [48, 60, 80, 120, 200]) {
    for (const weeks of ['1', '2', '4', '13']) {
      const lines = (await calendar(columns, '--weeks', weeks)).split('\n')
      for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(columns)
      const lanes = lines.filter((line) => line.startsWith('primary'))
      expect(new Set(lanes.slice(1).map((line) => stringWidth(line))).size).toBeLessThan(2)
    }
  }
})

it('a gap, an override and a shift of a minute can be seen', async () => {
  const yaml = `
    people: { alice: {}, bob: {} }
    rotations:
      primary:
        start: 2026-11-30
        turn: 1 week
        members: [alice]
        overrides:
          - { who: bob, from: 2026-12-01 10:00, to: 2026-12-01 10:01 }
          - { who: nobody, from: 2026-12-03 10:00, to: 2026-12-03 10:01 }`
  const { out } = await run(['calendar', '--weeks', '1'], { yaml, columns: 60 })
  expect(out.split('\n')[4]).toBe('primary  │alice──B│alice─────░│alice───────────────')
})

it('where several handoffs fall on one character, it says so', async () => {
  const yaml = `
    people: { alice: {}, bob: {}, carol: {} }
    rotations: { primary: { start: 2026-12-02, end: 2026-12-03, turn: 1 hour, members: [alice, bob, carol] } }`
  const { out } = await run(['calendar', '--weeks', '1'], { yaml, columns: 60 })
  expect(out).toContain('┆┆┆┆┆┆')
  expect(out).toContain('┆ several handoffs')
})

it('a day of the viewer on which the clock changes is marked and explained', async () => {
  const { out } = await run(['calendar', '--weeks', '1', '--from', '2027-03-24'], {
    yaml: YAML,
    columns: 80,
    zone: 'Europe/Amsterdam',
  })
  expect(out).toContain('Sun 28*')
  expect(out).toContain('* Sun 28 Mar 2027: the clock goes forward from 02:00 to 03:00, UTC+2')
})

it('--json gives the shifts that touch the weeks, those of a person where one is asked for', async () => {
  const { out } = await run(['calendar', '--weeks', '1', '--person', 'tanaka', '--json'], {
    yaml: YAML,
  })
  expect(JSON.parse(out)).toEqual({
    from: '2026-11-30T00:00:00Z',
    to: '2026-12-07T00:00:00Z',
    shifts: [
      {
        rotation: 'primary',
        layer: null,
        turn: null,
        people: ['tanaka'],
        names: ['田中 太郎'],
        start: '2026-12-03T16:00:00Z',
        end: '2026-12-04T16:00:00Z',
        override: true,
      },
    ],
    unknown: [],
  })
})

it('answers for sound rotations, names the others, and ends with 2', async () => {
  const yaml = `${YAML}\n  broken: { days: [someday], at: 9, duration: never }\n`
  const { out, err, exit } = await run(['calendar', '--weeks', '1'], { yaml, columns: 80 })
  expect(exit).toBe(2)
  expect(out).toContain('│Alice Lindqvist')
  expect(err).toContain('rotations/x.yaml:')
  const lame = YAML.replace('[bob, alice]', '[bob, zoe]')
  const other = await run(['calendar', '--weeks', '1'], { yaml: lame, columns: 80 })
  expect(other.out).toContain('office: not known: see problems')
  expect(other.out).toContain('│Alice Lindqvist')
})

/** Which backgrounds two weeks are drawn on. */
const backgrounds = async (env: Record<string, string>, ...words: string[]): Promise<string[]> => {
  const yaml = YAML
  const { out } = await run(['calendar', '--weeks', '2', ...words], { yaml, columns: 80, env })
  // oxlint-disable-next-line no-control-regex -- the terminal's own codes are what is looked for
  return [...new Set(out.match(/\u001B\[(4[0-7]|10[0-7]|48;5;\d+)m/g))].sort()
}

describe('colours', () => {
  it('256 where the terminal has them, else 16, else none', async () => {
    const many = ['\u001B[48;5;214m', '\u001B[48;5;36m', '\u001B[48;5;74m']
    const few = ['\u001B[43m', '\u001B[44m', '\u001B[46m']
    const LANG = 'C.UTF-8'
    expect(await backgrounds({ LANG, TERM: 'xterm-256color' })).toEqual(many)
    expect(await backgrounds({ LANG, TERM: 'xterm', COLORTERM: 'truecolor' })).toEqual(many)
    expect(await backgrounds({ LANG, TERM: 'xterm', FORCE_COLOR: '3' })).toEqual(many)
    expect(await backgrounds({ LANG, TERM: 'linux' })).toEqual(few)
    expect(await backgrounds({ LANG, TERM: 'xterm-256color', FORCE_COLOR: '1' })).toEqual(few)
    expect(await backgrounds({ LANG, TERM: 'dumb' })).toEqual([])
    expect(await backgrounds({ LANG, TERM: 'xterm-256color', NO_COLOR: '1' })).toEqual([])
  })

  it('a person keeps their colour, whoever else is to be seen', async () => {
    const env = { LANG: 'C.UTF-8', TERM: 'xterm-256color' }
    expect(await backgrounds(env, '--person', 'bob')).toEqual(['\u001B[48;5;214m'])
    expect(await backgrounds(env, 'office')).toEqual(['\u001B[48;5;214m', '\u001B[48;5;74m'])
  })
})

it.each([
  [['--weeks', '0'], 'rotate: --weeks: expected a whole number from 1 to 530\n'],
  [['--weeks', 'two'], 'rotate: --weeks: expected a whole number from 1 to 530\n'],
  [['--person', 'bop'], "rotate: unknown person 'bop' (did you mean 'bob'?)\n"],
  [['primry'], "rotate: unknown rotation or person 'primry' (did you mean 'primary'?)\n"],
])('says what is wrong with %j', async (words, message) => {
  const { err, exit } = await run(['calendar', ...words], { yaml: YAML, columns: 80 })
  expect([err, exit]).toEqual([message, 2])
})

it('somebody without shifts, and a workspace without rotations', async () => {
  const yaml = `people: { alice: {} }`
  const nothing = await run(['calendar'], { yaml, columns: 80 })
  expect(nothing.out).toContain('There are no rotations.')
  const nobody = await run(['calendar', '--person', 'alice'], { yaml, columns: 80 })
  expect(nobody.out).toContain('alice has no shifts in these weeks.')
})
