/** `never-on-call`: a member of a roster who never gets a turn, or whose turns nobody ever sees. */
import { DAY } from '../../time/instant.ts'
import { quoteList } from '../../time/list.ts'
import { ownLayers, type Layer, type Member, type Rotation } from '../../model/rotation.ts'
import { patternOf } from '../../timeline/layer.ts'
import { turnsWithin } from '../../timeline/rotation.ts'
import { isSeen } from './layers/seen.ts'
import type { Facts, Rule } from './rule.ts'

/** How many times the order goes round before it is believed that somebody never has a turn. */
const ROUNDS = 3

export const neverOnCall: Rule = {
  name: 'never-on-call',
  severity: 'warning',
  summary: 'A member of a roster never gets a turn.',
  wrong: `
people: { alice: {}, bob: {}, carol: {} }
rotations:
  primary:
    start: 2026-11-30
    turn: 1 week
    members: [alice, bob, { who: carol, from: 2026-12-08, until: 2026-12-10 }]
`,
  right: `
people: { alice: {}, bob: {}, carol: {} }
rotations:
  primary:
    start: 2026-11-30
    turn: 1 week
    members: [alice, bob, { who: carol, from: 2026-12-07 }]
`,
  check: (facts) =>
    facts.rotations.flatMap(({ rotation }) =>
      ownLayers(rotation).flatMap((layer) =>
        idleMembers(rotation, layer, facts).map(({ member, why }) => ({
          message: `${quoteList(member.people)} ${member.people.length > 1 ? 'stand in the roster of' : 'stands in the roster of'} '${rotation.id}' without ever getting a turn: ${why}`,
          place: member.place,
          rotation: rotation.id,
          people: member.people,
        })),
      ),
    ),
}

interface Idle {
  readonly member: Member
  readonly why: string
}

function idleMembers(rotation: Rotation, layer: Layer, { now, within }: Facts): Idle[] {
  // Who has left is another thing, unless they had left before the first turn.
  const dated = layer.members.filter(
    ({ people, until }) =>
      people.length > 0 &&
      ((until?.instant ?? Infinity) > now || (until?.instant ?? 0) <= layer.start.instant),
  )
  if ((layer.end?.instant ?? Infinity) <= now) return []
  const holders = holdersOf(layer)
  const waiting = dated.filter((member) => !holders.has(member))
  const never = waiting.map((member) => ({ member, why: sayDates(member, layer) }))
  // Windows on listed days or days of the month are few, so that whole rounds may go by before everybody had one.
  const regular = layer.during.every(({ weekdays }) => weekdays !== 0)
  if (!regular || !isSeen(rotation, layer, within)) return never
  const always = dated.filter(
    (member) => holders.has(member) && member.from === undefined && !member.until,
  )
  const hidden = hiddenOf(always, rotation, layer, Math.max(now, layer.start.instant))
  return [
    ...never,
    ...hidden.map((member) => ({
      member,
      why: `each of their turns falls where the windows are closed or another layer lies on top; 'turn: 1 shift' makes a turn of each opening`,
    })),
  ]
}

/** The members who hold any turn: within one round after each date of the roster everybody who takes part has one. */
function holdersOf(layer: Layer): Set<Member> {
  const { turns, roster } = patternOf(layer)
  const { members } = layer
  const end = layer.end?.instant ?? Infinity
  const dates = members.flatMap(({ from, until }) => [from, until])
  const cuts = dates.flatMap((date) =>
    date === undefined ? [] : Math.max(0, turns.at(date.instant)),
  )
  const holders = new Set<Member>()
  let turn = 0
  for (const cut of [0, ...cuts].sort((a, b) => a - b)) {
    for (turn = Math.max(turn, cut); turn <= cut + members.length + 1; turn += 1) {
      if (turns.startOf(turn) >= end || holders.size === members.length) return holders
      const holder = roster.holderOf(turn)
      if (holder !== undefined) holders.add(holder)
    }
  }
  return holders
}

/** Those of some members who are never seen in the rotation while the order goes round a few times, before and after an instant. */
function hiddenOf(
  members: readonly Member[],
  rotation: Rotation,
  layer: Layer,
  at: number,
): readonly Member[] {
  const { turns, roster } = patternOf(layer)
  const round = layer.members.length
  const first = Math.max(0, turns.at(at) - round * ROUNDS)
  const last = Math.min(layer.end?.instant ?? Infinity, at + 3650 * DAY)
  // A layer that is over before everybody had a turn is another mistake, which dates tell.
  if (turns.startOf(first + round * 2) > last) return []
  let hidden = members
  // Mostly everybody is seen in the first round.
  for (let turn = first; hidden.length > 0 && turn < first + round * ROUNDS * 2; turn += round) {
    const within = { start: turns.startOf(turn), end: Math.min(turns.startOf(turn + round), last) }
    if (within.start >= last) break
    const seen = new Set<Member | undefined>()
    for (const span of turnsWithin(rotation, within))
      if (span.layer === layer && span.turn !== null) seen.add(roster.holderOf(span.turn))
    hidden = hidden.filter((member) => !seen.has(member))
  }
  return hidden
}

function sayDates({ from, until }: Member, { start, end }: Layer): string {
  if (until !== undefined && until.instant <= start.instant)
    return `the first turn begins after their 'until'`
  if (from !== undefined && until !== undefined)
    return `no turn of theirs begins between 'from' and 'until'`
  if (end !== undefined) return `the layer ends before it is their turn`
  return `no turn of theirs begins after 'from' or before 'until'`
}
