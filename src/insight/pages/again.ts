/** What rang again: incidents of one service whose titles differ in digits and case alone. */
import type { Instant } from '../../time/instant.ts'
import { groupBy } from '../../model/group.ts'
import type { Incident, Note } from '../../model/incident.ts'

/** An alert that came again and again. */
export interface Again {
  /** The title of the latest, each number in it as `#`. */
  readonly title: string
  readonly service: Incident['service']
  /** In order of their creation: two or more. */
  readonly incidents: readonly Incident[]
}

/** What was noted about an incident that has the same key. */
export interface Earlier {
  readonly key: string
  readonly created: Instant
  readonly note: Note
}

/** What incidents have in common that are one alert; by the name of the service, which earlier reports have. */
export function alertKey({ title, service }: Pick<Incident, 'title' | 'service'>): string {
  return `${service.name} ${withoutDigits(title).toLowerCase()}`
}

/** `Disk full on backup-#`: each number is one sign. */
export function withoutDigits(title: string): string {
  return title.replaceAll(/\p{Nd}+/gu, '#').trim()
}

/** The groups of two or more among incidents, the greatest first, then the one that rang last. */
export function againOf(incidents: readonly Incident[]): Again[] {
  const sorted = [...incidents].sort((a, b) => a.created - b.created || a.number - b.number)
  return [...groupBy(sorted, alertKey).values()]
    .flatMap((all): Again[] => {
      const last = all.at(-1)
      if (last === undefined || all.length < 2) return []
      return [{ title: withoutDigits(last.title), service: last.service, incidents: all }]
    })
    .sort(
      (a, b) =>
        b.incidents.length - a.incidents.length ||
        (b.incidents.at(-1)?.created ?? 0) - (a.incidents.at(-1)?.created ?? 0),
    )
}

/** The last note of the latest incident before the last of a group that has one; undefined where none has. */
export function noteBefore({ incidents }: Again, earlier: readonly Earlier[]): Note | undefined {
  const last = incidents.at(-1)
  if (last === undefined) return undefined
  const key = alertKey(last)
  let found: Earlier | undefined
  for (const one of earlier) {
    if (one.key !== key || one.created >= last.created) continue
    if (found === undefined || one.created > found.created) found = one
  }
  return found?.note
}
