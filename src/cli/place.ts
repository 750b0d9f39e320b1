/** What the words of a command line say before they are read as one. */
import { FLAG } from './format.ts'
import { answering, noPager } from './options.ts'

/** What may stand before the command: all that every answer takes. */
const FLAGS: readonly string[] = [...[...answering, noPager].map(({ flag }) => flag), FLAG]

/** Options may come before it, as in `rotate --dir team who`; -1 where there is none. */
export function placeOfCommand(words: readonly string[]): number {
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] ?? ''
    if (word === '--') break
    if (!word.startsWith('-')) return i
    // The next word is its value.
    if (FLAGS.some((flag) => takes(flag, word))) i += 1
  }
  return -1
}

/** Whether an option, called so, may stand before a command. */
export function isBefore(name: string): boolean {
  return FLAGS.some((flag) => namesIn(flag).includes(name))
}

/** Whether an option, called so, takes a value: `--dir` or `-C` of `-C, --dir <folder>`. */
function takes(flag: string, name: string): boolean {
  return flag.includes(' <') && namesIn(flag).includes(name)
}

function namesIn(flag: string): readonly string[] {
  return (flag.split(' <')[0] ?? '').split(', ')
}

/** The folder that the last `--dir` names, in any of the ways in which that is written; undefined where it is not there. */
export function dirAmong(words: readonly string[]): string | undefined {
  let named: string | undefined
  for (const [i, word] of words.entries()) {
    if (word === '--') break
    if (word === '--dir' || word === '-C') named = words[i + 1]
    const [, joined] = /^(?:--dir=|-C)(.+)$/s.exec(word) ?? []
    named = joined ?? named
  }
  return named
}
