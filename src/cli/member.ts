/** `rotate member add`, `rotate member remove` */
import type { Instant } from '../time/instant.ts'
import { sayList } from '../time/list.ts'
import { applied } from '../model/apply.ts'
import type { AddPerson } from '../model/change.ts'
import { endOf, type Layer, type Rotation } from '../model/rotation.ts'
import type { Workspace } from '../model/workspace.ts'
import type { Proposal } from '../planning/proposal.ts'
import {
  planJoin,
  planLeave,
  together,
  rosterLayers,
  withoutTurns,
  type NoRosterEdit,
  type RosterAsked,
  type RosterEdit,
} from '../planning/roster.ts'
import { Failure } from '../io/failure.ts'
import type { Io } from '../io/io.ts'
import { clean } from '../views/clean.ts'
import { nameOf } from '../views/names.ts'
import { sayNoRoster, sayRoster, sayStaying } from '../views/roster.ts'
import { wrap } from '../views/wrap.ts'
import { personNamed, rotationNamed, unknownName } from './chosen.ts'
import { textOf, type Command, type Exit, type Input } from './command.ts'
import { flagsAgainst, joinerNamed, newcomer } from './newcomer.ts'
import { answering, TIMES } from './options.ts'
import { openForWriting, type Session } from './session.ts'
import { EDITS, editing, settle } from './settle.ts'
import { timeOf } from './times.ts'

const ACTIONS = ['add', 'remove'] as const

export const member: Command = {
  details: `add: comes just before the present holder, so after everybody else has had a
turn; --after names another place. remove: takes no more turns; stays among the
people. Both from the first handoff on that moves no turn under way, followers
included, or the first after --from or --at. Somebody new is asked for their
name, address and zone.

${EDITS}

${TIMES}`,
  arguments: [
    { name: '<action>', help: 'add or remove', offer: ACTIONS },
    { name: '<person>', help: 'who (an id)', offer: 'people' },
  ],
  options: [
    { flag: '--to <rotation>', help: 'which roster they join', offer: 'rotations' },
    {
      flag: '--from <rotation|time>',
      help: 'remove: of which roster (default: of all); add: from when',
    },
    { flag: '--layer <name>', help: 'which layer, where there are several' },
    { flag: '--after <person>', help: 'add: behind whom in the list', offer: 'people' },
    { flag: '--at <time>', help: 'remove: not before then' },
    { flag: '--name <name>', help: 'of somebody new' },
    { flag: '--email <address>', help: 'of somebody new' },
    { flag: '--timezone <zone>', help: 'of somebody new', offer: 'zones' },
    ...editing,
    ...answering,
  ],
  examples: [
    ['rotate member add erin --to primary', 'from the next handoff on'],
    ['rotate member add erin --to primary --from 2027-01-11 --after bob', 'then, and there'],
    ['rotate member remove bob --from primary --at 2027-03-01', 'his last turn begins before'],
  ],
  async run(input, io) {
    const session = await openForWriting(input, io)
    if (session === undefined) return 2
    const [action, who = ''] = input.words
    if (action === 'add' || action === 'remove') {
      refuseOthers(action, input)
      return action === 'add' ? add(who, input, io, session) : remove(who, input, io, session)
    }
    throw new Failure(`'${action}': expected add or remove`, 2)
  },
}

/** What an option of the one action would be in the other; undefined where it is nothing there. */
const ELSEWHERE = {
  add: { at: '--from' },
  remove: {
    to: '--from',
    after: undefined,
    name: undefined,
    email: undefined,
    timezone: undefined,
  },
} as const

/** An option of the other action would be left unheard: another date, or more rosters, than was meant. */
function refuseOthers(action: (typeof ACTIONS)[number], input: Input): void {
  for (const [name, instead] of Object.entries(ELSEWHERE[action])) {
    if (textOf(input, name) === undefined) continue
    const way = instead === undefined ? '' : `: write ${instead}`
    throw new Failure(`'rotate member ${action}' has no --${name}${way}`, 2)
  }
}

async function add(word: string, input: Input, io: Io, session: Session): Promise<Exit> {
  const { workspace, look } = session
  const to = textOf(input, 'to')
  if (to === undefined) {
    const known = [...workspace.rotations.values()]
      .filter((each) => each.follows === undefined && rosterLayers(each).length > 0)
      .map(({ id }) => id)
    throw new Failure(`to which rotation? --to names one of ${known.join(', ') || 'none'}`, 2)
  }
  const rotation = headNamed(to, session)
  const layer = layerOf(rotation, textOf(input, 'layer'))
  const from = await timeOf('from', input, look)
  const who = joinerNamed(word, session)
  const person = workspace.people.get(who)
  const idle = person === undefined ? [] : flagsAgainst(person, input)
  if (idle.length > 0) {
    const are = idle.length > 1 ? 'are' : 'is'
    const flags = sayList(idle, 'and')
    io.err.write(
      `'${clean(who)}' is among the people already: ${flags} ${are} left out (edit the file)\n`,
    )
  }
  const fresh = person !== undefined ? undefined : await newcomer(who, input, io, workspace)
  if (fresh === 'left') {
    io.err.write('Nothing was written.\n')
    return 1
  }
  const then = fresh === undefined ? workspace : applied(workspace, [fresh])
  const named = textOf(input, 'after')
  const asked = {
    person: who,
    rotation,
    layer,
    ...(from !== undefined && { from }),
    ...(named !== undefined && { after: personNamed(named, session) }),
  }
  const found = planJoin(then, asked, look.now)
  if ('no' in found) throw new Failure(sayNoRoster(found, asked, then, look), 2)
  return settle(
    {
      proposal: withNewcomer(found, fresh),
      headline: found.isDone ? '' : sayRoster('joins', found, asked, then, look),
      nothing: `Nothing to do: ${nameOf(then, who)} is a member of '${rotation.id}' already.`,
      json: { rotation: rotation.id, done: found.isDone },
    },
    { session, input, io },
  )
}

