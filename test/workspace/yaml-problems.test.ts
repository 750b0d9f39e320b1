/** What is wrong as YAML: each trap, as the user sees it. */
import { describe, expect, it } from '@jest/globals'
import { shown } from './texts.ts'

describe('a text that is no YAML [yaml]', () => {
  it('a tab in the indentation', () => {
    expect(
      shown(`
      people:
        alice:
      		name: Alice
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:3:1: error: a tab in the indentation: YAML allows only spaces there  [yaml]
           name: Alice
         ^
     "
    `)
  })

  it('a line that is indented otherwise', () => {
    expect(
      shown(`
      people:
        alice:
          name: Alice
         email: alice@example.com
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:4:4: error: this line is indented otherwise than the lines around it  [yaml]
            email: alice@example.com
            ^
     "
    `)
  })

  it('a second colon on a line', () => {
    expect(
      shown(`
      people:
        alice:
          name: Alice: the first
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:3:16: error: a second ': ' on one line: put the value in quotes  [yaml]
             name: Alice: the first
                        ^
     "
    `)
  })

  it('a bracket that is never closed, shown where the text ends', () => {
    expect(
      shown(`
      people: { alice: {}, bob: {}
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:1:29: error: a quote, '[' or '{' is never closed  [yaml]
         people: { alice: {}, bob: {}
                                     ^
     "
    `)
  })

  it('a quote that is never closed', () => {
    expect(
      shown(`
      people:
        alice: { name: 'Alice }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:2:26: error: a quote, '[' or '{' is never closed  [yaml]
           alice: { name: 'Alice }
                                  ^
     "
    `)
  })

  it('a bracket too many', () => {
    expect(
      shown(`
      people: { alice: {} }}
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:1:22: error: this '}' closes nothing: delete it  [yaml]
         people: { alice: {} }}
                              ^
     "
    `)
  })

  it('a comma that is missing', () => {
    expect(
      shown(`
      people: { alice: {} bob: {} }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:1:21: error: a ',' is missing before this  [yaml]
         people: { alice: {} bob: {} }
                             ^
     "
    `)
  })

  it('a comma too many', () => {
    expect(
      shown(`
      people: { alice: {}, , bob: {} }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:1:22: error: nothing stands before this ',': delete it  [yaml]
         people: { alice: {}, , bob: {} }
                              ^
     "
    `)
  })

  it('a value that begins with an at sign', () => {
    expect(
      shown(`
      people:
        alice: { name: @alice }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:2:18: error: a value cannot begin with '@': put it in quotes  [yaml]
           alice: { name: @alice }
                          ^
     "
    `)
  })

  it('text behind a closing quote', () => {
    expect(
      shown(`
      people:
        alice:
          name: "Alice" Lindqvist
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:3:19: error: the value ends before this: put all of it in quotes, or begin a new line  [yaml]
             name: "Alice" Lindqvist
                           ^
     "
    `)
  })

  it('a backslash in double quotes', () => {
    expect(
      shown(`
      people:
        alice: { name: "A\\lice" }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:2:21: error: a '\\' in double quotes begins an escape: use single quotes  [yaml]
           alice: { name: "A\\lice" }
                             ^
     "
    `)
  })

  it('a star that is no alias', () => {
    expect(
      shown(`
      people:
        alice:
          name: * Alice
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:3:12: error: '*' begins the name of an alias: put the value in quotes  [yaml]
             name: * Alice
                    ^
     "
    `)
  })

  it('an ampersand that is no anchor', () => {
    expect(
      shown(`
      people:
        alice:
          name: & Alice
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:3:12: error: '&' begins the name of an anchor: put the value in quotes  [yaml]
             name: & Alice
                    ^
     "
    `)
  })

  it('a percent sign at the beginning of a line', () => {
    expect(
      shown(`
      %alice
      people: {}
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:1:7: error: '%' at the beginning of a line is for directives of YAML, which are not used: delete the line  [yaml]
         %alice
               ^
     "
    `)
  })

  it('text right behind the sign of a block', () => {
    expect(
      shown(`
      people:
        alice:
          name: |Alice
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:3:12: error: after '|' or '>' the text begins on the next line  [yaml]
             name: |Alice
                    ^
     "
    `)
  })

  it('a line without a colon between others', () => {
    expect(
      shown(`
      people:
        alice: {}
        bob
        carol: {}
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:3:3: error: this is no key: write 'bob:' if that is meant  [yaml]
           bob
           ^^^
     "
    `)
  })

  it('a merge conflict, at each of its marks', () => {
    expect(
      shown(`
      people:
        alice: {}
      <<<<<<< HEAD
        bob: {}
      =======
        carol: {}
      >>>>>>> branch
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:3:1: error: a merge conflict is left in the file: resolve it  [yaml]
         <<<<<<< HEAD
         ^^^^^^^

     team.yaml:5:1: error: a merge conflict is left in the file: resolve it  [yaml]
         =======
         ^^^^^^^

     team.yaml:7:1: error: a merge conflict is left in the file: resolve it  [yaml]
         >>>>>>> branch
         ^^^^^^^
     "
    `)
  })

  it('a null byte', () => {
    expect(shown('people: { alice: {} }\n# \0\n')).toMatchInlineSnapshot(`
     "team.yaml:2:3: error: a null byte in the file: is it really YAML?  [yaml]
         # �
           ^
     "
    `)
  })

  it('a control character', () => {
    expect(shown('people: { alice: { name: "A\u0007" } }\n')).toMatchInlineSnapshot(`
     "team.yaml:1:28: error: a control character in the file: delete it  [yaml]
         people: { alice: { name: "A�" } }
                                    ^
     "
    `)
  })

  it('lists in lists in lists', () => {
    expect(shown(`people: ${'['.repeat(200)}`)).toMatchInlineSnapshot(`
     "team.yaml:1:108: error: this is nested more than 100 levels deep: is a bracket left open?  [yaml]
         …[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[…
                                                                     ^
     "
    `)
  })
})

describe('aliases, tags, documents and keys', () => {
  it('an alias of nothing [unknown-alias]', () => {
    expect(
      shown(`
      people: &team { alice: {} }
      meetings: *taem
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:2:11: error: the alias '*taem' is not defined above: put '&taem' before what it stands for  [unknown-alias]
         meetings: *taem
                   ^^^^^
     "
    `)
  })

  it('an alias of itself', () => {
    expect(
      shown(`
      people: &team
        alice: *team
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:2:10: error: the alias '*team' holds itself: write out what is meant  [unknown-alias]
           alice: *team
                  ^^^^^
     "
    `)
  })

  it('a text that aliases make far too large [alias-bomb]', () => {
    expect(
      shown(
        `holidays:\n  a: &a [x, x, x, x, x, x, x, x, x, x]\n${['ab', 'bc', 'cd', 'de', 'ef', 'fg', 'gh', 'hi'].map(([from, to]) => `  ${to}: &${to} [*${from}, *${from}, *${from}, *${from}, *${from}, *${from}, *${from}, *${from}, *${from}, *${from}]\n`).join('')}`,
      ),
    ).toMatchInlineSnapshot(`
     "team.yaml:10:10: error: the aliases make more than 50 times as much of this file as is written in it: write out what is meant  [alias-bomb]
           i: &i [*h, *h, *h, *h, *h, *h, *h, *h, *h, *h]
                  ^^
     "
    `)
  })

  it('a tag [tag]', () => {
    expect(
      shown(`
      people:
        alice: { name: !!str 12 }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:2:18: error: tags such as '!!str' are not used, every value is text: delete it  [tag]
           alice: { name: !!str 12 }
                          ^^^^^
     "
    `)
  })

  it('a key that YAML merges in [merge-key]', () => {
    expect(
      shown(`
      people: { alice: {}, bob: {}, carol: {} }
      rotations:
        primary: &primary { start: 2026-11-30, turn: 1 week, members: [alice, bob] }
        secondary:
          <<: *primary
          start: 2026-12-07
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:5:5: error: '<<' is not used here: write the keys out, or share whole values by an alias  [merge-key]
             <<: *primary
             ^^
     "
    `)
  })

  it('a key that is a list [bad-key]', () => {
    expect(
      shown(`
      ? [alice, bob]
      : {}
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:1:3: error: a key must be a word, not a list, as in 'key: value'  [bad-key]
         ? [alice, bob]
           ^^^^^^^^^^^^
     "
    `)
  })

  it('a slip in a key of a rotation with one layer is one mistake', () => {
    expect(
      shown(`
      people: { alice: {}, bob: {}, carol: {} }
      rotations:
        primary: { strat: 2026-11-30, turn: 1 week, members: [alice] }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:3:14: error: a rotation has no key 'strat' (did you mean 'start'?)  [unknown-key]
           primary: { strat: 2026-11-30, turn: 1 week, members: [alice] }
                      ^^^^^
     "
    `)
  })

  it('a key given twice [duplicate-key]', () => {
    expect(
      shown(`
      people:
        alice: {}
        bob: {}
        alice: { name: Alice }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:4:3: error: the key 'alice' is given twice: keep one of them  [duplicate-key]
           alice: { name: Alice }
           ^^^^^
     team.yaml:2:3: note: first given here
           alice: {}
           ^^^^^
     "
    `)
  })

  it('a second document [several-documents]', () => {
    expect(
      shown(`
      people: { alice: {} }
      ---
      meetings: {}
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:2:1: error: a second document in one file: delete this '---', or use a file of its own  [several-documents]
         ---
         ^^^
     "
    `)
  })
})

describe('where it is shown', () => {
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

describe('what is not a mistake', () => {
  it('an empty file', () => {
    expect(shown('')).toMatchInlineSnapshot(`""`)
  })

  it('a file that is only comments', () => {
    expect(
      shown(`
      # nothing yet

      # really
    `),
    ).toMatchInlineSnapshot(`""`)
  })

  it("a file that is only a document's mark", () => {
    expect(
      shown(`
      ---
    `),
    ).toMatchInlineSnapshot(`""`)
  })

  it('keys with nothing behind them', () => {
    expect(
      shown(`
      people:
      rotations:
      overrides:
      meetings:
      holidays:
      checks:
    `),
    ).toMatchInlineSnapshot(`""`)
  })
})

describe('a line that was probably meant as a key [yaml]', () => {
  it('has lost its colon', () => {
    expect(
      shown(`
      people: { alice: {}, bob: {} }
      rotations:
        primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob] }
      overrides
        - { rotation: primary, who: bob, on: 2026-12-01 }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:4:1: error: this is no key: write 'overrides:' if that is meant  [yaml]
         overrides
         ^^^^^^^^^
     "
    `)
  })

  it('stands too far right', () => {
    expect(
      shown(`
      people: { alice: {}, bob: {} }
      rotations:
        primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob] }
       overrides:
        - { rotation: primary, who: bob, on: 2026-12-01 }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:4:2: error: this line is indented otherwise than the lines around it  [yaml]
          overrides:
          ^
     "
    `)
  })
})

it('a character that is no UTF-8 [yaml]', () => {
  expect(shown('people: { alice: { name: Alic\uFFFD } }')).toMatchInlineSnapshot(`
   "team.yaml:1:30: error: a character that cannot be read: save the file as UTF-8  [yaml]
       people: { alice: { name: Alic� } }
                                    ^
   "
  `)
})

it('a line that is broken and very long takes no longer than its length', () => {
  const spaces = ' '.repeat(300_000)
  for (const text of [
    `a: { start: ${spaces}[`,
    `a: [${'{ '.repeat(20_000)}`,
    `${'x'.repeat(300_000)}\na: { b: ${spaces}#1 }\n`,
  ]) {
    expect(shown(text).length).toBeGreaterThan(0)
  }
})
