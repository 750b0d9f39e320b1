/** At 3 in the morning: a mistake in one place leaves the others answered, and what is doubtful is named. */
import { describe, expect, it } from '@jest/globals'
import { dedent, loaded, type Files } from './texts.ts'

/** What is not known of the workspace below after an edit of its text, which must leave a problem. */
function doubtful(files: Files): string[] {
  const { workspace, problems } = loaded(files)
  expect(problems).not.toEqual([])
  const { rotations, meetings } = workspace.unsound
  return [...rotations, ...meetings]
}

const TEXT = dedent(`
  timezone: UTC
  holidays:
    company: [2026-12-24]
  people:
    alice: { email: alice@example.com }
    bob: {}
    carol: {}
    dave: { timezone: Europe/Paris }
  rotations:
    primary:
      start: 2026-11-30
      turn: 1 week
      members: [alice, bob]
      overrides:
        - { who: bob, on: 2026-12-01 }
    secondary: { follows: primary }
    site:
      timezone: Europe/Paris
      start: 2026-11-30
      turn: 1 shift
      members: [dave]
      during: { from: 09:00, to: 17:00, except: company }
  overrides:
    - { rotation: site, who: dave, on: 2026-12-02 }
  meetings:
    weekly: { days: monday, at: 16:00, duration: 1 hour, chair: { members: [carol], start: 2026-11-30 } }
    handoff: { days: friday, at: 16:00, duration: 1 hour, attendees: { on-call: primary } }
`)

function edited(from: string, to: string): string {
  expect(TEXT).toContain(from)
  return TEXT.replace(from, to)
}

