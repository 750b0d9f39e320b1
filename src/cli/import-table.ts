/** `rotate import table`: dates and names, as people have them in spreadsheets. */
import { DAY } from '../time/instant.ts'
import { dayOfWall } from '../time/wall.ts'
import { readTimeOfDay } from '../time/written.ts'
import { Failure } from '../io/failure.ts'
import type { Io } from '../io/io.ts'
import { readSource } from '../io/sources.ts'
import { clean } from '../views/clean.ts'
import { textOf, type Exit, type Input } from './command.ts'
import { bring } from './import-brought.ts'
import { lookOf } from './look.ts'
import { timeOf, zoneOf } from './times.ts'

/** Brings in the table in a file, or on standard input (`-`). */
export async function importTable(input: Input, io: Io, words: readonly string[]): Promise<Exit> {
  const [file, more] = words
  if (file === undefined || more !== undefined) {
    throw new Failure(`import table: expected one file (CSV, TSV or Markdown), or - for stdin`, 2)
  }
  const order = textOf(input, 'dates')
  if (order !== undefined && order !== 'dmy' && order !== 'mdy') {
    throw new Failure(`--dates '${clean(order)}': expected dmy or mdy`, 2)
  }
  const zone = zoneOf(input, io)
  const text = await readSource(file, io)
  const { readTable } = await import('../table/read.ts')
  const from = file === '-' ? 'stdin' : file
  const brought = readTable(text, {
    from,
    zone,
    handoff: handoffOf(input),
    today: dayOfWall(zone.wallAt(io.now())),
    ...(order !== undefined && { order }),
  })
  if ('message' in brought) {
    const place = brought.line === undefined ? from : `${from}:${brought.line}`
    throw new Failure(`${clean(place)}: ${clean(brought.message)}`, 2)
  }
  const since = await timeOf('from', input, await lookOf(input, io))
  const rotations = brought.rotations.flatMap((rotation) => {
    const stretches = rotation.stretches.filter(({ end }) => since === undefined || end > since)
    return stretches.length === 0 ? [] : [{ ...rotation, stretches }]
  })
  if (rotations.length === 0) {
    throw new Failure(`${clean(from)}: all of it ended before --from`, 2)
  }
  return bring({ ...brought, rotations }, zone, input, io)
}

/** Milliseconds since midnight. */
function handoffOf(input: Input): number {
  const text = textOf(input, 'handoff')
  if (text === undefined) return 0
  const time = readTimeOfDay(text)
  if (typeof time === 'string' || time === DAY) {
    const why = typeof time === 'string' ? time : `write '00:00'`
    throw new Failure(`--handoff '${clean(text)}': ${why}`, 2)
  }
  return time
}
