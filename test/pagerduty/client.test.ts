import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from '@jest/globals'
import { Client } from '../../src/pagerduty/client.ts'
import { FAST } from './world.ts'

const servers: ReturnType<typeof createServer>[] = []

afterEach(() => servers.splice(0).forEach((server) => server.close()))

/** A client of a server that has so many shifts, and says of each page what `paging` gives. */
async function clientOf(count: number, paging: (isLast: boolean) => object): Promise<Client> {
  const all = Array.from({ length: count }, (_, i) => ({ id: `P${i}` }))
  const server = createServer(({ url }, response) => {
    const query = new URL(url ?? '', 'http://localhost').searchParams
    const [offset, limit] = [Number(query.get('offset')), Number(query.get('limit'))]
    const shifts = all.slice(offset, offset + limit)
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ shifts, ...paging(offset + limit >= count) }))
  })
  servers.push(server.listen(0, '127.0.0.1'))
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return new Client(`http://127.0.0.1:${port}`, 'token', { ...FAST, tell: () => undefined })
}

it.each([
  ['says whether there is more', (isLast: boolean) => ({ more: !isLast }), [0, 99, 100, 250]],
  ['says nothing of it', () => ({}), [0, 99, 100, 250]],
] as const)('reads all of a list of which PagerDuty %s', async (_, paging, counts) => {
  for (const count of counts) {
    const client = await clientOf(count, paging)
    expect(await client.list('/shifts', 'shifts', {}, 100)).toHaveLength(count)
  }
})

it('asks for no page after one that is not full', async () => {
  const client = await clientOf(99, () => ({}))
  await client.list('/shifts', 'shifts', {}, 100)
  expect(client.sent).toBe(1)
})
