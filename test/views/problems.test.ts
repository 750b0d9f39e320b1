import * as fc from 'fast-check'
import { describe, expect, it } from '@jest/globals'
import stringWidth from 'fast-string-width'
import type { Problem } from '../../src/model/problem.ts'
import { plain } from '../../src/views/paint.ts'
import { countProblems, sayProblems } from '../../src/views/problems.ts'
import { shown } from '../workspace/texts.ts'

const problem = (text: string, word: string, more: Partial<Problem> = {}): Problem => {
  const from = text.indexOf(word)
  const place = { source: { path: 'rotations/a.yaml', text }, from, to: from + word.length }
  return {
    code: 'unknown-person',
    severity: 'error',
    message: `unknown person '${word}'`,
    place,
    ...more,
  }
}
const say = (width: number, ...problems: Problem[]): string =>
  `\n${sayProblems(problems, { paint: plain, width })}`

it('shows the place, the sentence, the line and carets under it', () => {
  expect(say(80, problem('a:\n  members: [carl, 田中]\n', '田中'))).toMatchInlineSnapshot(`
   "
   rotations/a.yaml:2:19: error: unknown person '田中'  [unknown-person]
         members: [carl, 田中]
                         ^^^^
   "
  `)
})

it('shows where else to look, and what has no place', () => {
  const text = 'people:\n  ann: {}\n  bob: {}\n'
  const related = {
    place: problem(text, 'ann').place as NonNullable<Problem['place']>,
    note: 'first given here',
  }
  const { place: _, ...nowhere } = problem(text, 'bob', { severity: 'warning' })
  expect(say(80, problem(text, 'bob', { related }), nowhere)).toMatchInlineSnapshot(`
   "
   rotations/a.yaml:3:3: error: unknown person 'bob'  [unknown-person]
         bob: {}
         ^^^
   rotations/a.yaml:2:3: note: first given here
         ann: {}
         ^^^

   warning: unknown person 'bob'  [unknown-person]
   "
  `)
})

it('of a long line, or on a narrow terminal, shows what is around the place', () => {
  const text = `members: [${'alice, '.repeat(40)}carl, ${'bob, '.repeat(40)}]`
  for (const width of [60, 80, Infinity]) {
    const lines = say(width, problem(text, 'carl')).split('\n')
    expect(lines.find((line) => line.includes('^'))?.indexOf('^')).toBe(
      lines.find((line) => line.includes('carl,'))?.indexOf('carl,'),
    )
    expect(lines.filter((line) => line.length > Math.min(width, 124))).toEqual([])
  }
})

it('says with a mark on which side a line was cut', () => {
  const long = (word: string): Problem =>
    problem(`members: [${'alice, '.repeat(20)}${word}, ${'bob, '.repeat(20)}]`, word)
  const first = problem(`members: [carl, ${'bob, '.repeat(20)}]`, 'carl')
  const last = problem(`members: [${'alice, '.repeat(20)}carl]`, 'carl')
  expect(say(60, long('carl'), long('田中花子'), first, last)).toMatchInlineSnapshot(`
   "
   rotations/a.yaml:1:151: error: unknown person 'carl'
     [unknown-person]
       …lice, alice, alice, alice, carl, bob, bob, bob, bob, b…
                                   ^^^^

   rotations/a.yaml:1:151: error: unknown person '田中花子'
     [unknown-person]
       …lice, alice, alice, alice, 田中花子, bob, bob, bob, bo…
                                   ^^^^^^^^

   rotations/a.yaml:1:11: error: unknown person 'carl'
     [unknown-person]
       members: [carl, bob, bob, bob, bob, bob, bob, bob, bob,…
                 ^^^^

   rotations/a.yaml:1:151: error: unknown person 'carl'
     [unknown-person]
       … alice, alice, alice, alice, alice, alice, alice, carl]
                                                          ^^^^
   "
  `)
  const text = sayProblems([long('carl')], { paint: plain, width: 60, ascii: true })
  expect(`\n${text}`).toMatchInlineSnapshot(`
   "
   rotations/a.yaml:1:151: error: unknown person 'carl'
     [unknown-person]
       ...ce, alice, alice, alice, carl, bob, bob, bob, bob,...
                                   ^^^^
   "
  `)
  const all = `[${'alice, '.repeat(20)}]`
  expect(say(60, problem(all, all, { message: 'too many' }))).toMatchInlineSnapshot(`
   "
   rotations/a.yaml:1:1: error: too many  [unknown-person]
       [alice, alice, alice, alice, alice, alice, alice, alice…
       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   "
  `)
})