async function remove(word: string, input: Input, io: Io, session: Session): Promise<Exit> {
  const { workspace, look } = session
  const person = personNamed(word, session)
  const named = textOf(input, 'from')
  const head = named === undefined ? undefined : headNamed(named, session)
  const rotations = head === undefined ? rotationsOf(person, workspace, look.now) : [head]
  const staying = withoutTurns(workspace, person, look.now).filter(
    (rotation) => head === undefined || rotation === head,
  )
  const stays = sayStaying(person, staying, workspace)
  if (rotations.every((rotation) => rosterLayers(rotation).length === 0)) {
    const name = nameOf(workspace, person)
    const no =
      head === undefined ? `${name} is a member of no rotation` : `'${head.id}' has no roster`
    throw new Failure(staying.length > 0 ? stays : no, 2)
  }
  if (staying.length > 0) io.err.write(wrap(clean(`${stays}.`), look.width))
  const from = await timeOf('at', input, look)
  const name = textOf(input, 'layer')
  const plans = rotations.flatMap((rotation) =>
    layersWith(rotation, person, name).flatMap((layer) => {
      const asked = { person, rotation, layer, ...(from !== undefined && { from }) }
      const plan = leaving(asked, session)
      // Of all that they are in, what is over by then is nothing to leave.
      if ('no' in plan && plan.no === 'over' && head === undefined) return []
      if ('no' in plan) throw new Failure(sayNoRoster(plan, asked, workspace, look), 2)
      return [plan]
    }),
  )
  const proposal = together(plans.map(({ edit }) => edit))
  return settle(
    {
      proposal,
      headline: plans.map(({ headline }) => headline).join(''),
      nothing: `Nothing to do: ${nameOf(workspace, person)} ${plans.length === 0 ? 'takes no turns by then' : 'leaves already, on the date that stands there'}.`,
      json: { done: proposal.changes.length === 0 },
    },
    { session, input, io },
  )
}

function leaving(
  asked: RosterAsked,
  { workspace, look }: Session,
): { edit: RosterEdit; headline: string } | NoRosterEdit {
  const edit = planLeave(workspace, asked, look.now)
  if ('no' in edit) return edit
  const headline = edit.isDone ? '' : sayRoster('leaves', edit, asked, workspace, look)
  return { edit, headline }
}

function withNewcomer(edit: RosterEdit, fresh: AddPerson | undefined): Proposal {
  return fresh === undefined || edit.isDone ? edit : { ...edit, changes: [fresh, ...edit.changes] }
}

/** The rotation of that name, which must have turns of its own. */
function headNamed(word: string, session: Session): Rotation {
  const rotation = rotationNamed(word, session)
  if (rotation.follows !== undefined) {
    throw new Failure(
      `'${rotation.id}' follows '${rotation.follows}', whose roster it has: name that`,
      2,
    )
  }
  return rotation
}

function layerOf(rotation: Rotation, name: string | undefined): Layer {
  const layers = rosterLayers(rotation)
  if (name !== undefined) {
    const found = layers.find((layer) => layer.name === name)
    if (found !== undefined) return found
    throw unknownName(
      'layer',
      name,
      layers.map((layer) => layer.name),
    )
  }
  const [first, second] = layers
  if (first === undefined) {
    throw new Failure(`'${rotation.id}' has no roster in which people take turns: edit the file`, 2)
  }
  if (second === undefined) return first
  const names = layers.map((layer) => `'${layer.name}'`).join(', ')
  throw new Failure(`'${rotation.id}' has several layers: --layer names one of ${names}`, 2)
}

function layersWith(rotation: Rotation, person: string, name: string | undefined): Layer[] {
  if (name !== undefined) return [layerOf(rotation, name)]
  const layers = rosterLayers(rotation)
  const theirs = layers.filter(({ members }) =>
    members.some(({ people }) => people.includes(person)),
  )
  return theirs.length > 0 ? theirs : layers.slice(0, 1)
}

function rotationsOf(person: string, { rotations }: Workspace, now: Instant): Rotation[] {
  return [...rotations.values()].filter(
    (rotation) =>
      rotation.follows === undefined &&
      endOf(rotation) > now &&
      rosterLayers(rotation).some(({ members }) =>
        members.some(({ people }) => people.includes(person)),
      ),
  )
}
