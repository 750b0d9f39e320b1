/** A text that is no YAML: each trap, as the user sees it. */
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
