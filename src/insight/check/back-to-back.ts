/** `back-to-back`: somebody holds two turns of one rotation in a row, although its roster has others. */
import { intersection, type Interval } from '../../time/interval.ts'
import type { Layer, Rotation } from '../../model/rotation.ts'
import { patternOf } from '../../timeline/layer.ts'
import { timelineOf, turnsWithin } from '../../timeline/rotation.ts'
import { firstEndingAfter } from '../../timeline/span.ts'
import { groupBy } from '../../model/group.ts'
import type { Rule } from './rule.ts'
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
      const runs = runsIn(rotation, whole).filter(({ end }) => end > within.start)
      return [...groupBy(runs, ({ layer, person }) => `${layer.name} ${person}`)].flatMap(
        ([, same]) => {
          const { person, layer } = same[0]
          const zone = workspace.people.get(person)?.zone ?? rotation.zone
          const said = sayStretches(same, zone)
          if (said === undefined) return []
          return {
            message: `'${person}' holds several turns of '${rotation.id}' in a row, ${said.words}, although its roster has others: put somebody between them in the order, or let somebody else take one`,
            place:
              layer.members.find(({ people }) => people.includes(person))?.place ?? layer.place,
            rotation: rotation.id,
            people: [person],
            start: said.start,
            end: said.end,
          }
        },
      )
    }),
}

/** Turns in a row of one layer, held by one person. */
interface Run extends Interval {
  readonly layer: Layer
  readonly person: string
}

/** Who has the greater part of a turn, as far as it can be seen. */
interface HeldTurn extends Interval {
  readonly layer: Layer
  readonly turn: number
  readonly holders: ReadonlySet<string>
  /** Whether an entry could have held it in which a person is not. */
  readonly hasOthers: (person: string) => boolean
  readonly overridden: boolean
}

function runsIn(rotation: Rotation, within: Interval): Run[] {
  const runs: Run[] = []
  for (const [layer, turns] of groupBy(heldTurns(rotation, within), (turn) => turn.layer)) {
    const people = new Set(turns.flatMap(({ holders }) => [...holders]))
    for (const person of people) {
      let run: HeldTurn[] = []
      const close = (): void => {
        const [first, last] = [run[0], run.at(-1)]
        // What the order itself does is said of the rotation that is followed; its followers have the same order.
        const news = rotation.follows === undefined || run.some(({ overridden }) => overridden)
        if (first !== undefined && last !== undefined && run.length > 1 && news)
          runs.push({ layer, person, start: first.start, end: last.end })
        run = []
      }
      for (const turn of turns) {
        if (turn.turn !== (run.at(-1)?.turn ?? turn.turn - 1) + 1) close()
        if (turn.holders.has(person) && turn.hasOthers(person)) run.push(turn)
        else close()
      }
      close()
    }
  }
  return runs.sort((a, b) => a.start - b.start)
}

function othersAt({ ahead }: Rotation, layer: Layer, turn: number): HeldTurn['hasOthers'] {
  const entries = patternOf(layer)
    .roster.at(turn + ahead)
    .filter(({ people }) => people.length > 0)
  // Those who stand in all entries.
  const alone = new Set(entries[0]?.people)
  for (const { people } of entries) {
    if (alone.size === 0) break
    const here = new Set(people)
    for (const id of alone) if (!here.has(id)) alone.delete(id)
  }
  return (person) => entries.length > 0 && !alone.has(person)
}

/** The turns of a rotation in order, with those who hold more than half of what is seen of each. */
function heldTurns(rotation: Rotation, within: Interval): HeldTurn[] {
  const timeline = timelineOf(rotation, within)
  const pieces = groupBy(
    turnsWithin(rotation, within),
    ({ layer, turn }) => `${layer?.name} ${turn}`,
  )
  return [...pieces.values()].flatMap((seen) => {
    const { layer, turn, start } = seen[0]
    if (layer === null || turn === null) return []
    const times = new Map<string, number>()
    let whole = 0
    let overridden = false
    for (const piece of seen) {
      whole += piece.end - piece.start
      for (let i = firstEndingAfter(timeline, piece.start); i < timeline.length; i += 1) {
        const span = timeline[i]
        const part = span && intersection(span, piece)
        if (span === undefined || part === undefined) break
        overridden ||= span.overrides.length > 0
        for (const id of span.people) times.set(id, (times.get(id) ?? 0) + part.end - part.start)
      }
    }
    const most = [...times].filter(([, time]) => time > whole / 2).map(([id]) => id)
    const holders = new Set(most)
    const hasOthers = othersAt(rotation, layer, turn)
    return { layer, turn, start, end: seen.at(-1)?.end ?? start, holders, hasOthers, overridden }
  })
}
