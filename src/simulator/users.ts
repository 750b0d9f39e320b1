/** `/users`: the people of the account, and the fuzzy search for them. */
import type { Account, User } from './account.ts'
import { Complaining, text, wrapped, zone, type Json } from './fields.ts'
import { pageOf } from './page.ts'
import type { Readings } from './readings.ts'
import { links, teamReference } from './reference.ts'
import { invalid, notFound } from './refusal.ts'
import { param, type Answer, type Request } from './route.ts'

/** Answers `GET /users`. */
export function listUsers(request: Request, account: Account): Answer {
  const query = request.query.get('query')
  const teams = request.query.getAll('team_ids[]')
  const found = [...account.users.values()]
    .filter(
      (user) =>
        (query === null || isNear(user, query, account.readings)) &&
        (teams.length === 0 || user.teams.some((team) => teams.includes(team))),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  const { items, paging } = pageOf(request, found)
  return { status: 200, body: { users: items.map((user) => showUser(account, user)), ...paging } }
}

/** Answers `POST /users`. */
export function createUser(request: Request, account: Account): Answer {
  if (request.from === undefined) throw invalid({ From: ['header is required'] })
  const user = newUser(account, wrapped(request.body, 'user'))
  account.users.set(user.id, user)
  return { status: 201, body: { user: showUser(account, user) } }
}

/** Answers `GET /users/{id}`. */
export function getUser(request: Request, account: Account): Answer {
  return { status: 200, body: { user: showUser(account, userIn(request, account)) } }
}

/** Whose token it is. A token of the account is nobody's. */
export function getMe(_request: Request, account: Account): Answer {
  const user = account.users.get(account.me() ?? '')
  if (user === undefined) throw invalid({ token: ['does not belong to a user'] })
  return { status: 200, body: { user: showUser(account, user) } }
}

/** Answers `PUT /users/{id}`. */
export function updateUser(request: Request, account: Account): Answer {
  const before = userIn(request, account)
  const user = readUser(account, wrapped(request.body, 'user'), before)
  account.users.set(user.id, user)
  return { status: 200, body: { user: showUser(account, user) } }
}

/** Answers `DELETE /users/{id}`. */
export function deleteUser(request: Request, account: Account): Answer {
  account.users.delete(userIn(request, account).id)
  return { status: 204 }
}

/** A user out of a body. */
export function newUser(account: Account, body: Json): User {
  const blank = { name: '', email: '', timeZone: 'Etc/UTC', role: 'user', teams: [] }
  return readUser(account, body, { id: account.newId('short'), ...blank })
}

/** A user, as it is answered. */
export function showUser(account: Account, user: User): object {
  return {
    id: user.id,
    type: 'user',
    summary: user.name,
    name: user.name,
    email: user.email,
    time_zone: user.timeZone,
    color: 'purple',
    role: user.role,
    avatar_url: `https://secure.gravatar.com/avatar/${user.id}`,
    description: null,
    invitation_sent: false,
    teams: user.teams.map((team) => teamReference(account, team)),
    contact_methods: [],
    notification_rules: [],
    ...links(`users/${user.id}`),
  }
}

function userIn(request: Request, account: Account): User {
  const user = account.users.get(param(request, 'id'))
  if (user === undefined) throw notFound('User')
  return user
}

function readUser(account: Account, body: Json, before: User): User {
  const complain = new Complaining()
  const said = <T>(key: string, otherwise: T, read: (field: string) => T | undefined): T =>
    body[key] === undefined ? otherwise : (read(`user.${key}`) ?? otherwise)
  const name = said('name', before.name, (field) =>
    text(body['name'], field, complain, { min: 1, max: 100 }),
  )
  const email = said('email', before.email, (field) =>
    text(body['email'], field, complain, { min: 6, max: 100 }),
  )
  const timeZone = said('time_zone', before.timeZone, (field) =>
    zone(body['time_zone'], field, complain),
  )
  const role = said('role', before.role, (field) => text(body['role'], field, complain))
  if (name === '') complain.about('user.name', "can't be blank")
  if (email === '') complain.about('user.email', "can't be blank")
  const isTaken = [...account.users.values()].some(
    (user) => user.id !== before.id && user.email.toLowerCase() === email.toLowerCase(),
  )
  if (isTaken) complain.about('user.email', 'has already been taken')
  complain.settle()
  return { ...before, name, email, timeZone, role }
}

/** The search finds more than was asked for: parts of names, other domains, and a letter or two amiss. */
function isNear({ name, email }: User, query: string, { userSearch }: Readings): boolean {
  const wanted = query.toLowerCase()
  if (userSearch === 'names') return name.toLowerCase().includes(wanted)
  const local = localPart(wanted)
  const candidates = [email.toLowerCase(), name.toLowerCase()]
  if (candidates.some((one) => one.includes(wanted) || one.includes(local))) return true
  const words = [localPart(email.toLowerCase()), ...name.toLowerCase().split(/\W+/)]
  return local.length > 3 && words.some((word) => distance(word, local) <= 2)
}

function localPart(address: string): string {
  return address.split('@')[0] ?? address
}

/** How many letters must be changed, added or dropped to make one word of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (const [i, letter] of Array.from(a).entries()) {
    const next = [i + 1]
    for (const [j, other] of Array.from(b).entries()) {
      const changed = (row[j] ?? 0) + (letter === other ? 0 : 1)
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
