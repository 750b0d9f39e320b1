/** Two hundred mistakes: each is one problem, answered with what to write; and what is said to write is accepted. */
import { describe, expect, it } from '@jest/globals'
import type { Problem } from '../../src/model/problem.ts'
import { MISTAKES, textOf } from './mistakes.ts'
import { loaded } from './texts.ts'

describe.each(MISTAKES)('%s: %j', (...mistake) => {
  const [, , answer] = mistake
  const text = textOf(mistake)
  const { problems } = loaded(text)

  it(`is answered once, with: ${answer}`, () => {
    const messages = problems.map(({ message }) => message)
    expect(messages).toHaveLength(1)
    expect(messages.join()).toContain(answer)
  })

  it('accepts what it says to write', () => {
    for (const problem of problems) {
      for (const suggestion of suggestionsIn(problem)) {
        const after = typed(text, problem, suggestion)
        expect([suggestion, loaded(after).problems.map(({ message }) => message)]).toEqual([
          suggestion,
          [],
        ])
      }
    }
  })
})

/** What a message says to write in place of what it marks: of two things that are meant both, of two that may be meant each. */
function suggestionsIn({ message }: Problem): (readonly string[])[] {
  return [
    ...message.matchAll(/(?:[wW]rite|did you mean) ('[^']+'(?:(?:,| or| and) '[^']+')*)/g),
  ].flatMap(([, words = '']) => {
    const texts = [...words.matchAll(/'([^']+)'/g)].map(([, text = '']) => text)
    return words.includes("' and '") ? [texts] : texts.map((text) => [text])
  })
}

/** Several keys stand on lines of their own, or between the same braces. */
function typed(text: string, { place }: Problem, suggestion: readonly string[]): string {
  const before = text.slice(0, place?.from)
  const line = before.slice(before.lastIndexOf('\n') + 1)
  const between = line.includes('{') ? ', ' : `\n${line.replace(/- /, '  ')}`
  return before + suggestion.join(between) + text.slice(place?.to)
}
