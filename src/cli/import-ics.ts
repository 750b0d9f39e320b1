/** `rotate import ics`: calendars that people subscribe to, from files or https. */
import { DAY, SECOND } from '../time/instant.ts'
import { Failure } from '../io/failure.ts'
import type { Io } from '../io/io.ts'
import { readSource } from '../io/sources.ts'
import { clean } from '../views/clean.ts'
import { textOf, type Exit, type Input } from './command.ts'
import { bring } from './import-brought.ts'
import { lookOf } from './look.ts'
import { timeOf, zoneOf } from './times.ts'

/** How far back and ahead calendars are looked at. */
const FAR = 366 * DAY

/** Brings in calendars: files, `-` for standard input, addresses. */
export async function importIcs(input: Input, io: Io, words: readonly string[]): Promise<Exit> {
  if (words.length === 0) {
    throw new Failure('import ics: expected files, addresses that begin with https://, or -', 2)
  }
  const zone = zoneOf(input, io)
  const look = await lookOf(input, io)
  const now = Math.floor(io.now() / SECOND) * SECOND
  const start = (await timeOf('from', input, look)) ?? now - FAR
  const end = (await timeOf('to', input, look)) ?? now + FAR
  if (end <= start) throw new Failure('--to: it is not after --from', 2)
  const person = personOf(input)
  const texts = []
  for (const word of words) texts.push({ from: nameOf(word), text: await readSource(word, io) })
  const { readCalendars } = await import('../ical/read.ts')
  const brought = readCalendars(texts, {
    zone,
    within: { start, end },
    ...(person !== undefined && { person }),
  })
  if ('message' in brought) {
    const place = brought.line === undefined ? brought.from : `${brought.from}:${brought.line}`
    throw new Failure(`${clean(place)}: ${clean(brought.message)}`, 2)
  }
  return bring(brought, zone, input, io)
}

/** An address may hold a secret behind its host, so that alone is said. */
function nameOf(word: string): string {
  if (word === '-') return 'stdin'
  return URL.canParse(word) && /^(https?|webcals?):/i.test(word) ? new URL(word).hostname : word
}

function personOf(input: Input): RegExp | undefined {
  const text = textOf(input, 'person')
  if (text === undefined) return undefined
  try {
    return new RegExp(text, 'u')
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Failure(`--person: ${clean(why)}`, 2)
  }
}
