/** Which user of a service somebody is. */
import { expect, it } from '@jest/globals'
import { findUsers, type Users } from '../../src/sync/people.ts'
import type { User } from '../../src/sync/service.ts'
import { workspace } from '../timeline/picture.ts'
import { memory } from './memory/service.ts'

const BOB: User = { id: 'P1', name: 'Bob', email: 'bob@example.com' }

async function bob(...users: readonly User[]): Promise<Pick<Users, 'idOf'> & { why: string[] }> {
  const { people } = workspace('people: { bob: { email: bob@example.com } }')
  const { idOf, missing } = await findUsers(memory(users, new Map()), [...people.values()], [])
  return { idOf, why: missing.map(({ why }) => why) }
}

it('somebody is the user of the same address, in any case, told once or twice', async () => {
  expect(await bob({ ...BOB, email: 'Bob@Example.COM' })).toEqual({
    idOf: new Map([['bob', 'P1']]),
    why: [],
  })
  expect((await bob(BOB, BOB)).idOf).toEqual(new Map([['bob', 'P1']]))
})

it('where several users have the address, somebody is none of them', async () => {
  expect(await bob(BOB, { id: 'P2', name: 'Bob too', email: 'BOB@example.com' })).toEqual({
    idOf: new Map(),
    why: ['the memory has several users with bob@example.com (P1, P2)'],
  })
})
