/** The pages of `rotate stats --pages`, beside the hours. */
import { sayShort } from '../time/words.ts'
import type { PersonPages } from '../insight/pages/tally.ts'

/** By the id of the person. */
export type PagesByPerson = ReadonlyMap<string, PersonPages>

const NOTHING: PersonPages = {
  pages: 0,
  incidents: 0,
  nightPages: 0,
  nightsCovered: 0,
  nightsInterrupted: 0,
  sleepHours: 0,
  toAcknowledge: undefined,
}

/** The keys of CSV and JSON, and their numbers; the last is in seconds, null where nothing was acknowledged. */
export function pageNumbers(
  pages: PagesByPerson,
  person: string,
): readonly (readonly [name: string, value: number | null])[] {
  const one = pages.get(person) ?? NOTHING
  return [
    ['pages', one.pages],
    ['incidents', one.incidents],
    ['night_pages', one.nightPages],
    ['nights_covered', one.nightsCovered],
    ['nights_interrupted', one.nightsInterrupted],
    ['sleep_hours', one.sleepHours],
    [
      'seconds_to_acknowledge',
      one.toAcknowledge === undefined ? null : Math.round(one.toAcknowledge / 1000),
    ],
  ]
}

/** The titles for people, and what stands beneath them. */
export const PAGE_TITLES: readonly string[] = [
  'Pages',
  'At night',
  'Nights interrupted',
  'Sleep hours',
  'To acknowledge',
]

/** The cells of a person beneath those titles. */
export function pageCells(pages: PagesByPerson, person: string): string[] {
  const one = pages.get(person) ?? NOTHING
  return [
    String(one.pages),
    String(one.nightPages),
    `${one.nightsInterrupted} of ${one.nightsCovered}`,
    String(one.sleepHours),
    one.toAcknowledge === undefined ? '' : sayShort(one.toAcknowledge),
  ]
}
