/** `rotate away` */
import { applied } from '../model/apply.ts'
import { hitBy, LONG, planAway, planPause, rostersWith, type AwayAsked } from '../planning/away.ts'
import { heldWithin, planCover } from '../planning/cover.ts'
import type { Proposal } from '../planning/proposal.ts'
import { together } from '../planning/roster.ts'
import { Failure } from '../io/failure.ts'
import { sayList } from '../time/list.ts'
import { hitJson, sayAway, sayHit } from '../views/away.ts'
import { nameOf } from '../views/names.ts'
import { why, whyOf } from './author.ts'
import { personNamed } from './chosen.ts'
import { isOn, textOf, type Command, type Exit } from './command.ts'
import { askWhich, showCandidates } from './offer-cover.ts'
import { answering, TIMES } from './options.ts'
import { openForWriting, type Session } from './session.ts'
import { EDITS, editing, settle, type Asked } from './settle.ts'
import { intervalOf, stretchNamed } from './stretch.ts'

export const away: Command = {
  details: `Writes the absence; then, on a terminal, asks for each shift that it hits who
takes it, and elsewhere says what it hits. Nobody is taken off call by being
away: somebody else must take it. Meetings that they would lead are led by the
next in the list who is there. Days are the person's own, the last included.
Whoever is away for 60 days or more had better leave the roster and come
back in the same place ('until' and 'from'): it offers that, and --roster does it.

${EDITS}

${TIMES}`,
  arguments: [
    { name: '<person>', help: 'who is away (id or name)', offer: 'people' },
    {
      name: '<days...>',
      help: "when: tomorrow, next week, 2026-12-24..2027-01-03, 'noon..friday 18:00'",
    },
  ],
  options: [
    why,
    { flag: '--roster', help: 'also leave the rosters, and come back in the same place' },
    ...editing,
    ...answering,
  ],
  examples: [
    ['rotate away alice 2026-12-21..2027-01-03 --why "summer in Chile"', 'a holiday'],
    ['rotate away me tomorrow --why ill', 'and who takes what I have?'],
    ['rotate away alice 2027-02-01..2027-06-30 --roster --yes', 'parental leave'],
  ],
  async run(input, io) {
    const session = await openForWriting(input, io)
    if (session === undefined) return 2
    const { workspace, look } = session
    const id = personNamed(input.words[0] ?? '', session)
    const person = workspace.people.get(id)
    if (person === undefined) throw new Failure(`unknown person '${id}'`, 2)
    const days = input.words.slice(1).join(' ')
    const reason = textOf(input, 'why')
    const asked: AwayAsked = {
      person: id,
      ...intervalOf(await stretchNamed(days, 'days', look), person.zone),
      ...(reason !== undefined && { why: reason }),
    }
    const settled = { session, input, io }
    const proposal = planAway(workspace, asked)
    const whole = await withRoster(proposal, asked, settled)
    const then = applied(workspace, whole.changes)
    const hit = hitBy(workspace, then, asked, look.now)
    const exit = await settle(
      {
        proposal: whole,
        headline: sayAway(asked, workspace, look),
        nothing: `Nothing to write: the file says so already.`,
        json: hitJson(hit),
      },
      settled,
    )
    if (exit !== 0 || isOn(input, 'json')) return exit
    const isAsking = io.canAsk && !isOn(input, 'yes') && !isOn(input, 'dryRun')
    if (isAsking && hit.held.length > 0) return offerCovers(asked, settled)
    io.out.write(`\n${sayHit(hit, asked, workspace, look)}`)
    return 0
  },
}

/** For a long absence also the roster, where that is wanted. */
async function withRoster(
  proposal: Proposal,
  asked: AwayAsked,
  { session: { workspace, look }, input, io }: Asked,
): Promise<Proposal> {
  const isLong = asked.end - asked.start >= LONG
  const isWanted = isOn(input, 'roster')
  if (!isLong && !isWanted) return proposal
  const rosters = rostersWith(workspace, asked.person, look.now)
  const edits = rosters.flatMap((one) => planPause(workspace, asked, one, look.now) ?? [])
  if (edits.length === 0) return proposal
  if (!isWanted) {
    const ids = sayList([...new Set(rosters.map(({ rotation }) => rotation.id))], 'and')
    const name = nameOf(workspace, asked.person)
    const question = `That is long: ${name} could leave the roster of ${ids} and come back in the same place`
    if (!io.canAsk || isOn(input, 'yes') || isOn(input, 'json')) {
      io.err.write(`${question} (--roster does that).\n`)
      return proposal
    }
    const answer = await io.ask(`${question}. Write that too? [y/N] `)
    if (answer === undefined || !/^y(es)?$/i.test(answer)) return proposal
  }
  const all = together(edits)
  return { ...all, changes: [...proposal.changes, ...all.changes] }
}

/** Asks for each rotation who takes what they hold; each is written before the next is asked. */
async function offerCovers(asked: AwayAsked, { input, io }: Asked): Promise<Exit> {
  const { person, start, end } = asked
  const left = new Set<string>()
  for (;;) {
    const session = await openForWriting(input, io)
    if (session === undefined) return 2
    const cover = coverOf(
      session,
      person,
      { start, end },
      left,
      whyOf(input, session, `cover for ${person}`),
    )
    const held = heldWithin(cover, session.look.now)
    if (held.length === 0) return 0
    io.out.write('\n')
    const candidates = showCandidates(cover, held, session, io)
    const chosen = await askWhich(candidates, cover, session, io)
    const id = cover.rotations[0]?.id ?? ''
    left.add(id)
    if (chosen === undefined) continue
    const proposal = planCover(session.workspace, cover, chosen, session.look.now)
    await settle({ proposal, headline: '', nothing: 'Nothing to do.' }, { session, input, io })
  }
}

/** The first rotation in which there is something left to cover. */
function coverOf(
  { workspace, look }: Session,
  person: string,
  within: { start: number; end: number },
  left: ReadonlySet<string>,
  reason: string,
): Parameters<typeof heldWithin>[0] {
  const rotations = [...workspace.rotations.values()].filter(({ id }) => !left.has(id))
  const asked = { person, within, why: reason, rotations }
  const [first] = heldWithin(asked, look.now)
  return { ...asked, rotations: first === undefined ? [] : [first.rotation] }
}
