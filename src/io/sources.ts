/** Texts from outside that are read once: files, standard input, and what lies at an address; no longer than they may be. */
import { statSync } from 'node:fs'
import { request as plainly, type IncomingMessage } from 'node:http'
import { request as secretly } from 'node:https'
import { resolve } from 'node:path'
import { readForeign, shown } from './disk.ts'
import { decoded } from './encoding.ts'
import { Failure } from './failure.ts'
import type { Io } from './io.ts'
import { agentFor, isLoopback } from './proxy.ts'

/** Much more than any rota has. */
const MOST_BYTES = 64_000_000

/** Milliseconds that an address has to answer in full. */
const PATIENCE = 60_000

const MOST_REDIRECTS = 5

/** The text that a word stands for: a file, `-` for standard input, or an address. */
export async function readSource(word: string, io: Io): Promise<string> {
  if (word === '-') return io.input === undefined ? readInput() : io.input()
  if (/^(https?|webcals?):\/\//i.test(word)) return fetched(word, io)
  const path = resolve(io.cwd, word)
  const size = statSync(path, { throwIfNoEntry: false })?.size
  if (size === undefined) throw new Failure(`${shown(path, io.cwd)}: there is no such file`, 2)
  if (size > MOST_BYTES)
    throw new Failure(`${shown(path, io.cwd)} is over 64 MB, which no rota is`, 2)
  return readForeign(path, io.cwd)
}

async function readInput(): Promise<string> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of process.stdin) {
    // Bytes, since no encoding was set.
    const bytes = Buffer.from(part as Uint8Array)
    size += bytes.length
    parts.push(bytes)
    if (size > MOST_BYTES) throw new Failure('stdin: over 64 MB, which no rota is', 2)
  }
  return decoded(Buffer.concat(parts))
}

/** What an address answers, whatever its status; `headers` go to that very host only. */
export async function asked(
  address: string,
  headers: Readonly<Record<string, string>>,
  io: Io,
): Promise<Answer> {
  const url = parsed(address)
  if (url.protocol !== 'https:' && !isLoopback(url.hostname)) {
    throw new Failure(`${url.host}: only https is asked, since a key goes along`, 2)
  }
  const agent = await agentFor(url.href, io.env)
  const signal = AbortSignal.timeout(PATIENCE)
  return answer(url, agent, signal, headers).catch((error: unknown) => {
    const why = signal.aborted ? 'it did not answer within a minute' : reasonOf(error)
    throw new Failure(`cannot ask ${url.hostname}: ${why}`)
  })
}

/** What lies at an address; a secret in it is never said. */
async function fetched(address: string, io: Io): Promise<string> {
  let url = parsed(address.replace(/^webcals?:/i, 'https:'))
  const signal = AbortSignal.timeout(PATIENCE)
  for (let i = 0; i <= MOST_REDIRECTS; i += 1) {
    const { hostname } = url
    if (url.protocol !== 'https:' && !isLoopback(hostname)) {
      throw new Failure(
        `http://${hostname}: only https is read, since a calendar is nobody else's business`,
        2,
      )
    }
    const agent = await agentFor(url.href, io.env)
    const { status, location, text } = await answer(url, agent, signal).catch((error: unknown) => {
      const why = signal.aborted ? 'it did not answer within a minute' : reasonOf(error)
      throw new Failure(`cannot read the calendar of ${hostname}: ${why}`)
    })
    if (status >= 300 && status < 400 && location !== undefined) {
      url = parsed(new URL(location, url).href)
      continue
    }
    if (status !== 200) {
      throw new Failure(`cannot read the calendar of ${hostname}: it answers ${status}`)
    }
    return text
  }
  throw new Failure(
    `cannot read the calendar of ${url.hostname}: it sends from one address to the next`,
  )
}

function parsed(address: string): URL {
  if (!URL.canParse(address)) throw new Failure(`'${address}' is no address`, 2)
  return new URL(address)
}

function reasonOf(error: unknown): string {
  if (error instanceof Failure) throw error
  return error instanceof Error ? error.message : String(error)
}

/** What came back. */
export interface Answer {
  readonly status: number
  readonly location: string | undefined
  readonly text: string
}

function answer(
  url: URL,
  agent: Awaited<ReturnType<typeof agentFor>>,
  signal: AbortSignal,
  more: Readonly<Record<string, string>> = { Accept: 'text/calendar, text/*;q=0.5' },
): Promise<Answer> {
  const send = url.protocol === 'https:' ? secretly : plainly
  const headers = { 'User-Agent': 'rotate', ...more }
  return new Promise((settle, reject) => {
    const sent = send(url, { headers, signal, agent }, (response: IncomingMessage) => {
      const parts: Buffer[] = []
      let size = 0
      response.on('data', (part: Buffer) => {
        size += part.length
        parts.push(part)
        if (size > MOST_BYTES) response.destroy(new Error('it is over 64 MB'))
      })
      response.once('end', () =>
        settle({
          status: response.statusCode ?? 0,
          location: response.headers.location,
          text: Buffer.concat(parts)
            .toString('utf8')
            .replace(/^\uFEFF/, ''),
        }),
      )
      response.once('error', reject)
    })
    sent.once('error', reject)
    sent.end()
  })
}
