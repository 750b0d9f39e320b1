/** What the pages say can be typed, in their sentences and their lines for a shell: a command that there is, with options that it has. */
import { describe, expect, it } from '@jest/globals'
import { commandNamed } from '../../src/cli/commands.ts'
import { parse } from '../../src/cli/parse.ts'
import { placeOfCommand } from '../../src/cli/place.ts'
import { Failure } from '../../src/io/failure.ts'
import type { Io } from '../../src/io/io.ts'
import { blocksIn } from './markdown.ts'
import { pageAt, PAGES } from './pages.ts'

/** The command lines of a page: between backticks, and in lines that a shell is to run. */
function typedIn(page: string): string[] {
  const inline = [...page.matchAll(/`(?:[A-Z_]+=\S+ )*rotate ([^`\n]+)`/g)].map(
    ([, line = '']) => line,
  )
  // What stands behind `$ ` is typed, and answered, by another test.
  const blocks = blocksIn(page).filter(({ info }) => info === 'sh' || info === 'yaml fragment')
  const indented = page.split('\n').filter((line) => line.startsWith('    '))
  const lines = [...blocks.flatMap((block) => block.lines), ...indented]
    .map((line) => /^ *(?:- )?(?:run: )?(?:[A-Z_]+=\S+ )*rotate ([a-z-].*)$/.exec(line)?.[1] ?? '')
    .filter((line) => line !== '')
  return [...inline, ...lines]
}

/** As a shell parts a line; what follows a `#`, a pipe or a redirection is not ours. */
function wordsOf(line: string): string[] {
  const own = line.replace(/ +(#|[|>]|2>|&&|;).*$/, '').replace(/;$/, '')
  return [...own.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, a, b, c]) => a ?? b ?? c ?? '')
}

/** What is wrong with a command line before anything is looked at; undefined where nothing is. */
async function mistakeIn(words: readonly string[]): Promise<string | undefined> {
  const at = placeOfCommand(words)
  const name = words[at]
  if (name === undefined || /^[A-Z]+$/.test(name)) return undefined
  const entry = commandNamed(name)
  if (entry === undefined) return `there is no command '${name}'`
  const io = { out: { write: () => undefined, columns: 80 } } as unknown as Io
  try {
    parse(entry, await entry.load(), words.toSpliced(at, 1), io)
    return undefined
  } catch (error) {
    if (error instanceof Failure) return error.message
    throw error
  }
}

describe.each(PAGES)('%s', (path) => {
  it('names only commands and options that there are', async () => {
    const wrong: string[] = []
    for (const line of typedIn(pageAt(path))) {
      const mistake = await mistakeIn(wordsOf(line))
      // A sentence may name a command, or an option, without all that it must be told.
      if (mistake !== undefined && !/must be told|needs a value/.test(mistake))
        wrong.push(`rotate ${line}: ${mistake}`)
    }
    expect(wrong).toEqual([])
  })
})
