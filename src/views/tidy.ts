/** `rotate tidy`: what goes, counted. */
import { sayList } from '../time/list.ts'
import type { Instant } from '../time/instant.ts'
import type { Change } from '../model/change.ts'
import { clean } from './clean.ts'
import { Clock } from './clock.ts'
import type { Look } from './look.ts'
import { wrap } from './wrap.ts'

/** `Over before Mon 31 Aug 04:12, and goes: 3 overrides and 2 absences. …` */
export function sayTidy(changes: readonly Change[], before: Instant, look: Look): string {
  const clock = new Clock(look)
  const gone = COUNTED.flatMap(([one, many, is]) => {
    const count = changes.reduce((sum, change) => sum + Number(is(change)), 0)
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`]
  })
  const when = clock.say(before)
  const goes = gone.length === 0 ? [] : [`Over before ${when}, and goes: ${sayList(gone, 'and')}.`]
  const starts = changes.flatMap((change) =>
    change.kind === 'move-start'
      ? [
          `${nameOfLayer(change)}: the first handoff is that of ${clock.say(change.start.instant)} now.`,
        ]
      : [],
  )
  const dates = changes.filter((change) => change.kind === 'edit-members' && !isEntry(change))
  const undated =
    dates.length === 0
      ? []
      : [
          dates.length === 1
            ? `1 member has come long ago, and needs no date.`
            : `${dates.length} members have come long ago, and need no dates.`,
        ]
  return [...goes, ...starts, ...undated].map((line) => wrap(clean(line), look.width)).join('')
}

function nameOfLayer({ rotation, layer }: Extract<Change, { kind: 'move-start' }>): string {
  return /^\d+$/.test(layer) ? rotation : `${rotation}, ${layer}`
}

function isEntry(change: Change): boolean {
  return change.kind === 'edit-members' && change.members.length === 0
}

/** What is counted, one and many, and which changes are such. */
const COUNTED: readonly (readonly [string, string, (change: Change) => boolean])[] = [
  ['override', 'overrides', ({ kind }) => kind === 'remove-override'],
  ['absence', 'absences', ({ kind }) => kind === 'remove-away' || kind === 'remove-recurring-away'],
  ['stand-in of a meeting', 'stand-ins of meetings', ({ kind }) => kind === 'remove-role-override'],
  ['entry of a roster', 'entries of rosters', isEntry],
  ['row of a table', 'rows of tables', ({ kind }) => kind === 'remove-row'],
]
