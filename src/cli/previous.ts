/** Earlier reports of `rotate handover --json`, so that their incidents need not be read again. */
import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Instant } from '../time/instant.ts'
import { joined, lengthOf, type Interval } from '../time/interval.ts'
import { alertKey, type Earlier } from '../insight/pages/again.ts'
import type { TrendRow } from '../insight/pages/trend.ts'
import { mustBeFolder, readText } from '../io/disk.ts'
import type { Io } from '../io/io.ts'

/** What a later report needs of an earlier one. */
export interface EarlierReport {
  readonly rotation: string
  readonly within: Interval
  readonly row: TrendRow
  readonly earlier: readonly Earlier[]
}

/** The reports in a folder that were made after their stretch was over; what is none is passed over. */
export function earlierReports(folder: string, io: Io): EarlierReport[] {
  const path = resolve(io.cwd, folder)
  mustBeFolder(path, `--previous ${folder}`, io.cwd)
  return readdirSync(path)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => reportsIn(readText(join(path, name), io.cwd)))
}

function reportsIn(text: string): EarlierReport[] {
  try {
    const value: unknown = JSON.parse(text)
    return [value].flat().flatMap((one) => reportIn(one) ?? [])
  } catch {
    return []
  }
}

function reportIn(value: unknown): EarlierReport | undefined {
  const body = objectOf(value)
  const within = { start: instantOf(body['from']), end: instantOf(body['to']) }
  const rotation = body['rotation']
  const [pages, incidents, holders] = ['pages', 'incidents', 'holders'].map((key) =>
    listOf(body[key]),
  )
  const isWhole =
    typeof rotation === 'string' &&
    within.start < within.end &&
    // One that was made before its end lacks what rang after that.
    body['complete'] === true &&
    pages !== undefined &&
    incidents !== undefined &&
    holders !== undefined
  if (!isWhole) return undefined
  const stretches = holders.map((one) => ({
    key: String(one['person'] ?? one['name']),
    start: instantOf(one['start']),
    end: instantOf(one['end']),
  }))
  return {
    rotation,
    within,
    row: {
      within,
      people: [...new Set(stretches.map(({ key }) => key))],
      pages: pages.length,
      incidents: incidents.filter(({ paged }) => paged === true).length,
      nightPages: pages.filter(({ night }) => night !== null).length,
      nightsInterrupted: Number(objectOf(body['nights'])['interrupted'] ?? 0),
      held: lengthOf(joined(stretches)),
    },
    earlier: incidents.flatMap((one) => earlierIn(one)),
  }
}

/** Reports name a service, and not its id: what rang again is found by its name there. */
function earlierIn(one: Readonly<Record<string, unknown>>): Earlier[] {
  const { title, service, created, paged } = one
  const { by, at, text } = objectOf(one['note'])
  if (typeof title !== 'string' || typeof service !== 'string' || typeof text !== 'string')
    return []
  if (paged !== true) return []
  const name = typeof by === 'string' ? by : ''
  return [
    {
      key: alertKey({ title, service: { id: service, name: service } }),
      created: instantOf(created),
      note: { at: instantOf(at), by: name === '' ? undefined : { id: name, name }, text },
    },
  ]
}

function instantOf(value: unknown): Instant {
  return typeof value === 'string' ? Date.parse(value) : NaN
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  // Nothing is known but that it has keys.
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function listOf(value: unknown): Readonly<Record<string, unknown>>[] | undefined {
  return Array.isArray(value) ? value.map(objectOf) : undefined
}
