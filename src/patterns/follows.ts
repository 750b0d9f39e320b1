/** Rotations of one order, some turns apart, as one that is written and others that follow it. */
import type { Rotation } from '../model/rotation.ts'
import { compare } from '../timeline/compare.ts'
import { timelineOf } from '../timeline/rotation.ts'
import type { Found } from './find.ts'
import { joinedDifferences, overrideOf } from './left-over.ts'

/** What was found, with as many as can be as followers, also of rotations that are `there`; each still says what it said. */
export function following(all: readonly Found[], there: readonly Rotation[] = []): Found[] {
  const found = [...all]
  // A secondary follows the primary, whichever of the two is named first.
  const order = [...found.keys()].sort(
    (a, b) => Number(isSecond(found[a])) - Number(isSecond(found[b])),
  )
  const leaders: number[] = []
  const known = there.filter(
    ({ layers, follows, end }) => layers.length === 1 && follows === undefined && end === undefined,
  )
  for (const place of order) {
    const one = found[place]
    if (one === undefined) continue
    const own = leaders.flatMap((leader) => found[leader]?.rotation ?? [])
    const ways = [...own, ...known].flatMap((leader) => asFollower(one, leader))
    const [best] = ways.sort((a, b) => a.overrides.length - b.overrides.length || near(a) - near(b))
    if (best !== undefined) found[place] = { ...one, rotation: best }
    else if (one.kind === 'pattern' && one.rotation.layers.length === 1) leaders.push(place)
  }
  return found
}

function near({ ahead }: Rotation): number {
  return Math.abs(ahead) * 2 - Number(ahead > 0)
}

function isSecond(found: Found | undefined): boolean {
  return /\b(secondary|tertiary|backup|shadow|second|third)\b/i.test(found?.rotation.name ?? '')
}

/** Ways in which a rotation can follow another without more overrides than it has. */
function asFollower({ kind, rotation, within }: Found, leader: Rotation): Rotation[] {
  const [own, more] = rotation.layers
  const [its] = leader.layers
  const isAlike =
    kind === 'pattern' &&
    own !== undefined &&
    its !== undefined &&
    more === undefined &&
    own.turn.count < Infinity &&
    own.end?.instant === its.end?.instant &&
    JSON.stringify([own.turn, own.during]) === JSON.stringify([its.turn, its.during]) &&
    peopleIn(own.members).every((id) => peopleIn(its.members).includes(id))
  if (!isAlike) return []
  const shown = timelineOf(rotation, within)
  const most = Math.min(its.members.length - 1, 4)
  const steps = Array.from({ length: most }, (_, i) => [i + 1, -(i + 1)]).flat()
  return steps.flatMap((ahead) => {
    const follower: Rotation = {
      ...rotation,
      zone: leader.zone,
      layers: leader.layers,
      ahead,
      follows: leader.id,
      overrides: [],
    }
    const left = joinedDifferences(compare(timelineOf(follower, within), shown, within))
    if (left.length > rotation.overrides.length) return []
    return [{ ...follower, overrides: left.map(overrideOf) }]
  })
}

function peopleIn(members: readonly { readonly people: readonly string[] }[]): string[] {
  return members.flatMap(({ people }) => people)
}
