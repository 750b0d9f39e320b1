/** `rotate swap`: who gives what to whom, and why there is nothing to trade. */
import type { Workspace } from '../model/workspace.ts'
import type { Held } from '../planning/held.ts'
import type { NoSwap, SwapAsked } from '../planning/swap.ts'
import { clean } from './clean.ts'
import { Clock } from './clock.ts'
import type { Look } from './look.ts'
import { nameAll, nameOf, wholeName } from './names.ts'
import { wrap } from './wrap.ts'

type Two = Pick<SwapAsked, 'a' | 'b' | 'rotation'>

/** `primary: Bob Okafor takes Mon 7 Dec 16:00 to Mon 14 Dec 16:00 of Alice Lindqvist's, and …` */
export function saySwap(
  { given, taken }: { readonly given: Held; readonly taken: Held },
  { a, b, rotation }: Two,
  workspace: Workspace,
  look: Look,
): string {
  const clock = new Clock(look)
  const [first, second] = [wholeName(workspace, a), wholeName(workspace, b)]
  const when = ({ start, end }: Held): string => `${clock.say(start)} to ${clock.say(end)}`
  const said = `${rotation.id}: ${second} takes ${when(given)} from ${first}, and ${first} takes ${when(taken)} from ${second}.`
  return wrap(clean(said), look.width)
}

/** What to do about it is said too. */
export function sayNoSwap(why: NoSwap, two: Two, workspace: Workspace, look: Look): string {
  const { rotation } = two
  const clock = new Clock(look)
  const name = (id: string): string => nameOf(workspace, id)
  switch (why.no) {
    case 'not-on-call': {
      const flag = why.person === two.a ? '--at' : '--with'
      return `${name(why.person)} is not on call for '${rotation.id}' on ${clock.say(why.at)}, ${nameAll(workspace, why.people)} is: ${flag} takes a time in a turn of ${name(why.person)}'s ('rotate shifts --person ${why.person}' lists them)`
    }
    case 'over':
      return `the turn of ${name(why.person)}'s on ${clock.say(why.at)} is over`
    case 'no-turn':
      return `${name(why.person)} has no turn of '${rotation.id}' to come that could be traded: 'rotate cover' finds somebody who takes one`
    case 'no-end':
      return `${name(why.person)} holds '${rotation.id}' without an end, which cannot be traded: 'rotate cover ${why.person} --on ...' finds somebody for some days`
    case 'together':
      return `${name(two.a)} and ${name(two.b)} are on call for '${rotation.id}' together on ${clock.say(why.at)}: there is nothing to trade`
  }
}