describe('a mistake in one place', () => {
  it('there is none to begin with', () => {
    expect(loaded(TEXT).problems).toEqual([])
    expect([...loaded(TEXT).workspace.rotations.keys()]).toEqual(['primary', 'secondary', 'site'])
  })

  it.each([
    ['in a meeting', 'days: monday', 'days: mondy', ['weekly']],
    ['in a meeting, as YAML', 'days: monday, at', 'days: [monday, at', ['weekly']],
    ['in a meeting, a tab', '  weekly: {', '  weekly:\n\t{', ['weekly']],
    ['in a rotation', 'turn: 1 week', 'turn: 1 wek', ['primary', 'secondary', 'handoff']],
    [
      'in a rotation, as YAML',
      'members: [alice, bob]',
      'members: [alice, bob',
      ['primary', 'secondary', 'handoff'],
    ],
    [
      'in a rotation, a key twice',
      'turn: 1 week',
      'turn: 1 week\n    turn: 1 day',
      ['primary', 'secondary', 'handoff'],
    ],
    [
      'in a rotation, a tag',
      'turn: 1 week',
      'turn: !!str 1 week',
      ['primary', 'secondary', 'handoff'],
    ],
    [
      'in a rotation, an alias',
      'members: [alice, bob]',
      'members: *people',
      ['primary', 'secondary', 'handoff'],
    ],
    [
      'in a rotation that is no map',
      'secondary: { follows: primary }',
      'secondary: primary',
      ['secondary'],
    ],
    ['in a follower', 'follows: primary', 'follows: primary, by: x', ['secondary']],
    [
      'in an own override',
      'who: bob, on: 2026-12-01',
      'who: bbo, on: 2026-12-01',
      ['primary', 'handoff'],
    ],
    [
      'in an own override, its key',
      'who: bob, on: 2026-12-01',
      'whom: bob, on: 2026-12-01',
      ['primary', 'handoff'],
    ],
    ['in a top-level override', 'rotation: site, who: dave', 'rotation: site, who: dvae', ['site']],
    ['in a top-level override, its rotation', 'rotation: site', 'rotation: siet', ['site']],
    [
      'in a top-level override, more than one',
      'rotation: site',
      'rotation: site/primary',
      ['primary', 'site', 'handoff'],
    ],
    [
      'in a top-level override that resembles none',
      'rotation: site',
      'rotation: desk',
      ['primary', 'secondary', 'site', 'handoff'],
    ],
    [
      'in a top-level override that could be for any',
      'rotation: site',
      'rota: site',
      ['primary', 'secondary', 'site', 'handoff'],
    ],
    [
      'in the key of the overrides',
      'overrides:\n  -',
      'overides:\n  -',
      ['primary', 'secondary', 'site', 'handoff'],
    ],
    [
      'in overrides that are no list',
      'overrides:\n  - {',
      'overrides:\n  a: {',
      ['primary', 'secondary', 'site', 'handoff'],
    ],
    [
      'in the overrides, as YAML',
      'on: 2026-12-02 }',
      'on: 2026-12-02',
      ['primary', 'secondary', 'site', 'handoff'],
    ],
    ['in a person, the country', 'bob: {}', 'bob: { country: XX }', []],
    ['in a person, the hours', 'bob: {}', 'bob: { hours: 9 }', []],
    ['in a person, the address', 'bob: {}', 'bob: { email: bob }', []],
    ['in a person, the address of another', 'bob: {}', 'bob: { email: alice@example.com }', []],
    ['in a person, an absence', 'bob: {}', 'bob: { away: [2026-12-32] }', []],
    ['in a person, the zone', 'bob: {}', 'bob: { timezone: Mars }', []],
    [
      'in a person, from when to when',
      'bob: {}',
      'bob: { from: 2027-01-02, until: 2027-01-01 }',
      [],
    ],
    ['in a person, an unknown key', 'bob: {}', 'bob: { colour: blue }', []],
    ['in a person, a key twice', 'bob: {}', 'bob: { name: Bob, name: Rob }', []],
    ['in a person, as YAML', 'bob: {}', 'bob: { name: "Bob }', []],
    ['in a person who is no map', 'dave: { timezone: Europe/Paris }', 'dave: Dave', []],
    ['in the id of a person', 'bob: {}', 'bob?: {}', ['primary', 'secondary', 'handoff']],
    [
      'in the id of a person, which stands there twice',
      'bob: {}',
      'bob: {}\n  bob: { name: Rob }',
      ['primary', 'secondary', 'handoff'],
    ],
    ['in a person who leads a meeting', 'carol: {}', 'carol: { country: XX }', ['weekly']],
    ['in a list', 'company: [2026-12-24]', 'company: [2026-12-32]', ['site']],
    [
      'in the zone of the workspace',
      'timezone: UTC',
      'timezone: UTZ',
      ['primary', 'secondary', 'weekly', 'handoff'],
    ],
    ...[
      'overrides\n',
      ' overrides:\n',
      '\toverrides:\n',
      '> overrides:\n',
      '- overrides:\n',
      '"overrides:\n',
      'overrides\uFF1A\n',
    ].map((line): [string, string, string, string[]] => [
      `in the key of the overrides: ${JSON.stringify(line)}`,
      '\noverrides:\n',
      `\n${line}`,
      ['primary', 'secondary', 'site', 'handoff'],
    ]),
    [
      'in the overrides, which stand too far right',
      '\noverrides:\n',
      '\n  overrides:\n',
      ['primary', 'secondary', 'site', 'overrides', 'handoff'],
    ],
    [
      'in the zone of the workspace, its colon',
      'timezone: UTC\nholidays:\n  company: [2026-12-24]\n',
      'holidays:\n  company: [2026-12-24]\ntimezone Asia/Tokyo\n',
      ['primary', 'secondary', 'weekly', 'handoff'],
    ],
    [
      'in a zone that stands among the lists',
      'timezone: UTC\nholidays:\n',
      'holidays:\n  timezone: UTC\n',
      ['primary', 'secondary', 'weekly', 'handoff'],
    ],
    [
      'in a rotation, a key too far left',
      '    overrides:\n      -',
      '  overrides:\n      -',
      ['primary', 'overrides', 'secondary', 'site', 'handoff'],
    ],
    [
      'in a rotation, all its keys at the left margin',
      'site:\n    timezone: Europe/Paris\n    start: 2026-11-30\n    turn: 1 shift',
      'site:\nstart: 2026-11-30\nturn: 1 shift',
      ['site'],
    ],
    [
      'in a rotation, a second document',
      '    timezone: Europe/Paris\n    start: 2026-11-30\n    turn',
      '    timezone: Europe/Paris\n---\n    start: 2026-11-30\n    turn',
      ['site'],
    ],
    ['in a character of a name, as UTF-8', 'dave: {', 'dave: { name: Dav\uFFFD,', []],
    ['in a character of a comment, as UTF-8', 'timezone: UTC', 'timezone: UTC # caf\uFFFD', []],
    ['in the checks', 'timezone: UTC', 'checks: { gpa: off }', []],
    ['in a key that there is not', 'timezone: UTC', 'colour: blue', []],
    [
      'in a key that there is not, and names a zone',
      'timezone: UTC',
      'tz: Asia/Tokyo',
      ['primary', 'secondary', 'weekly', 'handoff'],
    ],
    [
      'in a section that stands there twice, once empty',
      'rotations:\n',
      'rotations:\nrotations:\n',
      [],
    ],
    ['in a section that stands there twice', '  site:', 'rotations:\n  site:', []],
    [
      'in a section that stands there twice, and an id of it',
      '  site:',
      'rotations:\n  secondary: { follows: primary, by: 2 }\n  site:',
      ['secondary'],
    ],
    [
      'of a merge, in a person',
      '  bob: {}',
      '<<<<<<< HEAD\n  bob: {}\n=======\n  bob: { name: Bob }\n>>>>>>> branch',
      ['primary', 'secondary', 'handoff'],
    ],
  ])('%s', (_, from, to, unknown) => {
    expect(doubtful(edited(from, to))).toEqual(unknown)
  })

  it('a file that is no YAML leaves what other files say', () => {
    expect(doubtful({ 'a.yaml': TEXT, 'b.yaml': 'meetings: { other: [ }' })).toEqual([])
    expect(doubtful({ 'a.yaml': TEXT, 'b.yaml': 'people: { other: [ }' })).toEqual([])
  })

  it('but not where it may hold overrides of them', () => {
    const all = ['primary', 'secondary', 'site', 'handoff']
    expect(doubtful({ 'a.yaml': TEXT, 'b.yaml': 'overrides: [' })).toEqual(all)
    expect(doubtful({ 'a.yaml': TEXT, 'b.yaml': '- { rotation: primary, who: bob' })).toEqual(all)
  })

  it('a name that may stand in a file that is no YAML is no mistake of its own', () => {
    const files = {
      'a.yaml': 'rotations: { primary: { start: 2026-11-30, turn: 1 week, members: [alice] } }',
      'b.yaml': 'people: { alice: {}, bob: [ }',
    }
    expect(loaded(files).problems.map(({ code }) => code)).toEqual(['yaml'])
    expect(doubtful(files)).toEqual(['primary'])
  })

  it.each(['people', 'rotations'])(
    'a word of %s that lost its colon is named, and hides no other',
    (name) => {
      const text = `
      people:
        alice: {}
        bob
          email: bob@example.com
      rotations:
        first
          start: 2026-11-30
        primary: { start: 2026-11-30, turn: 1 week, members: [alice] }
        second
          start: 2026-11-30
          turn: 1 week
        web: { start: 2026-11-30, turn: 1 week, members: [bob] }`
      const mended =
        name === 'people'
          ? text.replace(/(first|second)\n/g, '$1:\n')
          : text.replace('bob\n', 'bob:\n')
      expect(doubtful(mended)).toEqual(['first', 'second'])
    },
  )

  it('an override of a name that two resemble, or of what people see as its name, is doubtful in those', () => {
    const text = `
      people: { alice: {} }
      rotations:
        db-1: { start: 2026-11-30, turn: 1 week, members: [alice] }
        db-2: { name: The disks, start: 2026-11-30, turn: 1 week, members: [alice] }
        web: { start: 2026-11-30, turn: 1 week, members: [alice] }
      overrides: [{ rotation: db-3, who: alice, on: 2026-12-01 }]`
    expect(doubtful(text)).toEqual(['db-1', 'db-2'])
    expect(doubtful(text.replace('db-3', 'the disks'))).toEqual(['db-2'])
  })

  it('an id in two files is doubtful in both', () => {
    expect(
      doubtful({ 'a.yaml': TEXT, 'b.yaml': 'rotations: { site: {} }\npeople: { carol: {} }' }),
    ).toEqual(['site', 'weekly'])
  })

  it('two ids that differ in case are both doubtful', () => {
    expect(doubtful({ 'a.yaml': TEXT, 'b.yaml': 'rotations: { Site: {} }' })).toEqual([
      'site',
      'Site',
    ])
  })

  it('a warning makes nothing doubtful', () => {
    expect(doubtful(edited('days: friday', 'skip: 2026-12-03, days: friday'))).toEqual([])
  })
})

describe('all mistakes at once', () => {
  it('in the order of the files, and each once, however often an alias repeats it', () => {
    const { problems } = loaded({
      'b.yaml': 'meetings: { a: { days: mondy, at: 16:00, duration: 1 hour } }',
      'a.yaml': `
        rotations:
          a: { start: 2026-11-30, turn: 1 wek, members: &m [{ whom: nobody }] }
          b: { start: 2026-11-30, turn: 1 week, members: *m }
        people: { alice: { emial: x } }`,
    })
    expect(problems.map(({ code }) => code)).toEqual([
      'bad-length',
      'unknown-key',
      'unknown-key',
      'unknown-day',
    ])
  })

  it('broken places are each shown, also in one file', () => {
    const { problems } = loaded(`
      people:
        alice: { name: "Alice }
        bob: {}
      meetings:
        weekly: { days: [monday, at: 16:00 }
        other: { days: mondy, at: 16:00, duration: 1 hour }`)
    expect(
      problems.map(({ code, place }) => [
        code,
        place?.source.text.slice(0, place.from).split('\n').length,
      ]),
    ).toEqual([
      ['yaml', 2],
      ['yaml', 5],
      ['unknown-day', 6],
    ])
  })
})
