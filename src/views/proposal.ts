/** A proposed edit: what speaks against it, what is wrong with it, and the same for programs. */
import { writeDay, writeUtc } from '../time/wall.ts'
import type { Change, NewMember } from '../model/change.ts'
import { wordsOfDays } from '../model/days.ts'
import { groupBy } from '../model/group.ts'
import type { Workspace } from '../model/workspace.ts'
import type { Trouble } from '../planning/proposal.ts'
import type { Unmeant } from '../planning/exchange.ts'
import type { WorkspaceDiff } from '../insight/diff.ts'
import { clean } from './clean.ts'
import { Clock } from './clock.ts'
import { differenceJson, type Json } from './json.ts'
import { sayLength } from './length.ts'
import type { Look } from './look.ts'
import { nameAll, wholeName } from './names.ts'

/**
 * A line each, to be broken between words: `Bob Okafor would be on call for primary and secondary at once, Mon 7 Dec 16:00 to Mon 14 Dec 16:00`. What
 * happens again and again, as with windows of every night, is one line.
 */
export function sayTroubles(
  troubles: readonly Trouble[],
  workspace: Workspace,
  look: Look,
): string[] {
  const clock = new Clock(look)
  const alike = groupBy(troubles, (one) => sentence(one, one.person, ''))
  return [...alike.values()].map((same) => {
    const [first, last] = [same[0], same.at(-1) ?? same[0]]
    const often = same.length === 1 ? '' : `${same.length} times, `
    const when = `${often}${clock.say(first.start)} to ${clock.say(last.end)}`
    return clean(sentence(first, wholeName(workspace, first.person), when))
  })
}

function sentence(trouble: Trouble, who: string, when: string): string {
  switch (trouble.kind) {
    case 'busy':
      return `${who} would be on call for ${trouble.rotations.join(' and ')} at once, ${when}`
    case 'away': {
      const why = trouble.why === undefined ? '' : ` (${trouble.why})`
      return `${who} is away${why}, ${when}`
    }
    case 'not-in-team':
      return `${who} is not in the team, ${when}`
    case 'rest': {
      const [first = '', second] = trouble.rotations
      const between = second === undefined ? `two shifts of ${first}` : `${first} and ${second}`
      const length = sayLength(trouble.end - trouble.start)
      return `${who} would have ${length} of rest between ${between}, ${when}; it should be ${sayLength(trouble.least)}`
    }
  }
}

/** Where the edited files would say something else than was meant: a mistake of ours, and nothing is written then. */
export function sayUnmeant(unmeant: readonly Unmeant[], workspace: Workspace, look: Look): string {
  const clock = new Clock(look)
  return unmeant
    .slice(0, MOST)
    .map(({ rotation, start, end, first, second }) => {
      const [is, wanted] = [first, second].map((ids) =>
        ids === undefined ? 'as before' : nameAll(workspace, ids),
      )
      return clean(
        `  ${rotation}, ${clock.say(start)} to ${clock.say(end)}: ${is}, and it was to be ${wanted}`,
      )
    })
    .map((line) => `${line}\n`)
    .join('')
}

/** Of a list, as much as anybody reads. */
const MOST = 8

/** What a program is told. */
export interface Proposed {
  readonly changes: readonly Change[]
  readonly diff: WorkspaceDiff | undefined
  readonly against: readonly Trouble[]
  readonly patch: string
  readonly written: readonly string[]
}

/** A proposed edit, as data: its changes, who is on call differently, and what speaks against it. */
export function proposalJson({ changes, diff, against, patch, written }: Proposed): {
  [key: string]: Json
} {
  return {
    changes: changes.flatMap(eachUse).map(changeJson),
    differences: (diff?.rotations ?? []).flatMap(({ id, stretches }) =>
      stretches.map((one) => ({ rotation: id, ...differenceJson(one, ['before', 'after']) })),
    ),
    against: against.map(troubleJson),
    patch,
    written,
  }
}

/** Something that speaks against an edit, as data. */
export function troubleJson(trouble: Trouble): Json {
  const { kind, person, start, end } = trouble
  return {
    kind,
    person,
    start: writeUtc(start),
    end: writeUtc(end),
    ...('rotations' in trouble && { rotations: trouble.rotations }),
  }
}

/** Of an override for several rotations, one for each. */
function eachUse(change: Change): Change[] {
  if (change.kind !== 'remove-override') return [change]
  const { kind, rotation, override, others = [] } = change
  return [{ rotation, override }, ...others].map((use) => ({ kind, ...use }))
}

function changeJson(change: Change): Json {
  switch (change.kind) {
    case 'add-override':
    case 'remove-override': {
      const { kind, people, insteadOf, start, end, why } = change.override
      return {
        kind: change.kind,
        rotation: change.rotation,
        [kind === 'add' ? 'add' : 'who']: people,
        ...(insteadOf !== undefined && { instead_of: insteadOf }),
        from: writeUtc(start),
        to: writeUtc(end),
        ...(why !== undefined && { why }),
      }
    }
    case 'edit-members': {
      const { kind, rotation, layer, at, how, members } = change
      return { kind, rotation, layer, at, how, members: members.map(memberJson) }
    }
    case 'add-away':
    case 'remove-away': {
      const { start, end, why } = change.away
      return {
        kind: change.kind,
        person: change.person,
        from: writeUtc(start),
        to: writeUtc(end),
        ...(why !== undefined && { why }),
      }
    }
    case 'remove-recurring-away': {
      const { days, from, until, why } = change.days
      return {
        kind: change.kind,
        person: change.person,
        days: wordsOfDays(days),
        ...(from !== undefined && { from: writeUtc(from.instant) }),
        ...(until !== undefined && { until: writeUtc(until.instant) }),
        ...(why !== undefined && { why }),
      }
    }
    case 'move-start':
      return {
        kind: change.kind,
        rotation: change.rotation,
        layer: change.layer,
        start: writeUtc(change.start.instant),
      }
    case 'remove-row':
      return { kind: change.kind, rotation: change.rotation, layer: change.layer }
    case 'add-role-override':
    case 'remove-role-override': {
      const { kind, meeting, role, override } = change
      const { person, first, last, why } = override
      return {
        kind,
        meeting,
        role,
        who: person ?? null,
        from: writeDay(first),
        to: writeDay(last),
        ...(why !== undefined && { why }),
      }
    }
    case 'add-person': {
      const { kind, id, name, email, timezone, pagerduty } = change
      return {
        kind,
        person: id,
        ...(name !== undefined && { name }),
        ...(email !== undefined && { email }),
        ...(timezone !== undefined && { timezone }),
        ...(pagerduty !== undefined && { pagerduty }),
      }
    }
  }
}

function memberJson({ people, from, until }: NewMember): Json {
  return {
    who: people,
    ...(from !== undefined && { from: writeUtc(from.instant) }),
    ...(until !== undefined && { until: writeUtc(until.instant) }),
  }
}
