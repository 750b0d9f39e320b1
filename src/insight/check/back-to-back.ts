/** `back-to-back`: somebody holds two turns of one rotation in a row, although its roster has others. */
import type { Interval } from '../../time/interval.ts'
import { quoteList } from '../../time/list.ts'
import { groupBy } from '../../model/group.ts'
import type { Layer, Rotation } from '../../model/rotation.ts'
import type { Workspace } from '../../model/workspace.ts'
import { heldTurns, type HeldTurn } from './layers/held-turns.ts'
import type { Finding, Rule } from './rule.ts'
import { sayStretches } from './shifts/stretches.ts'

export const backToBack: Rule = {
  name: 'back-to-back',
  severity: 'warning',
  summary: 'Somebody holds two turns of one rotation in a row although its roster has others.',
  wrong: `
people: { alice: {}, bob: {} }
rotations:
  primary: { start: 2026-11-30, turn: 1 week, members: [alice, alice, bob] }
`,
  right: `
people: { alice: {}, bob: {} }
rotations:
  primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob] }
`,
  check: ({ workspace, rotations, within }) =>
    rotations.flatMap(({ rotation, shifts }) => {
      // Whole turns, so that it can be said who has the greater part of each.
      const last = shifts.at(-1)?.end ?? within.end
      const whole = {
        start: Math.min(within.start, shifts[0]?.start ?? within.start),
        end: last === Infinity ? within.end : Math.max(within.end, last),
      }
      const turns = heldTurns(rotation, whole)
      // What the order itself does is said of the rotation that is followed; its followers have the same order.
      const runs = [...runsIn(turns), ...passesIn(rotation, turns)].filter(
        ({ end, isOverridden }) =>
          end > within.start && (rotation.follows === undefined || isOverridden),
      )
      runs.sort((a, b) => a.start - b.start)
      return [...groupBy(runs, keyOf).values()].flatMap(
        (same) => findingOf(rotation, same, workspace) ?? [],
      )
    }),
}

/** Turns in a row, held by one person: of one layer, or one of a layer and then one of another. */
interface Run extends Interval {
  readonly layers: readonly [Layer, ...Layer[]]
  readonly person: string
  readonly isOverridden: boolean
}

/** However they pass from layer to layer, that is one matter of who is first in which list. */
function keyOf({ layers: [layer, other], person }: Run): string {
  return `${other === undefined ? layer.name : ''}/${person}`
}

function findingOf(
  rotation: Rotation,
  runs: readonly [Run, ...Run[]],
  workspace: Workspace,
): Finding | undefined {
  const [{ person, layers }] = runs
  const [layer, other] = layers
  const zone = workspace.people.get(person)?.zone ?? rotation.zone
  const said = sayStretches(runs, zone)
  if (said === undefined) return undefined
  const message =
    other === undefined
      ? `'${person}' holds several turns of '${rotation.id}' in a row, ${said.words}, although its roster has others: put somebody between them in the order, or let somebody else take one`
      : `'${person}' goes from a turn of one layer of '${rotation.id}' straight into one of another (${quoteList([layer.name, other.name])}), ${said.words}, although there are others: turn the order of one of the layers, or let somebody else take one`
  const where = other ?? layer
  return {
    message,
    place: where.members.find(({ people }) => people.includes(person))?.place ?? where.place,
    rotation: rotation.id,
    people: [person],
    start: said.start,
    end: said.end,
  }
}

/** Two turns and more in a row of one layer. */
function runsIn(turns: readonly HeldTurn[]): Run[] {
  return [...groupBy(turns, ({ layer }) => layer)].flatMap(([layer, all]) => {
    const runs: Run[] = []
    const open = new Map<string, HeldTurn[]>()
    const close = (person: string): void => {
      const run = open.get(person) ?? []
      const [first, last] = [run[0], run.at(-1)]
      if (first === undefined || last === undefined || run.length < 2) return
      const isOverridden = run.some(({ overridden }) => overridden)
      runs.push({ layers: [layer], person, start: first.start, end: last.end, isOverridden })
    }
    for (const turn of all) {
      for (const person of turn.holders) {
        if (!turn.hasOthers(person)) continue
        const run = open.get(person)
        if (run?.at(-1)?.turn === turn.turn - 1) {
          run.push(turn)
        } else {
          close(person)
          open.set(person, [turn])
        }
      }
    }
    for (const person of open.keys()) close(person)
    return runs
  })
}

/** From a turn of one layer into a turn of another. */
function passesIn({ layers }: Rotation, turns: readonly HeldTurn[]): Run[] {
  if (layers.length < 2) return []
  const height = new Map(layers.map((layer, i) => [layer, i]))
  const heightOf = (turn: HeldTurn): number => height.get(turn.layer) ?? 0
  const beginning = groupBy(turns, ({ start }) => start)
  const seen = turns.reduce((last, { end }) => Math.max(last, end), -Infinity)
  return turns.flatMap((turn) =>
    (beginning.get(turn.end) ?? []).flatMap((next) => {
      // What comes after the last is not known.
      if (next.layer === turn.layer || next.end >= seen) return []
      if (!isRegular(turn.layer) || !isRegular(next.layer)) return []
      const onTop = heightOf(next) > heightOf(turn)
      if (!follows(turn, next) && !(onTop && next.end >= turn.own.end)) return []
      // Somebody else could have it who is not on call just before or after it.
      const after = (beginning.get(next.end) ?? []).flatMap(({ holders }) => [...holders])
      const busy = new Set([...turn.holders, ...after])
      if (next.entries.every(({ people }) => people.some((id) => busy.has(id)))) return []
      const both = [...turn.holders].filter((person) => next.holders.has(person))
      return both.map((person): Run => ({
        layers: [turn.layer, next.layer],
        person,
        start: turn.start,
        end: next.end,
        isOverridden: turn.overridden || next.overridden,
      }))
    }),
  )
}

/** Whether one turn begins when the other is over: they do not go on beside each other, as days and nights do. */
function follows({ own }: HeldTurn, next: HeldTurn): boolean {
  return next.own.start >= own.end
}

/** Whether it is active week by week: whose turn a holiday is comes as it comes. */
function isRegular({ during }: Layer): boolean {
  return during.every(({ lists, monthDays }) => lists.length + monthDays.length === 0)
}
