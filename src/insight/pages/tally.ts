/** Pages by person, over whatever rotations they held. */
import type { Day } from '../../time/wall.ts'
import type { Incident } from '../../model/incident.ts'
import type { Judgement } from './judge.ts'
import { median, timeToAcknowledge } from './times.ts'

/** The pages of one person, counted. */
export interface PersonPages {
  readonly pages: number
  /** Those about which they were paged. */
  readonly incidents: number
  readonly nightPages: number
  readonly nightsCovered: number
  readonly nightsInterrupted: number
  /** Clock hours of nights. */
  readonly sleepHours: number
  /** The median over those incidents that anybody acknowledged (ms); undefined where there is none. */
  readonly toAcknowledge: number | undefined
}

/** By the key of the person: all who held any of the rotations. A night on two rotations is one. */
export function tallyOf(judgements: readonly Judgement[]): Map<string, PersonPages> {
  const all = new Map<string, Gathered>()
  const of = (key: string): Gathered => {
    const known = all.get(key) ?? nothing()
    all.set(key, known)
    return known
  }
  for (const { pages, nights } of judgements) {
    for (const { who, incident, night } of pages) {
      const mine = of(who.key)
      mine.pages += 1
      if (night !== undefined) mine.nightPages += 1
      mine.incidents.add(incident)
    }
    for (const [key, { covered, interrupted, hours }] of nights) {
      const mine = of(key)
      for (const day of covered) mine.covered.add(day)
      for (const day of interrupted) mine.interrupted.add(day)
      for (const hour of hours) mine.hours.add(hour)
    }
  }
  return new Map([...all].map(([key, one]) => [key, counted(one)]))
}

interface Gathered {
  pages: number
  nightPages: number
  readonly incidents: Set<Incident>
  readonly covered: Set<Day>
  readonly interrupted: Set<Day>
  readonly hours: Set<string>
}

function nothing(): Gathered {
  return {
    pages: 0,
    nightPages: 0,
    incidents: new Set(),
    covered: new Set(),
    interrupted: new Set(),
    hours: new Set(),
  }
}

function counted(one: Gathered): PersonPages {
  return {
    pages: one.pages,
    incidents: one.incidents.size,
    nightPages: one.nightPages,
    nightsCovered: one.covered.size,
    nightsInterrupted: one.interrupted.size,
    sleepHours: one.hours.size,
    toAcknowledge: median([...one.incidents].flatMap((each) => timeToAcknowledge(each) ?? [])),
  }
}
