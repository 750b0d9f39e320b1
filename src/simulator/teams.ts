/** `/teams`: who belongs together. */
import type { Account, Team } from './account.ts'
import { Complaining, text, wrapped, type Json } from './fields.ts'
import { pageOf } from './page.ts'
import { links } from './reference.ts'
import type { Answer, Request } from './route.ts'

/** Answers `GET /teams`. */
export function listTeams(request: Request, account: Account): Answer {
  const query = request.query.get('query')?.toLowerCase() ?? ''
  const found = [...account.teams.values()].filter(({ name }) => name.toLowerCase().includes(query))
  const { items, paging } = pageOf(request, found)
  return { status: 200, body: { teams: items.map(showTeam), ...paging } }
}

/** Answers `POST /teams`. */
export function createTeam(request: Request, account: Account): Answer {
  const team = newTeam(account, wrapped(request.body, 'team'))
  account.teams.set(team.id, team)
  return { status: 201, body: { team: showTeam(team) } }
}

/** A team out of a body. */
export function newTeam(account: Account, body: Json): Team {
  const complain = new Complaining()
  const name = text(body['name'], 'team.name', complain, { min: 1, max: 100 })
  const description = text(body['description'] ?? '', 'team.description', complain, { max: 1024 })
  const isTaken = [...account.teams.values()].some((team) => team.name === name)
  if (isTaken) complain.about('team.name', 'has already been taken')
  complain.settle()
  return { id: account.newId('short'), name: name ?? '', description: description ?? '' }
}

function showTeam({ id, name, description }: Team): object {
  return {
    id,
    type: 'team',
    summary: name,
    name,
    description,
    default_role: 'manager',
    ...links(`teams/${id}`),
  }
}
