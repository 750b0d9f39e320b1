/** How a meeting differs, in lines. */
import type { MeetingDiff, OccurrenceDiff } from '../insight/diff-meetings.ts'
import type { Workspace } from '../model/workspace.ts'
import type { Clock } from './clock.ts'
import { nameOf } from './names.ts'

interface Shown {
  readonly everybody: Pick<Workspace, 'people'>
  readonly most: number
}

/** What stands behind its name, and the lines below. `nameFor` makes a name harmless for where it goes. */
export function sayMeetingDiff(
  { change, occurrences, comes, leaves }: MeetingDiff,
  shown: Shown,
  clock: Clock,
  nameFor: (name: string) => string,
): { readonly title: string; readonly items: readonly string[] } {
  if (change !== 'changed') return { title: change === 'added' ? ': new' : ': deleted', items: [] }
  const name = (id: string | null): string =>
    id === null ? 'nobody' : nameFor(nameOf(shown.everybody, id))
  const past = occurrences.filter(({ when }) => when === 'past').length
  const ahead = occurrences.filter(({ when }) => when !== 'past')
  const items = ahead.slice(0, shown.most).map((one) => sayOccurrence(one, clock, name))
  const left = ahead.length - items.length
  if (left > 0) items.push(`and ${left} more (--all shows them)`)
  if (past > 0) items.push(`${past} in the past ${past === 1 ? 'differs' : 'differ'} too`)
  for (const { person, count, first } of comes)
    items.push(`${name(person)} comes now, ${times(count)} from ${clock.say(first)} on`)
  for (const { person, count, first } of leaves)
    items.push(`${name(person)} no longer comes, ${times(count)} from ${clock.say(first)} on`)
  return { title: '', items }
}

function sayOccurrence(
  { kind, role, before, after }: OccurrenceDiff,
  clock: Clock,
  name: (id: string | null) => string,
): string {
  const at = clock.say((before ?? after)?.start ?? 0)
  switch (kind) {
    case 'added':
      return `${at}: held now`
    case 'dropped':
      return `${at}: no longer held`
    case 'moved':
      return after === undefined || before?.start === after.start
        ? `${at}: another length`
        : `${at}: moved to ${clock.say(after.start)}`
    case 'chair':
      return `${at}: ${name(after?.chair ?? null)} chairs instead of ${name(before?.chair ?? null)}`
    case 'role': {
      const [was, is] = [before, after].map((one) => name(one?.roles.get(role ?? '') ?? null))
      return `${at}: ${is} is ${role} instead of ${was}`
    }
  }
}

function times(count: number): string {
  return count === 1 ? 'once,' : `${count} times`
}
