/** People and rotations, named for people. */
import { sayList } from '../time/list.ts'
import type { Rotation } from '../model/rotation.ts'
import type { Workspace } from '../model/workspace.ts'
import type { Shift } from '../timeline/shifts.ts'
import { clean } from './clean.ts'
import { unbroken } from './wrap.ts'

/** `Alice Lindqvist`; several joined by `and`; `nobody` where there is none. */
export function nameAll(workspace: Pick<Workspace, 'people'>, ids: readonly string[]): string {
  const names = ids.map((id) => nameOf(workspace, id))
  return sayNames(names)
}

/** `Alice and Bob`, `nobody` */
export function sayNames(names: readonly string[]): string {
  return sayList(names) || 'nobody'
}

/** `Alice Lindqvist`, or `Alice Lindqvist (alice2)` where another person has the same name. */
export function nameOf({ people }: Pick<Workspace, 'people'>, id: string): string {
  const name = people.get(id)?.name ?? id
  return sharedNames(people).has(name) ? `${name} (${id})` : name
}

/** The same for lines of a terminal: cleaned, and no name is broken (`wrap`, `table`). */
export function wholeNames(workspace: Pick<Workspace, 'people'>, ids: readonly string[]): string {
  return wholeList(ids.map((id) => nameOf(workspace, id)))
}

/** The same of names as they are shown; a line ends behind `and`, not before it. */
export function wholeList(names: readonly string[]): string {
  const [last, ...others] = names.map((name) => unbroken(clean(name))).reverse()
  if (last === undefined) return 'nobody'
  const [before, ...more] = others
  const rest = more.reverse().map((name) => `${name},`)
  return [...rest, ...(before === undefined ? [] : [`${before}${unbroken(' ')}and`]), last].join(
    ' ',
  )
}

/** The same of one. */
export function wholeName(workspace: Pick<Workspace, 'people'>, id: string): string {
  return unbroken(clean(nameOf(workspace, id)))
}

/** Asked for each line of a list, and the same for one workspace. */
const shared = new WeakMap<Workspace['people'], ReadonlySet<string>>()

function sharedNames(people: Workspace['people']): ReadonlySet<string> {
  let names = shared.get(people)
  if (names === undefined) {
    const all = [...people.values()].map(({ name }) => name)
    names = new Set(
      new Set(all).size === all.length ? [] : all.filter((name, i) => all.indexOf(name) !== i),
    )
    shared.set(people, names)
  }
  return names
}

/** `Infrastructure primary (primary)`, or the id alone where there is no other name. */
export function nameRotation({ id, name }: Rotation): string {
  return name === id ? id : `${name} (${id})`
}

/** Why somebody is on call: `Weekly, turn 3`, `override: holiday swap`, `Weekly, turn 3; erin for bob`. */
export function sayWhy(shift: Shift): string {
  return joined([sayTurn(shift), sayReason(shift)])
}

/** The same without what only the machinery needs to know: `India; erin for bob`, mostly nothing. */
export function sayBriefly(shift: Shift): string {
  return joined([sayPart(shift), sayReason(shift)])
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('; ')
}

/** `Weekly, turn 3`; empty where no layer has a say. */
export function sayTurn({ layer, turn }: Shift): string {
  return layer === null ? '' : `${sayLayer(layer.name)}, turn ${turn}`
}

/** Which part of a rotation it is, where it has several and they have names: `India`, else empty. */
export function sayPart({ rotation, layer }: Shift): string {
  return layer === null || rotation.layers.length < 2 || isNumber(layer.name) ? '' : layer.name
}

/** What overrides say: `override: holiday swap`, `erin for bob`. */
export function sayReason({ overrides }: Shift): string {
  const parts: string[] = []
  for (const { kind, people, insteadOf, why } of overrides) {
    const what =
      kind === 'add'
        ? `${people.join(', ')} added`
        : insteadOf === undefined
          ? 'override'
          : `${people.join(', ') || 'nobody'} for ${insteadOf}`
    parts.push(why === undefined ? what : `${what}: ${why}`)
  }
  return parts.join('; ')
}

/** A layer without a name is known by its number. */
export function sayLayer(name: string): string {
  return isNumber(name) ? `layer ${name}` : name
}

function isNumber(name: string): boolean {
  return /^\d+$/.test(name)
}