it('points at the same word wherever it stands, however narrow the terminal', () => {
  const piece = fc.constantFrom('a', 'bob, ', '田中', '  ', '👩‍🚀', 'x: ')
  const text = fc.array(piece, { maxLength: 80 }).map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(text, text, fc.integer({ min: 40, max: 200 }), (before, behind, width) => {
      const lines = say(width, problem(`${before}carl${behind}`, 'carl')).split('\n')
      const at = lines.findIndex((line) => /^ *\^+$/.test(line))
      const [line = '', carets = ''] = [lines[at - 1], lines[at]]
      expect(stringWidth(line.slice(0, line.indexOf('carl')))).toBe(carets.indexOf('^'))
      expect(carets.trim()).toBe('^^^^')
      expect(stringWidth(line)).toBeLessThanOrEqual(width)
    }),
  )
})

it('keeps tabs and controls of a file from moving the carets', () => {
  expect(say(80, problem('\t\u001b[31mx: [\tcarl]', 'carl'))).toBe(
    "\nrotations/a.yaml:1:12: error: unknown person 'carl'  [unknown-person]\n     \uFFFD[31mx: [ carl]\n               ^^^^\n",
  )
})

it('counts', () => {
  const warning = problem('a', 'a', { severity: 'warning' })
  expect(countProblems([])).toBe('no problems')
  expect(countProblems([problem('a', 'a')])).toBe('1 error')
  expect(countProblems([problem('a', 'a'), warning, warning])).toBe('1 error, 2 warnings')
})

describe('where a mistake in a file is shown', () => {
  it('the caret stands under the place, also behind wide characters', () => {
    expect(
      shown(`
      people:
        alice: { name: "漢字 👩‍🚒", emial: alice@example.com }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:2:28: error: a person has no key 'emial' (did you mean 'email'?)  [unknown-key]
           alice: { name: "漢字 👩‍🚒", emial: alice@example.com }
                                     ^^^^^
     "
    `)
  })

  it('a line ends with CRLF, LF or a lone CR', () => {
    expect(shown('people:\r\n  alice: {}\r  bob: { emial: a }\n  carol: { emial: b }\n'))
      .toMatchInlineSnapshot(`
     "team.yaml:3:10: error: a person has no key 'emial' (did you mean 'email'?)  [unknown-key]
           bob: { emial: a }
                  ^^^^^

     team.yaml:4:12: error: a person has no key 'emial' (did you mean 'email'?)  [unknown-key]
           carol: { emial: b }
                    ^^^^^
     "
    `)
  })

  it('a byte order mark is no part of the first key', () => {
    expect(shown('\uFEFFteem: Infrastructure\n')).toMatchInlineSnapshot(`
     "team.yaml:1:2: error: a file has no key 'teem' (did you mean 'team'?)  [unknown-key]
         �teem: Infrastructure
          ^^^^
     "
    `)
  })

  it('of a very long line as much as fits', () => {
    expect(shown(`people: { alice: { name: "${'x'.repeat(500)}", emial: ${'y'.repeat(500)} } }`))
      .toMatchInlineSnapshot(`
     "team.yaml:1:530: error: a person has no key 'emial' (did you mean 'email'?)  [unknown-key]
         …xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", emial: yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy…
                                                                     ^^^^^
     "
    `)
  })

  it('control characters do not reach the terminal', () => {
    expect(shown('people: { "\\e[31mred": { "na\\x9bme": x } }\n')).toMatchInlineSnapshot(`
     "team.yaml:1:11: error: '�[31mred': an id is letters, digits, '.', '_' and '-', and begins with a letter or digit (did you mean '31mred'?)  [bad-id]
         people: { "\\e[31mred": { "na\\x9bme": x } }
                   ^^^^^^^^^^^

     team.yaml:1:26: error: a person has no key 'na�me' (did you mean 'name'?)  [unknown-key]
         people: { "\\e[31mred": { "na\\x9bme": x } }
                                  ^^^^^^^^^^
     "
    `)
  })

  it('a long word is cut between characters', () => {
    expect(shown(`people: { alice: { timezone: ${'x'.repeat(56)}😀😀😀😀 } }`))
      .toMatchInlineSnapshot(`
     "team.yaml:1:30: error: unknown zone 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…': expected a name of the IANA database, such as 'Europe/Amsterdam'  [unknown-zone]
         people: { alice: { timezone: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx😀😀😀😀 } }
                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
     "
    `)
  })
})
