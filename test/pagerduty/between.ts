/** Somebody between the program and the simulator, who hands every request on and changes what is answered. */
import { once } from 'node:events'
import { createServer, request as ask, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach } from '@jest/globals'
import { withDeadline } from '../../src/io/deadline.ts'
import { FAST, type Any, type Ran, type World } from './world.ts'

const servers: Server[] = []

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

/** A request, and what the simulator answered to it. */
export interface Answered {
  /** 1 is the first of the run. */
  readonly nth: number
  readonly method: string
  readonly path: string
  readonly body: string
}

/** What is answered instead: another body, or no such thing; undefined where nothing is changed. */
export type Meddling = (answered: Answered) => string | typeof NOT_FOUND | undefined

/** An answer of 404. */
export const NOT_FOUND = 404

/** Runs the program with somebody between it and the simulator; a minute of its waits takes 0.6 s, its deadlines are real. */
export async function ranBetween(
  w: World,
  words: readonly string[],
  meddling: Meddling,
): Promise<Ran> {
  let nth = 0
  const server = createServer((incoming, response) => {
    const { method = '', url = '', headers } = incoming
    nth += 1
    const count = nth
    const onwards = ask(w.simulator.url + url, { method, headers }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => {
        const body = Buffer.concat(parts).toString()
        const { pathname: path } = new URL(url, 'http://localhost')
        const said = meddling({ nth: count, method, path, body })
        const { 'content-length': _, ...others } = answer.headers
        response.writeHead(said === NOT_FOUND ? 404 : (answer.statusCode ?? 500), others)
        response.end(said === NOT_FOUND ? '{"error":{"message":"Not Found"}}' : (said ?? body))
      })
    })
    onwards.on('error', () => response.destroy())
    incoming.pipe(onwards)
  })
  servers.push(server.listen(0, '127.0.0.1'))
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return w.run(words, {
    waits: { ...FAST, withDeadline },
    env: {
      PAGERDUTY_TOKEN: w.simulator.token,
      PAGERDUTY_URL: `http://127.0.0.1:${port}`,
      NO_COLOR: '1',
    },
  })
}

/** One thing that is wrong with an answer: what stands at a path in it is gone, or something else. */
export interface Wound {
  readonly path: readonly (string | number)[]
  readonly to: Any
}

/** Every wound of an answer: each key gone, null, of each other type, an empty list, an unknown word. */
export function woundsOf(value: Any, path: readonly (string | number)[] = []): Wound[] {
  const inner = Array.isArray(value)
    ? [...new Set([0, value.length - 1])].flatMap((i) =>
        i < 0 ? [] : woundsOf(value[i], [...path, i]),
      )
    : typeof value === 'object' && value !== null
      ? Object.keys(value).flatMap((key) => woundsOf(value[key], [...path, key]))
      : []
  const others = [undefined, null, 7, 'unknown_word', {}, []]
  const own = path.length === 0 ? [] : others.filter((to) => !isAlike(value, to))
  return [...own.map((to) => ({ path, to })), ...inner]
}

function isAlike(value: Any, to: Any): boolean {
  return JSON.stringify(value) === JSON.stringify(to)
}

/** The answer with a wound. */
export function wounded(body: string, { path, to }: Wound): string {
  const all = JSON.parse(body)
  const last = path.at(-1) ?? ''
  const at = path.slice(0, -1).reduce((inside, key) => inside?.[key], all)
  if (typeof at !== 'object' || at === null) return body
  if (Array.isArray(at) && to === undefined) at.splice(Number(last), 1)
  else at[last] = to
  return JSON.stringify(all)
}
