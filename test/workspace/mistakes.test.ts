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

/** What a message says to write in place of what it marks. */
function suggestionsIn({ message }: Problem): string[] {
  return [...message.matchAll(/(?:[wW]rite|did you mean) '([^']+)'/g)].map(
    (found) => found[1] ?? '',
  )
}

function typed(text: string, { place }: Problem, suggestion: string): string {
  return text.slice(0, place?.from) + suggestion + text.slice(place?.to)
}
