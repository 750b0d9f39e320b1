/** What a room gives to others says what it is: every export has a docstring, and no file is named by a riddle. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, it } from '@jest/globals'

/** The rooms that keep to it; the others come one by one. */
const ROOMS = ['cli', 'insight', 'pagerduty', 'simulator', 'sync', 'views']

/** Names that say nothing to whoever did not choose them. */
const RIDDLES = [
  'heard',
  'joined',
  'lane',
  'marks',
  'over',
  'own',
  'piece',
  'settled',
  'shown',
  'stale',
]

/** These say themselves what they are: a rule its summary, a command and what it takes the words of the help. */
const RECORD = /^export const \w+: (?:Rule|Command|Option|Argument) = /

const EXPORT =
  /(\*\/\n)?^export (?:async )?(?:function\*?|class|interface|type|const|enum) (\w+).*/gm

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && one.name.endsWith('.ts'))
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
}

it.each(ROOMS)('what src/%s exports has a docstring', (room) => {
  const bare = filesIn(join('src', room)).flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(EXPORT)]
      .filter(([line, end]) => end === undefined && !RECORD.test(line))
      .map(([, , name]) => `${path}: ${name}`),
  )
  expect(bare).toEqual([])
})

it.each(ROOMS)('no file of src/%s has the name of a riddle', (room) => {
  const names = filesIn(join('src', room)).map((path) => basename(path, '.ts'))
  // Of a picture a lane is what anybody would call so.
  const known = room === 'views' ? ['lane'] : []
  expect(names.filter((name) => RIDDLES.includes(name) && !known.includes(name))).toEqual([])
})
