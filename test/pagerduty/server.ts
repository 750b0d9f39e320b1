/** A server of a test's own, over HTTP, for what no simulator should do. */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach } from '@jest/globals'

const servers: Server[] = []

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

export interface Asked {
  readonly method: string
  readonly url: string
  readonly authorization: string | undefined
  readonly body: string
}

export interface Listening {
  readonly url: string
  readonly asked: readonly Asked[]
  readonly server: Server
}

/** Answers each request as it is told; a value is sent as JSON. */
export async function serverThat(
  answers: (asked: Asked, response: ServerResponse, count: number) => unknown,
): Promise<Listening> {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const one: Asked = {
        method: request.method ?? '',
        url: request.url ?? '',
        authorization: request.headers.authorization,
        body,
      }
      asked.push(one)
      const value = answers(one, response, asked.length)
      if (value === undefined) return
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(value))
    })
  })
  servers.push(server.listen(0, '127.0.0.1'))
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, asked, server }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  request.setEncoding('utf8')
  let text = ''
  for await (const part of request) text += String(part)
  return text
}
